package prose

import (
	"fmt"
	"strings"
	"testing"
)

const (
	allSuits         = "suit_direct.total+suit_after_review.total"
	allOrganisations = "req.received_new.org_business+req.received_new.org_research+req.received_new.org_public_welfare+req.received_new.org_legal_service+req.received_new.org_other"
)

// Sentences in the ways in which published reports put them.
func TestReadParts(t *testing.T) {
	testRead(t, []readTest{
		{"全县共收到申请50件，其中县政府本级收到20件，乡镇收到30件。", []string{"req.received_new.total = 50", "? = 20", "? = 30"}},
		{"全县共收到政府信息公开申请50件，其中办公室收到20件。", []string{"req.received_new.total = 50", "? = 20"}},
		{"主动公开各类信息80条。其中，行政规范性文件2条，行政许可5条，行政处罚3条。", []string{"item.total = 80", "? = 2", "? = 5", "? = 3"}},
		{"通过门户网站“信息公开目录”主动公开政府信息80条，及时更新。其中机构职能5条，行政处罚75条。", []string{"item.channel.platform = 80", "? = 5", "? = 75"}},
		{"共公开各类政府信息80条，其中本地新闻30条，其他应当公开的信息50条。", []string{"item.total = 80", "? = 30", "? = 50"}},
		{"全年制发公文90件，其中主动公开30件，依申请公开40件，不予公开20件。", []string{"? = 90", "? = 30", "? = 40", "? = 20"}},
		{"制作政府信息90条，其中主动公开信息30条，不予公开信息60条。", []string{"? = 90", "? = 30", "? = 60"}},
		{"到年底累计主动公开政府信息900条，其中本年新增主动公开政府信息120条。", []string{"item.total = 900 (other year)", "item.total = 120"}},
		{"收到政府信息公开申请9件，其中自然人申请6件，占66.7%；法人或其他组织申请3件，占33.3%。", []string{
			"req.received_new.total = 9", "req.received_new.natural_person = 6", "? share 6670", allOrganisations + " = 3", "? share 3330",
		}},
		{"收到申请9件，其中自然人申请6件、商业企业申请2件、其他组织申请1件。", []string{
			"req.received_new.total = 9", "req.received_new.natural_person = 6", "req.received_new.org_business = 2", "req.received_new.org_other = 1",
		}},
		{"受理公民政府信息公开申请5件。", []string{"req.received_new.total = 5"}},
		{"受理申请共计9件（其中自然人申请7件），同比减少10%。", []string{"req.received_new.total = 9", "req.received_new.natural_person = 7", "req.received_new.total change -1000"}},
		{"受理公民、法人和其他组织的政府信息公开申请5件。", []string{"req.received_new.total = 5"}},
		{"办结申请9件（含上年结转2件，另有1件顺延）。", []string{"req.handled_total.total = 9", "req.carried_in.total = 2", "? = 1"}},
		{"共收到政府信息公开申请9件（含上年结转2件），办结8件。", []string{"req.received_new.total+req.carried_in.total = 9", "req.carried_in.total = 2", "req.handled_total.total = 8"}},
		{"收到行政复议申请58件。", []string{"? = 58"}},
		{"收到政府信息公开行政复议申请2件。", []string{"review.total = 2"}},
		{"予以公开或部分公开6件，不予公开2件。", []string{"req.granted.total+req.partly_granted.total = 6", "req.denied.total = 2"}},
		{"因本机关不掌握相关政府信息无法提供1件，信息不存在的1件。", []string{"req.unable_not_held.total = 1", "? = 1"}},
	})
}

func TestReadOthersCases(t *testing.T) {
	testRead(t, []readTest{
		{"收到政府信息公开申请5件，办结5件。受理县长信箱来信30件，办结30件。", []string{"req.received_new.total = 5", "req.handled_total.total = 5", "? = 30", "? = 30"}},
		{"收到政府信息公开申请5件，收到网民诉求30件，办结30件。", []string{"req.received_new.total = 5", "? = 30", "? = 30"}},
		{"收到依申请公开件6件，转有关单位2件，直接答复4件。", []string{"req.received_new.total = 6", "? = 2", "? = 4"}},
		{"未收到行政许可申请。", nil},
		{"作为依申请公开信息0条。", []string{"? = 0"}},
		{"信息公开目录发布40条。", []string{"? = 40"}},
		{"信息公开目录信息40条。", []string{"? = 40"}},
		{"未出现因答复不当引发的投诉。", nil},
		{"截至12月31止。", nil},
		{"2024全年，主动公开政府信息20条。", []string{"item.total = 20"}},
	})
}

