// Package indexno reads, checks and composes the index numbers (索引号) that the
// catalogue of a disclosure platform gives to every item (Art. 12 para. 3).
//
// A number is written front/period-serial, such as 000014349/2017-00110. The
// national guide to the catalogue system puts the nine characters of the organ's
// organisation code in front, then a year and five digits; sites in use put a
// unified social credit code, a region code or a code of their own tree there, or
// count by the month. All of these are read and written back unchanged.
//
// A published number is a fact, right or wrong: reading accepts one whose check
// digit fails, and Front.Valid says so. Numbers made here must be right. That
// none is given out twice is the duty of whoever stores them.
package indexno
