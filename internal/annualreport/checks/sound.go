package checks

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/organ"
	"gongkai/law/tally"
	"gongkai/law/workday"
)

// Sound is the complete report of a made-up town to which no check objects. Every
// check's examples begin with it.
func Sound() *Ledger {
	format, _ := tally.ByID(tally.Format2021) // always there
	l := &Ledger{
		Organ: organ.Organ{
			Kind: organ.Town, Name: "禾岭县松桥镇人民政府", ShortName: "松桥镇", RegionCode: "339922",
		},
		Year: 2024, Format: format, Calendar: workday.National(),
		Cells: format.WithTotals(soundCells()), Counts: maps.Clone(soundCounts),
		Title:       format.Title("禾岭县松桥镇人民政府", 2024),
		Signed:      Signature{Organ: "禾岭县松桥镇人民政府", Date: "2025-01-15"},
		SubmittedOn: "2025-01-16", PublishedOn: "2025-01-20",
		Previous:     soundPrevious(format),
		Siblings:     []Sibling{{Organ: "禾岭县枫林镇人民政府", Chapters: soundSibling}},
		OtherOrgans:  []string{"禾岭县枫林镇人民政府", "禾岭县人民政府", "禾岭县应急管理局"},
		OpenRequests: []OpenRequest{{Number: "松桥依申〔2024〕5号", Due: "2025-01-09"}},
	}
	l.Register = maps.Clone(l.Cells)
	for _, chapter := range format.Chapters {
		c := Chapter{Key: chapter.Key, Heading: chapter.Heading()}
		for _, text := range soundTexts {
			if strings.HasPrefix(text[0], chapter.Key+".") {
				c.Sections = append(c.Sections, l.bind(text[0], text[1]))
			}
		}
		l.Chapters = append(l.Chapters, c)
	}
	return l
}

// soundFigures are the cells of the sound report that are not zero, totals left out.
var soundFigures = map[string]int64{
	"normdocs_issued": 2, "normdocs_repealed": 1, "normdocs_in_force": 12,
	"licence_decisions": 28, "penalty_decisions": 6, "admin_fee_amount_wan": 3000,
	"req.received_new.natural_person": 4, "req.received_new.org_business": 1,
	"req.carried_in.natural_person": 1,
	"req.granted.natural_person":    2, "req.granted.org_business": 1,
	"req.partly_granted.natural_person":  1,
	"req.unable_not_held.natural_person": 1,
	"req.carried_out.natural_person":     1,
	"review.upheld":                      1,
}

func soundCells() tally.Cells {
	format, _ := tally.ByID(tally.Format2021)
	cells := make(tally.Cells, len(format.Cells))
	for _, cell := range format.Cells {
		if !cell.Derived {
			cells[cell.Name] = tally.Count(soundFigures[cell.Name])
		}
	}
	return cells
}

var soundCounts = map[string]int64{
	"item.total": 142, "item.channel.platform": 76, "item.channel.wechat": 35, "item.channel.app": 31, "item.channel.media": 0,
	"item.class.information": 139, "item.class.guide": 1, "item.class.profile": 1, "item.class.catalogue": 1,
	"fee_notice.count": 1, "fee_notice.amount": 3000, "fee_received.amount": 3000,
	"clarification.count": 0, "consultation.count": 0, "request.extended": 0, "inquiry.count": 9,
	"training.sessions": 2, "training.attendees": 46, "meeting.count": 3, "inspection.count": 4, "inspection.findings": 5,
	"rectification.done": 5, "rectification.open": 0, "accountability.count": 0,
	"staff.full_time": 0, "staff.part_time": 3, "service_point.reception": 1, "service_point.reading": 1, "media_account.count": 1,
}