func TestReadChannels(t *testing.T) {
	testRead(t, []readTest{
		{"公众号保持每天更新，共发布信息90条。", []string{"? = 90"}},
		{"镇微信公众账号（1个）发布信息90条。", []string{"? = 1", "? = 90"}},
		{"通过政务新媒体和客户端专栏公开政府信息90条。", []string{
			"item.channel.wechat+item.channel.app+item.channel.weibo+item.channel.video = 90",
		}},
		{"通过三个渠道公开政府信息，合计90条：政府网站50条，微信公众号40条。", []string{
			"? = 3", "item.total = 90", "item.channel.platform = 50", "item.channel.wechat = 40",
		}},
		{"通过网络、信函等渠道收到依申请公开信息4件。", []string{"req.received_new.total = 4"}},
		{"本镇主动发布政务公开信息45条。", []string{"item.total = 45"}},
		{"利用“爱乡村”APP主动公开信息45条。", []string{"item.channel.app = 45"}},
		{"通过官方网站（公开专栏）、微信公众号主动公开信息45条。", []string{"? = 45"}},
		{"微博微信公开信息45条。", []string{"item.channel.weibo+item.channel.wechat = 45"}},
		{"共主动公开行政许可事项5项，行政处罚事项9项。", []string{"? = 5", "? = 9"}},
		{"主动公开信息20条，作出行政许可决定9件。", []string{"item.total = 20", "licence_decisions = 9"}},
		{"标准化领域主动公开45条。", []string{"? = 45"}},
		{"主动公开政府规章0件、规范性文件0件。", []string{"? = 0", "? = 0"}},
		{"基层标准化专题发布信息45条。", []string{"? = 45"}},
	})
}

func TestReadYearsBesideTheReports(t *testing.T) {
	testRead(t, []readTest{
		{"2023年结转政府信息公开申请2件，结转2025年度继续办理1件。", []string{"req.carried_in.total = 2", "req.carried_out.total = 1"}},
		{"收到政府信息公开申请8件，较2023年增加3件，办结7件。", []string{"req.received_new.total = 8", "req.received_new.total change 3", "req.handled_total.total = 7"}},
		{"主动公开政府信息20条，与去年同期相比增加5条。", []string{"item.total = 20", "item.total change 5"}},
		{"2023年我镇收到政府信息公开申请9件。", []string{"req.received_new.total = 9 (other year)"}},
		{"主动公开政府信息90条，较2023年的80条增长12.5%。", []string{"item.total = 90", "? = 80", "item.total change 1250"}},
		{"今年以来，主动公开政府信息20条。", []string{"item.total = 20"}},
		{"网站开通以来，主动公开政府信息2000条。", []string{"item.total = 2000 (other year)"}},
		{"督促各部门及时更新栏目，主动公开政府信息20条。", []string{"item.total = 20"}},
		{"完成年度目标任务，主动公开政府信息20条。", []string{"item.total = 20"}},
	})
}

