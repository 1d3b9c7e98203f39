package workbench

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"time"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/annualreport/reading"
	"gongkai/internal/document"
	"gongkai/internal/reportfile"
	"gongkai/internal/web/ui/htmltest"
)

// originalsOf hands the pages what package reportfile does with collected files.
type originalsOf struct{ *reportfile.Collections }

func (originalsOf) Open(name string, content []byte) (reading.Source, reading.Result) {
	return reportfile.Open(name, content)
}

func (originalsOf) Unpack(name string, content io.ReaderAt, size int64, visit func(name string, content io.Reader) error) error {
	return reportfile.Unpack(name, content, size, visit)
}

func (originalsOf) LeftOver(name string) bool { return reportfile.LeftOver(name) }

func (originalsOf) NoticeOf(f collection.File, findings []collection.Finding, from, date string) *document.Document {
	return reportfile.NoticeOf(f, findings, reportfile.Sender{Organ: from, Date: date})
}

// sentFile is a file of an upload.
type sentFile struct{ name, content string }

// sendReports uploads files with the answers of a form and the token last seen.
func (b *browser) sendReports(path string, answers url.Values, files ...sentFile) answer {
	b.w.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	b.w.must(form.WriteField("token", b.token))
	for name, values := range answers {
		b.w.must(form.WriteField(name, values[0]))
	}
	for _, f := range files {
		part, err := form.CreateFormFile("files", f.name)
		b.w.must(err)
		_, err = io.WriteString(part, f.content)
		b.w.must(err)
	}
	b.w.must(form.Close())
	r, err := http.NewRequestWithContext(b.w.t.Context(), http.MethodPost, b.w.server.URL+path, &body)
	b.w.must(err)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return b.do(r)
}

// collected uploads reports as the person of the browser and waits until they are
// read. It returns the address of the collection.
func (b *browser) collected(organ string, files ...sentFile) string {
	b.w.t.Helper()
	a := b.sendReports("/work/o/"+organ+"/collections", url.Values{"title": {"2024年度年报"}}, files...)
	a.want(http.StatusSeeOther)
	address := a.location
	for range 200 {
		a = b.get(address)
		if len(htmltest.Find(a.doc, "progress")) == 0 {
			return address
		}
	}
	b.w.t.Fatalf("the reports are not read: %s", a.text())
	return ""
}

// wrongReport is a report of the town whose table three does not add up: the new
// requests of 自然人 and the results differ, and the text states another number.
func wrongReport(organ string, year string, received string) string {
	zeros := func(n int) string { return strings.Repeat("<td>0</td>", n) }
	row := func(labels, cells string) string { return "<tr>" + labels + cells + "</tr>\n" }
	label := func(text string, across, down string) string {
		return `<th colspan="` + across + `" rowspan="` + down + `">` + text + "</th>"
	}
	return `<!doctype html><html><head><meta charset="utf-8"><title>` + organ + year + `年政府信息公开工作年度报告</title></head><body>
<h1>` + organ + year + `年政府信息公开工作年度报告</h1>
<h2>一、总体情况</h2>
<p>（二）依申请公开。` + year + `年收到政府信息公开申请9件。</p>
<h2>二、主动公开政府信息情况</h2><p>详见表格。</p>
<h2>三、收到和处理政府信息公开申请情况</h2>
<table>` +
		row(label("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "3", "3"), label("申请人情况", "7", "1")) +
		row("", label("自然人", "1", "2")+label("法人或其他组织", "5", "1")+label("总计", "1", "2")) +
		row("", "<th>商业企业</th><th>科研机构</th><th>社会公益组织</th><th>法律服务机构</th><th>其他</th>") +
		row(label("一、本年新收政府信息公开申请数量", "3", "1"), "<td>"+received+"</td>"+zeros(5)+"<td>"+received+"</td>") +
		row(label("二、上年结转政府信息公开申请数量", "3", "1"), zeros(7)) +
		row(label("三、本年度办理结果", "1", "2")+label("（一）予以公开", "2", "1"), zeros(7)) +
		row(label("（七）总计", "2", "1"), zeros(7)) +
		row(label("四、结转下年度继续办理", "3", "1"), zeros(7)) +
		`</table>
<h2>四、政府信息公开行政复议、行政诉讼情况</h2><p>没有发生。</p>
<h2>五、存在的主要问题及改进情况</h2><p>公开内容不够丰富，今后加强学习。</p>
<h2>六、其他需要报告的事项</h2><p>没有。</p>
<p>` + organ + `</p><p>` + "2025年1月16日" + `</p></body></html>`
}

// until waits until something is so.
func (w *world) until(so func() bool) {
	w.t.Helper()
	for range 200 {
		if so() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.t.Fatal("it does not come to be so")
}
