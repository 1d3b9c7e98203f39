package prose

import (
	"fmt"
	"strings"
	"testing"
)

// line writes a statement for comparison: figures, manner, value and scope.
func line(s Statement) string {
	text := strings.Join(s.Means, "+")
	if s.Means == nil {
		text = "?"
	}
	switch s.Manner {
	case Absent:
		text += " none"
	case Changed:
		text += fmt.Sprintf(" change %d", s.Value)
	case Shared:
		text += fmt.Sprintf(" share %d", s.Value)
	default:
		text += fmt.Sprintf(" = %d", s.Value)
		if !s.Exact() {
			text = strings.TrimSuffix(text, fmt.Sprint(s.Value)) + fmt.Sprintf("%d..%d", s.Low, s.High)
		}
	}
	return text + []string{"", " (other year)", " (below)", " (planned)"}[s.Scope]
}

func TestRead(t *testing.T) {
	suits := "suit_direct.total+suit_after_review.total"
	tests := []readTest{
		{"全镇收到政府信息公开申请五件，上年结转１件，办结4件，结转下年度2件。", []string{
			"req.received_new.total = 5", "req.carried_in.total = 1", "req.handled_total.total = 4", "req.carried_out.total = 2",
		}},
		{"收到3条依申请公开信息，按期办理3条。", []string{"req.received_new.total = 3", "req.handled_total.total = 3"}},
		{"收到并办结政府信息公开申请6件。", []string{"req.received_new.total = 6", "req.handled_total.total = 6"}},
		{"办理政府信息公开申请6件。", []string{"? = 6"}},
		{"收到申请5件，均已办结。", []string{"req.received_new.total = 5"}},
		{"结转1件至下年度继续办理。", []string{"req.carried_out.total = 1"}},
		{"新收和上年结转的政府信息公开申请共7件。", []string{"req.received_new.total+req.carried_in.total = 7"}},
		{"全年共办理政府信息公开申请6件，其中新收5件，上年结转1件。", []string{
			"req.received_new.total+req.carried_in.total = 6", "req.received_new.total = 5", "req.carried_in.total = 1",
		}},
		{"收到申请5件（其中自然人4件，商业企业1件）。", []string{
			"req.received_new.total = 5", "req.received_new.natural_person = 4", "req.received_new.org_business = 1",
		}},
		{"予以公开1件，部分公开2件，不予公开3件，无法提供4件，不予处理5件，其他处理6件。", []string{
			"req.granted.total = 1", "req.partly_granted.total = 2", "req.denied.total = 3", "req.unable.total = 4", "req.refused.total = 5", "req.other.total = 6",
		}},
		{"因属于国家秘密不予公开1件。", []string{"req.denied_state_secret.total = 1"}},
		{"因本机关不掌握相关政府信息不予公开2件。", []string{"req.unable_not_held.total = 2"}},

		{"行政复议、行政诉讼均为0件。", []string{"review.total = 0", suits + " = 0"}},
		{"行政复议和行政诉讼共3件。", []string{"review.total+" + suits + " = 3"}},
		{"行政复议和行政诉讼3件。", []string{"? = 3"}},
		{"行政复议、行政诉讼分别为2件、1件。", []string{"review.total = 2", suits + " = 1"}},
		{"行政复议2件，其中维持1件，尚未审结1件。", []string{"review.total = 2", "review.upheld = 1", "review.pending = 1"}},
		{"因政府信息公开申请被提起行政诉讼案件1件，结果纠正1件。", []string{suits + " = 1", "suit_direct.corrected+suit_after_review.corrected = 1"}},
		{"新增行政复议2件。", []string{"? = 2"}},
		{"维持1件。", []string{"? = 1"}},

		{"制发行政规范性文件2件，废止1件，现行有效12件。", []string{"normdocs_issued = 2", "normdocs_repealed = 1", "normdocs_in_force = 12"}},
		{"公开规范性文件3件。", []string{"? = 3"}},
		{"作出行政许可决定28件、行政处罚决定6件。", []string{"licence_decisions = 28", "penalty_decisions = 6"}},
		{"主动公开行政许可、行政处罚等信息30条。", []string{"item.total = 30"}},
		{"行政事业性收费1.5万元。", []string{"admin_fee_amount_wan = 1500000"}},

		{"主动公开政府信息1,234条。", []string{"item.total = 1234"}},
		{"主动公开政府信息１２０余条。", []string{"item.total = 120..219"}},
		{"主动公开财政信息20条。", []string{"? = 20"}},
		{"主动公开政府信息涉及8个领域。", []string{"? = 8"}},
		{"主动公开政府信息76条，其中政府网站40条，“水乡”公众号36条。", []string{"item.total = 76", "item.channel.platform = 40", "item.channel.wechat = 36"}},
		{"主动公开政务信息5条，政府信息公开指南1条，政府信息公开目录1条。", []string{
			"item.class.information = 5", "item.class.guide = 1", "item.class.catalogue = 1",
		}},
		{"主动公开政府信息5条，其中政府信息公开指南1条。", []string{"item.total = 5", "item.class.guide = 1"}},

		{"组织业务培训3次，培训120人次。", []string{"training.sessions = 3", "training.attendees = 120"}},
		{"参加上级培训2次。", []string{"? = 2"}},
		{"发出收费通知1件，通知金额30元，实际收取30元。", []string{"fee_notice.count = 1", "fee_notice.amount = 3000", "fee_received.amount = 3000"}},
		{"收到群众来信5件。", []string{"? = 5"}},
		{"通过网上收到政府信息公开申请3件。", []string{"? = 3"}},
		{"办结建议提案4件。", []string{"? = 4"}},

		{"未发生行政复议和行政诉讼。", []string{"review.total none", suits + " none"}},
		{"没有因政府信息公开申请行政复议、提起行政诉讼和申诉的情况发生。", []string{"review.total none", suits + " none"}},
		{"行政诉讼：无。", []string{suits + " none"}},
		{"全年未收到政府信息公开申请。", []string{"req.received_new.total none"}},
		{"本年度无上年结转申请，无结转下年度继续办理的申请。", []string{"req.carried_in.total none", "req.carried_out.total none"}},
		{"未收取政府信息公开相关处理费。", []string{"fee_received.amount none"}},
		{"没有需要收费的信息公开申请件，故没有发出收费通知，也无实际收费。", []string{
			"fee_notice.count none", "fee_notice.count none", "fee_received.amount none",
		}},
		{"没有人因政府信息公开工作受到责任追究。", []string{"accountability.count none"}},
		{"没有逾期答复的申请。", nil},
		{"未发生因答复不及时引发的行政复议。", nil},
		{"未建立门户网站。", nil},
		{"对无法提供政府信息的，及时说明理由。", nil},
		{"未办结1件。", []string{"? = 1"}},

		{"去年收到政府信息公开申请9件，2024年收到3件。", []string{"req.received_new.total = 9 (other year)", "req.received_new.total = 3"}},
		{"2023年收到政府信息公开申请9件。", []string{"req.received_new.total = 9 (other year)"}},
		{"所属单位收到政府信息公开申请9件。", []string{"req.received_new.total = 9 (below)"}},
		{"计划开展培训3次。", []string{"training.sessions = 3 (planned)"}},
		{"主动公开政府信息1000条，较上年减少200条，同比下降16.7%。", []string{"item.total = 1000", "item.total change -200", "item.total change -1670"}},
		{"按期答复率100%。", []string{"? share 10000"}},
	}
	testRead(t, tests)
}

