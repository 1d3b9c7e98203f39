package prose

import "testing"

// Numbers side by side of which one says less than its own words would.
func TestReadBesideEachOther(t *testing.T) {
	testRead(t, []readTest{
		{"不予公开3件，逾期不补正2件，其他处理4件。", []string{"req.denied.total = 3", "req.other_not_corrected.total = 2", "? = 4"}},
		{"其他处理4件，其中逾期不补正2件。", []string{"req.other.total = 4", "req.other_not_corrected.total = 2"}},
		{"无法提供6件（不掌握4件、需另行制作2件）。", []string{"req.unable.total = 6", "req.unable_not_held.total = 4", "req.unable_needs_making.total = 2"}},
		{"收到政府信息公开申请5件，同意公开的1件，已公开的有2件，部分公开的2件。", []string{"req.received_new.total = 5", "? = 1", "? = 2", "req.partly_granted.total = 2"}},
		{"受理政府信息公开申请9件，答复6件，不予受理2件，补正后申请内容仍不明确1件。", []string{"req.received_new.total = 9", "? = 6", "? = 2", "req.unable_still_unclear.total = 1"}},
		{"收到政府信息公开申请9件，答复7件，2件正在办理中。", []string{"req.received_new.total = 9", "req.handled_total.total = 7", "? = 2"}},
		{"收到政府信息公开申请9件，办结7件，结转下年度2件。", []string{"req.received_new.total = 9", "req.handled_total.total = 7", "req.carried_out.total = 2"}},
		{"收到书面申请4件、网络申请3件。", []string{"? = 4", "? = 3"}},
		{"办结政府信息公开申请9件，其中予以公开5件；县政府本级处理3件，其中予以公开2件。", []string{
			"req.handled_total.total = 9", "req.granted.total = 5", "? = 3", "? = 2",
		}},
		{"收到书面申请4件。", []string{"req.received_new.total = 4"}},
		{"政府信息公开行政复议4件，维持2件，驳回1件，撤销1件。", []string{"review.total = 4", "? = 2", "? = 1", "? = 1"}},
		{"政府信息公开行政复议3件，维持1件，纠正1件，责令重新答复1件。", []string{"review.total = 3", "review.upheld = 1", "? = 1", "? = 1"}},
		{"政府信息公开行政复议3件，维持2件，纠正1件。", []string{"review.total = 3", "review.upheld = 2", "review.corrected = 1"}},
	})
}

// What is contested is not always disclosure, and what is said of cases not of requests.
func TestReadCasesOfOtherKinds(t *testing.T) {
	testRead(t, []readTest{
		{"因工伤认定被提起行政诉讼2件、因行政处罚被申请行政复议3件。", []string{"? = 2", "? = 3"}},
		{"本局因具体行政行为被提起行政诉讼2起，其中1起维持。", []string{"? = 2", "? = 1"}},
		{"因不服政府信息公开答复被申请行政复议2件。", []string{"review.total = 2"}},
		{"被申请政府信息公开行政复议5件（其中2件为上年结转），办结3件，尚未审结2件。", []string{"review.total = 5", "? = 2", "? = 3", "review.pending = 2"}},
		{"作出行政处罚决定40件，因涉及个人隐私2件未公开。", []string{"penalty_decisions = 40", "? = 2"}},
		{"行政复议案件5件（其中政府信息公开类1件，维持），行政诉讼8件（均非政府信息公开类）。", []string{"? = 5", "? = 1", "? = 8"}},
		{"被提起行政诉讼4件，与政府信息公开无关。", []string{"? = 4"}},
		{"政府信息公开行政复议5件，其中维持4件。", []string{"review.total = 5", "review.upheld = 4"}},
		{"县政府作为行政复议机关，受理政府信息公开行政复议案件19件，维持12件；被申请行政复议2件。", []string{"? = 19", "? = 12", "review.total = 2"}},
		{"政府信息公开引发复议诉讼3件。", []string{"? = 3"}},
		{"协助县政府办答复依申请公开3件。", []string{"? = 3"}},
	})
}

// A bracket with the numbers of other years lists no parts.
func TestBreakdownOfOneYear(t *testing.T) {
	r := Read("收到政府信息公开申请3件（2022年4件、2021年7件），均已答复。", 2023)
	if len(r.Breakdowns) != 0 {
		t.Errorf("Read = %d breakdowns, want none: %+v", len(r.Breakdowns), r.Breakdowns)
	}
	r = Read("收到政府信息公开申请11件（网上4件、信函7件）。", 2023)
	if len(r.Breakdowns) != 1 {
		t.Errorf("Read = %d breakdowns, want one", len(r.Breakdowns))
	}
}

// Words in which reports state a figure beside the plain ones.
func TestReadRarerWords(t *testing.T) {
	testRead(t, []readTest{
		{"收到政府信息公开申请9件，不予公开（三类内部事务信息）2件。", []string{"req.received_new.total = 9", "req.denied_internal_affairs.total = 2"}},
		{"收到政府信息公开申请9件（含网上），部分公开2件。", []string{"req.received_new.total = 9", "req.partly_granted.total = 2"}},
		{"收到政府信息公开申请9件，公开6件，部分公开1件，不掌握2件。", []string{
			"req.received_new.total = 9", "req.granted.total = 6", "req.partly_granted.total = 1", "req.unable_not_held.total = 2",
		}},
		{"收到政府信息公开申请9件，公开信息6条，部分公开1件。", []string{"req.received_new.total = 9", "? = 6", "req.partly_granted.total = 1"}},
		{"本年新收政府信息公开申请数量0件，上年结转政府信息公开申请办件5件。", []string{"req.received_new.total = 0", "req.carried_in.total = 5"}},
		{"收到政府信息公开申请9件，其中2件属于本机关不掌握相关政府信息。", []string{"req.received_new.total = 9", "req.unable_not_held.total = 2"}},
		{"收到政府信息公开申请9件，其中2件办理结果为主动公开，7件办理结果为没有现成信息需要另行制作。", []string{
			"req.received_new.total = 9", "? = 2", "req.unable_needs_making.total = 7",
		}},
		{"收到政府信息公开申请9件，全年应办10件，实际办结9件，1件转2025年继续办理。", []string{
			"req.received_new.total = 9", "? = 10", "req.handled_total.total = 9", "req.carried_out.total = 1",
		}},
		{"行政规范性文件：制发件数2件，废止件数1件，现行有效件数22件。", []string{"normdocs_issued = 2", "normdocs_repealed = 1", "normdocs_in_force = 22"}},
		{"对规范性文件进行清理，继续有效20件，废止4件。", []string{"? = 20", "? = 4"}},
		{"制定发布规范性文件4件，现行有效文件20件。", []string{"normdocs_issued = 4", "normdocs_in_force = 20"}},
		{"主动公开海关政府信息634条。", []string{"item.total = 634"}},
	})
}
