package workbench

import (
	"net/http"
	"strings"
	"testing"

	"gongkai/internal/annualreport"
	"gongkai/internal/organ"
)

func TestWhatWaitsForWhom(t *testing.T) {
	everyone := map[string][]organ.Role{"clerk": {organ.Clerk}, "reviewer": {organ.Reviewer}, "signer": {organ.Signer}}
	tests := []struct {
		state annualreport.State
		waits map[string]string
	}{
		{annualreport.Draft, map[string]string{"clerk": "继续编制", "reviewer": "去校核"}},
		{annualreport.Checked, map[string]string{"signer": "去签发"}},
		{annualreport.Signed, map[string]string{"clerk": "去报送", "signer": "去报送"}},
		{annualreport.Submitted, nil},
		{annualreport.Returned, map[string]string{"clerk": "去修改"}},
		{annualreport.Accepted, map[string]string{"clerk": "去发布", "signer": "去发布"}},
		{annualreport.Published, nil},
		{annualreport.Superseded, nil},
	}
	for _, tt := range tests {
		for who, roles := range everyone {
			v := visit{
				Site: organ.Site{ID: "s"}, Organ: organ.Organ{ID: "town", Kind: organ.Town}, Chain: []string{"town"}, Today: "2025-01-10",
				Person: organ.Person{ID: who, SiteID: "s"},
			}
			for _, role := range roles {
				v.Person.Grants = append(v.Person.Grants, organ.Grant{Role: role, OrganID: "town"})
			}
			got, waits := v.reportStep(annualreport.Report{Year: 2024, State: tt.state, DrawnUpBy: "clerk"})
			if want := tt.waits[who]; waits != (want != "") || got.Do != want {
				t.Errorf("reportStep(%s) for the %s = %q, %v, want %q", tt.state, who, got.Do, waits, want)
			}
		}
	}
}

func TestADrafterIsNotAskedToCheckTheirOwn(t *testing.T) {
	v := visit{
		Site: organ.Site{ID: "s"}, Organ: organ.Organ{ID: "town", Kind: organ.Town}, Chain: []string{"town"}, Today: "2025-01-10",
		Person: organ.Person{ID: "both", SiteID: "s", Grants: []organ.Grant{{Role: organ.Clerk, OrganID: "town"}, {Role: organ.Reviewer, OrganID: "town"}}},
	}
	got, _ := v.reportStep(annualreport.Report{Year: 2024, State: annualreport.Draft, DrawnUpBy: "both"})
	if got.Do != "继续编制" {
		t.Errorf("reportStep = %q, want 继续编制", got.Do)
	}
}

func TestRequestsNearTheirDayWait(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	for number, received := range map[string]string{"2024-001": "2024-12-02", "2024-002": "2024-12-17", "2025-001": "2025-01-09"} {
		form := requestForm(number)
		form.Set("received_on", received)
		b.post(requests+"/new", form).want(http.StatusSeeOther)
	}
	a := b.get(townPages+"/").want(http.StatusOK, "答复申请 2024-001", "超期", "答复申请 2024-002", "还剩", "编制年度报告", "临近期限")
	if strings.Contains(a.text(), "答复申请 2025-001") {
		t.Error("a request with a month to go is on the list")
	}
	if at, later := strings.Index(a.text(), "答复申请 2024-001"), strings.Index(a.text(), "答复申请 2024-002"); at > later {
		t.Error("what is overdue does not come first")
	}
	if strings.Contains(w.as("reviewer").get(townPages+"/").text(), "答复申请") {
		t.Error("the reviewer is asked to reply")
	}
}

func TestAnExtensionMovesTheLastDay(t *testing.T) {
	w := newWorld(t)
	b := w.as("clerk")
	form := requestForm("2024-001")
	form.Set("received_on", "2024-12-02")
	form.Set("extension", "20")
	b.post(requests+"/new", form).want(http.StatusSeeOther)
	// 40 working days: 21 to the year's end, 18 to 26 January, a make-up Sunday, and the 27th.
	b.get(requests+"/record"+numberQuery("2024-001")).want(http.StatusOK, "最迟2025年1月27日答复")
}