type readTest struct {
	text string
	want []string
}

// testRead reads the sentences of reports for 2024.
func testRead(t *testing.T, tests []readTest) {
	t.Helper()
	for _, tt := range tests {
		r := Read(tt.text, 2024)
		var got []string
		for _, s := range r.Statements {
			got = append(got, line(s))
		}
		if strings.Join(got, "; ") != strings.Join(tt.want, "; ") {
			t.Errorf("Read(%s) =\n\t%s\nwant\n\t%s", tt.text, strings.Join(got, "; "), strings.Join(tt.want, "; "))
		}
	}
}

func TestTopicCarriesOverWithinAParagraph(t *testing.T) {
	r := Read("依申请公开情况。收到3件。\n收到5件。", 2024)
	if len(r.Statements) != 2 {
		t.Fatalf("Read = %d statements, want 2", len(r.Statements))
	}
	if r.Statements[1].Means != nil {
		t.Errorf("Read(收到5件 in a new paragraph) means %v, want nothing", r.Statements[1].Means)
	}
}

func TestBreakdowns(t *testing.T) {
	tests := []struct {
		text string
		want string
	}{
		{"主动公开政府信息825条，其中平台76条，公众号35条，专栏272条，媒体442条。", "825=76+35+272+442"},
		{"办结4件（予以公开1件，部分公开1件，无法提供2件），结转下年度1件。", "4=1+1+2"},
		{"收到政府信息公开申请5件，其中自然人4件、商业企业1件，办结5件。", "5=4+1"},
		{"政府网站公开76条、公众号公开35条，共计111条。", "111=76+35"},
		{"76+35+272+442=825", "825=76+35+272+442"},
		{"主动公开政府信息100条，其中财政信息20条、人事信息10条。", "100=20+10?"},
		{"主动公开政府信息100条，其中财政信息20条、人事信息10条、其他信息5条等。", "100=20+10+5?"},
		{"收到政府信息公开申请5件，办结4件，结转下年度1件。", ""},
		{"组织培训3次，培训120人次。", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, b := range Read(tt.text, 2024).Breakdowns {
			var parts []string
			for _, p := range b.Parts {
				parts = append(parts, fmt.Sprint(p.Value))
			}
			text := fmt.Sprintf("%d=%s", b.Total.Value, strings.Join(parts, "+"))
			if !b.Complete {
				text += "?"
			}
			got = append(got, text)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("Breakdowns(%s) = %s, want %s", tt.text, strings.Join(got, " "), tt.want)
		}
	}
}

func TestClashes(t *testing.T) {
	tests := []struct{ text, want string }{
		{"因本机关不掌握相关政府信息不予公开2件。", "本机关不掌握相关政府信息/不予公开/unable"},
		{"属于重复申请的无法提供。", "重复申请/无法提供/refused"},
		{"因属于国家秘密不予公开1件。", ""},
		{"本机关不掌握相关政府信息，无法提供。", ""},
		{"对信访类申请不予处理。", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range Read(tt.text, 2024).Clashes {
			got = append(got, c.Ground+"/"+c.Said+"/"+c.Group)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("Clashes(%s) = %s, want %s", tt.text, strings.Join(got, " "), tt.want)
		}
	}
}

func TestSentences(t *testing.T) {
	text := " 第一句。第二句！\n\n第三句；仍是第三句"
	var got []string
	for _, s := range Sentences(text) {
		got = append(got, s.Of(text))
	}
	want := "第一句。|第二句！|第三句；仍是第三句"
	if strings.Join(got, "|") != want {
		t.Errorf("Sentences = %s, want %s", strings.Join(got, "|"), want)
	}
}
