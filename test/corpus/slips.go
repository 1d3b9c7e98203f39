package corpus

import (
	"strings"

	"gongkai/internal/document"
	"gongkai/law/tally"
)

// slips lists the known errors: in tables, between text and tables, in the text, in
// its chapters, at its foot.
var slips = []slip{
	{key: "balance", of: 3, form: "page", finds: []string{"T3-01"}, figures: func(f figures) {
		f.add("req.carried_out.natural_person", 1)
		f.add("req.carried_out.total", 1)
	}},
	{key: "balance-bars", of: 7, form: "bars", finds: []string{"T3-01"}, figures: func(f figures) {
		f.add("req.received_new.org_business", 3)
		f.add("req.received_new.total", 3)
	}},
	{key: "results-sum", of: 12, form: "docx", finds: []string{"T3-02"}, figures: func(f figures) {
		f.add("req.granted.natural_person", 2)
		f.add("req.granted.total", 2)
	}, allows: []string{"N-02"}},
	{key: "row-sum", of: 4, form: "tabs", finds: []string{"T3-03", "T3-02"}, figures: func(f figures) {
		f.add("req.denied_process_info.total", 10)
	}, allows: []string{"N-02"}},
	{key: "row-sum-pdf", of: 9, form: "pdf", finds: []string{"T3-03", "T3-01"}, figures: func(f figures) {
		f.add("req.received_new.total", -1)
	}, allows: []string{"N-02"}},
	{key: "review-sum", of: 8, form: "page", finds: []string{"T4-01"}, figures: func(f figures) { f.add("review.total", 2) }},
	{key: "suit-sum", of: 7, form: "docx", finds: []string{"T4-02"}, figures: func(f figures) { f.add("suit_direct.upheld", 1) }},
	{key: "suit-after-sum", of: 8, form: "bars", finds: []string{"T4-03"}, figures: func(f figures) { f.add("suit_after_review.total", 1) }},
	{key: "fee-decimals", of: 3, form: "page", finds: []string{"T2-04"}, text: func(r *report) {
		r.show("admin_fee_amount_wan", "12.345678", tally.Amount(12_345_678))
	}},
	{key: "fee-unpaid", of: 1, form: "page", finds: []string{"T3-07"}, figures: func(f figures) {
		for _, row := range []string{"received_new", "other_fee_unpaid", "handled_total"} {
			f.add("req."+row+".natural_person", 1)
			f.add("req."+row+".total", 1)
		}
	}},
	{key: "statistics-sum", of: 10, form: "tabs", finds: []string{"S14-01"}, figures: func(f figures) { f.add("v14.received", 3) }},

	{key: "stated-handled", of: 3, form: "docx", finds: []string{"N-01"}, text: func(r *report) { r.restate("全年办结%d件", "req.handled_total.total", 4) }},
	{key: "stated-received", of: 1, form: "markdown", finds: []string{"N-01"}, text: func(r *report) {
		r.restate("收到政府信息公开申请%d件", "req.received_new.total", 1)
	}},
	{key: "stated-carried", of: 8, form: "tabs", finds: []string{"N-01"}, text: func(r *report) {
		r.restate("上年结转%d件", "req.carried_in.total", 5)
	}},
	{key: "stated-reviews", of: 7, form: "page", finds: []string{"N-01"}, text: func(r *report) {
		r.restate("行政复议%d件", "review.total", 7)
	}},
	{key: "stated-documents", of: 7, form: "bars", finds: []string{"N-01"}, text: func(r *report) {
		r.restate("制发行政规范性文件%d件", "normdocs_issued", 2)
	}},
	{key: "stated-granted", of: 12, form: "page", finds: []string{"N-01", "N-02"}, text: func(r *report) {
		r.restate("予以公开%d件", "req.granted.total", 1)
	}},
	{key: "channels-sum", of: 3, form: "markdown", finds: []string{"N-02"}, text: func(r *report) {
		r.restate("主动公开各类政府信息%d条", "item.total", 6)
	}},
	{key: "channels-sum-town", of: 0, form: "docx", finds: []string{"N-02"}, text: func(r *report) {
		r.restate("市级以上媒体%d条", "item.channel.media", -3)
	}},
	{key: "term", of: 3, form: "page", finds: []string{"N-03"}, text: func(r *report) {
		r.replace("不掌握相关政府信息无法提供", "不掌握相关政府信息不予公开")
	}},
	{key: "twice", of: 12, form: "bars", finds: []string{"N-04"}, text: func(r *report) {
		r.say("对网站政府信息公开专区的栏目进行归并", "全年共主动公开政府信息"+itoa(int(r.counts["item.total"])+9)+"条。")
	}, allows: []string{"N-01"}},
	{key: "none-but", of: 3, form: "pdf", finds: []string{"N-05"}, text: func(r *report) {
		r.say("修订本系统主动公开基本目录", "全年没有发生行政复议。")
	}, allows: []string{"N-04"}},
	{key: "period", of: 3, form: "docx", finds: []string{"N-06"}, text: func(r *report) {
		r.replace("自2024年1月1日起至2024年12月31日止", "自2023年1月1日起至2023年12月31日止")
	}},
	{key: "last-year", of: 3, form: "bars", finds: []string{"N-06"}, text: func(r *report) {
		r.say("完成栏目适老化改造", "2023年，在政务服务大厅举办开放日活动。")
	}},
	{key: "signed-early", of: 9, form: "page", finds: []string{"N-06"}, text: func(r *report) {
		r.sign(r.Name, "2024-01-16")
		r.dateHead("发布日期", "2025-01-16")
	}},
	{key: "seal-line", of: 13, form: "tabs", finds: []string{"N-07"}, text: func(r *report) { r.sign("砚川市林业局", r.signed.Date) }},
	{key: "self-name", of: 0, form: "page", finds: []string{"N-07"}, text: func(r *report) { r.say("公文拟制时", "本乡各站所均明确了联络员。") }},
	{key: "fees-unsaid", of: 3, form: "bars", finds: []string{"N-10"}, text: func(r *report) { // without the sentence on fees
		for i, b := range r.blocks {
			p, ok := b.(document.Paragraph)
			if ok && strings.Contains(p.String(), "收费通知") {
				r.blocks[i] = document.Text("没有其他需要报告的事项。")
			}
		}
		r.want.unstate("fee_")
	}},
	{key: "chapter-missing", of: 12, form: "docx", finds: []string{"N-11"}, text: func(r *report) { r.loseChapter("六"); r.want.unstate("fee_") }},
	{key: "heading", of: 3, form: "tabs", finds: []string{"N-11"}, text: func(r *report) {
		r.eachChapter(func(h string) string { return strings.Replace(h, "总体情况", "概述", 1) })
	}},
	{key: "topics", of: 0, form: "bars", finds: []string{"N-12"}, text: func(r *report) {
		r.replace("年底邀请村民代表开展社会评议，结果为满意；", "")
	}},
	{key: "topics-county", of: 7, form: "page", finds: []string{"N-12"}, text: func(r *report) {
		r.replace("年内未发生因政府信息公开工作被责任追究的情况。", "各项工作有序推进。")
	}},
	{key: "citation", of: 3, form: "markdown", finds: []string{"N-13"}, text: func(r *report) {
		r.replace("编制，数据统计", "和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》编制，数据统计")
	}},
	{key: "unsigned", of: 13, form: "bars", finds: []string{"N-14"}, text: func(r *report) { r.sign("", "") }},
	{key: "undated", of: 12, form: "docx", finds: []string{"N-14"}, text: func(r *report) { r.sign(r.Name, "") }},
	{key: "level", of: 9, form: "page", finds: []string{"N-15"}, text: func(r *report) {
		r.replace("一是按月通报栏目更新情况。", "一是按月通报栏目更新情况，并报县政府办公室备案。")
	}},
	{key: "wrong-word", of: 1, form: "tabs", finds: []string{"N-16"}, text: func(r *report) { r.say("存在问题：", "个别群众对政策存在曲读。") }},
	{key: "units", of: 3, form: "docx", finds: []string{"N-17"}, text: func(r *report) {
		n := r.cells["req.partly_granted.total"].N
		r.replace("部分公开"+itoa(int(n))+"件", "部分公开"+itoa(int(n))+"条")
	}},
	{key: "late", of: 3, form: "page", finds: []string{"D-01"}, text: func(r *report) {
		r.dateHead("发布日期", "2025-02-18")
		r.sign(r.Name, "2025-02-14")
	}},
	{key: "title", of: 9, form: "docx", finds: []string{"N-07"}, text: func(r *report) { r.title = r.Name + "2024年度政府信息公开年度报告" }},
	{key: "numbering", of: 12, form: "page", finds: []string{"N-11"}, text: func(r *report) {
		r.replace("（二）改进情况", "（三）改进情况")
	}},
	{key: "empty-improvement", of: 13, form: "page", finds: []string{"N-09"}, text: func(r *report) {
		for i, b := range r.blocks {
			p, ok := b.(document.Paragraph)
			if ok && strings.HasPrefix(p.String(), "存在问题：") {
				r.blocks[i] = document.Text("无。")
			}
			if ok && strings.HasPrefix(p.String(), "改进措施：") {
				r.blocks[i] = document.Text("")
			}
		}
	}},
}

// unstate takes back figures that a lost sentence stated.
func (w *Want) unstate(prefix string) {
	var kept []Stated
	for _, s := range w.Stated {
		if !strings.HasPrefix(s.Means, prefix) {
			kept = append(kept, s)
		}
	}
	w.Stated = kept
}
