// Package sitecode reads and checks the numbers that the foot of a government
// site must show: the site identification code (网站标识码), the public-security
// record number (公安备案号) and the ICP record number (ICP备案号), together with
// the region codes (行政区划代码, GB/T 2260) that the first two are built on. The
// foot itself is prescribed by the guidelines for government sites (国办发〔2017〕47号).
//
// Parse functions take the bare number and are strict. Find functions take the
// text of a page and are tolerant: they see through full-width characters,
// spaces inside a number and words around it. No function asks a registry whether
// a number was really given out.
package sitecode