// soundTexts are the sections of the sound report; {name} stands for a bound figure.
var soundTexts = [][2]string{
	{"overview.proactive", "2024年，松桥镇坚持以公开为常态、不公开为例外，主动公开政府信息{item.total}条，其中政府信息公开平台{item.channel.platform}条，" +
		"“松桥发布”微信公众号{item.channel.wechat}条，县融媒客户端专栏{item.channel.app}条。制发行政规范性文件{normdocs_issued}件，废止{normdocs_repealed}件，" +
		"现行有效{normdocs_in_force}件。作出行政许可决定{licence_decisions}件，行政处罚决定{penalty_decisions}件。"},
	{"overview.on_request", "全年收到政府信息公开申请{req.received_new.total}件，上年结转{req.carried_in.total}件；办结{req.handled_total.total}件" +
		"（予以公开{req.granted.total}件，部分公开{req.partly_granted.total}件，因本机关不掌握相关政府信息无法提供{req.unable_not_held.total}件），" +
		"结转下年度继续办理{req.carried_out.total}件。因政府信息公开申请引起的行政复议{review.total}件，结果维持{review.upheld}件，未发生行政诉讼。"},
	{"overview.management", "公文起草时同步认定公开属性，发布前由党政综合办公室核对内容并登记保密审查意见，失效文件及时标注。"},
	{"overview.platform", "松桥镇未建立门户网站，通过县政府统一平台公开信息，专人每周巡查栏目更新和链接有效情况，便民服务中心设有查阅场所，纸质材料按季更换。"},
	{"overview.safeguard", "组织业务培训{training.sessions}次，参训{training.attendees}人次。县政府办公室工作考核评定为良好；社会评议满意，群众反映栏目容易查找；" +
		"全年未发生因政府信息公开工作被责任追究的情况。"},
	{"improvement.problems", "一是个别站所报送信息偏慢，栏目内容不够丰富。二是答复文书说理不够充分，业务骨干变动后衔接不紧。"},
	{"improvement.measures", "针对上年提出的业务能力不足问题，已经完成全员轮训，答复文书质量明显提高。下一步，一是把报送时间写进站所岗位职责，每季通报。" +
		"二是请县司法局参与答复审核，建立文书范例库。"},
	{"other.fees", "2024年发出收费通知{fee_notice.count}件，通知金额{fee_notice.amount}元，实际收取{fee_received.amount}元。没有其他需要报告的事项。"},
}

func soundPrevious(format tally.Format) *Previous {
	cells := soundCells()
	cells["normdocs_in_force"] = tally.Count(11)
	cells["review.upheld"], cells["review.pending"] = tally.Count(0), tally.Count(1)
	return &Previous{
		Cells: format.WithTotals(cells), Format: format.ID, SameRegister: true,
		Chapters: []Chapter{
			{Key: "overview", Heading: "一、总体情况", Sections: []Section{{
				Key: "overview.proactive", Text: "围绕乡村振兴、惠农补贴和集镇改造公开重点信息，开展政策宣讲进村活动，推动村务公开与政务公开衔接，统一规范公开栏样式和更新周期。",
			}}},
			{Key: "improvement", Heading: "五、存在的主要问题及改进情况", Sections: []Section{
				{Key: "improvement.problems", Text: "工作人员业务能力不足。"},
				{Key: "improvement.measures", Text: "一是开展全员轮训，提高业务能力和答复文书质量。"},
			}},
		},
	}
}

var soundSibling = []Chapter{{Key: "overview", Heading: "一、总体情况", Sections: []Section{{
	Key: "overview.proactive", Text: "枫林镇聚焦柑橘产业、山塘整治和集中供水项目，及时公布资金安排与施工进度，组织村民代表评议项目成效，在赶集日设置咨询台现场解答疑问。",
}}}}

// bind writes a section from a text with {name} in place of figures.
func (l *Ledger) bind(key, template string) Section {
	s := Section{Key: key}
	for {
		before, rest, found := strings.Cut(template, "{")
		s.Text += before
		if !found {
			return s
		}
		name, after, _ := strings.Cut(rest, "}")
		n, _ := l.figure(name)
		value := n
		if isMoney(name) {
			n /= 100 // 元
		}
		start := len(s.Text)
		s.Text += strconv.FormatInt(n, 10)
		s.Spans = append(s.Spans, Span{Start: start, End: len(s.Text), Ref: name, Value: value})
		template = after
	}
}

// sumBelow makes the report the roll-up of reports that add up to it.
func (l *Ledger) sumBelow() {
	l.Subordinates = &Subordinates{Sum: maps.Clone(l.Cells), Adjustment: make(map[string]int64)}
}

// become2014 turns the ledger into a report with the statistics table of 2014 that
// gives so many reconsiderations in all and so many upheld.
func (l *Ledger) become2014(total, upheld int64) {
	l.Format, _ = tally.ByID(tally.Format2014)
	l.Register, l.Previous = nil, nil
	l.Cells = tally.Cells{
		"v14.review": tally.Count(total), "v14.review_upheld": tally.Count(upheld),
		"v14.review_corrected": tally.Count(0), "v14.review_other": tally.Count(0),
	}
	l.Chapters = slices.Clone(l.Chapters[:0])
}