func TestReadAbsenceOfRequests(t *testing.T) {
	none := []string{"req.received_new.total none"}
	testRead(t, []readTest{
		{"未收到任何公民、法人和其他组织提出的公开政府信息的申请。", none},
		{"没有收到公民、法人或者其他组织的依申请公开诉求。", none},
		{"未接到任何形式的信息公开申请。", none},
		{"管理区未收到任何单位和个人提出的政府信息公开申请。", none},
		{"未收到自然人、法人或其他组织提出的政府信息公开申请。", none},
		{"没有针对本单位的信息公开行政复议申请和行政诉讼。", []string{"review.total none", allSuits + " none"}},
		{"截至年底无未办结申请。", nil},
		{"全年无依申请公开行政复议、行政诉讼情况。", []string{"review.total none", allSuits + " none"}},
		{"无因政府信息公开申请行政复议、提起行政诉讼的情况。", []string{"review.total none", allSuits + " none"}},
		{"未收到过信息公开申请。", none},
		{"未发生任何针对本部门政府信息公开方面的行政复议、行政诉讼和申诉。", []string{"review.total none", allSuits + " none"}},
		{"未出现因答复不当引起的行政复议、行政诉讼。", nil},
		{"未发生有关政府信息公开事务的行政复议、行政诉讼案件。", []string{"review.total none", allSuits + " none"}},
	})
}

func TestReadFeesAndTraining(t *testing.T) {
	testRead(t, []readTest{
		{"发出收费通知2件，总金额300元，实际收取200元。", []string{"fee_notice.count = 2", "fee_notice.amount = 30000", "fee_received.amount = 20000"}},
		{"举办培训班2期，参训人员60人次。", []string{"training.sessions = 2", "training.attendees = 60"}},
		{"举办培训班2期，60人次参加。", []string{"training.sessions = 2", "training.attendees = 60"}},
		{"参训80余人次。", []string{"training.attendees = 80..89"}},
		{"参训单位12个。", []string{"? = 12"}},
		{"行政许可处理决定数56件，行政处罚处理决定数4件。", []string{"licence_decisions = 56", "penalty_decisions = 4"}},
		{"（三）政府信息管理 本年度制发行政规范性文件4件，废止1件。", []string{"normdocs_issued = 4", "normdocs_repealed = 1"}},
		{"梳理权责清单，其中行政许可28项、行政处罚156项。", []string{"? = 28", "? = 156"}},
		{"公示行政处罚56件。", []string{"? = 56"}},
		{"办理行政许可56件。", []string{"? = 56"}},
		{"全年未收取任何费用。", []string{"fee_received.amount none"}},
		{"被追责0人次。", []string{"accountability.count = 0"}},
		{"行政事业性收费收入为135.6万元。", []string{"admin_fee_amount_wan = 135600000"}},
	})
}

func TestListsOfParts(t *testing.T) {
	tests := []struct{ text, want string }{
		{"主动公开信息50条，其中新闻10条，通知5条，教育类2篇，专题1个等；公众号另发布900条。", "50=10+5+2+1 open"},
		{"公开政府信息60条，其中：动态20条、通知10条、征集5期、其他25条。", "60=20+10+5+25 open"},
		{"收到政府信息公开申请7件，其中自然人6件，企业1件，予以公开3件，不予公开4件。", "7=6+1 some"},
		{"主动公开信息50条，其中人事信息10条、会议信息5条、财政信息4条。", "50=10+5+4 some"},
		{"主动公开信息50条，其中人事信息10条、会议信息5条、其他信息4条。", "50=10+5+4"},
		{"主动公开信息50条，分为人事信息10条、会议信息5条、财政信息4条。", "50=10+5+4"},
		{"政府网站公开信息50条，其中动态45条，公开指南1条，年报4条。", "50=45+1+4 some"},
		{"答复申请9件（含上年结转2件，另有1件顺延）。", ""},
		{"收到申请3件，网站公开20条、公众号公开30条，共计50条。", "50=20+30"},
	}
	for _, tt := range tests {
		var got []string
		for _, b := range Read(tt.text, 2024).Breakdowns {
			var parts []string
			for _, p := range b.Parts {
				parts = append(parts, fmt.Sprint(p.Value))
			}
			text := fmt.Sprintf("%d=%s", b.Total.Value, strings.Join(parts, "+"))
			if b.Some {
				text += " some"
			}
			if b.Open {
				text += " open"
			}
			got = append(got, text)
		}
		want := strings.TrimSuffix(tt.want, " ")
		if strings.ReplaceAll(strings.Join(got, "; "), " some open", " open") != want {
			t.Errorf("Breakdowns(%s) = %s, want %s", tt.text, strings.Join(got, "; "), want)
		}
	}
}
