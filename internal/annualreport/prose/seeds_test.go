package prose

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// seedFolder holds real published reports. It lies beside the repository and is
// not part of it.
const seedFolder = "../../../../shared/seeds"

// bracketedPinyin stands after characters in pages that were damaged in transfer.
var bracketedPinyin = regexp.MustCompile(`\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)`)

// simplified are the characters that the sentences tested here need.
var simplified = strings.NewReplacer(
	"開", "开", "動", "动", "條", "条", "臺", "台", "計", "计", "劃", "划", "總", "总", "結", "结", "態", "态", "財", "财", "眾", "众", "號", "号",
	"專", "专", "欄", "栏", "級", "级", "體", "体", "發", "发", "聞", "闻", "類", "类", "鎮", "镇", "請", "请", "關", "关", "規", "规", "辦", "办",
	"機", "机", "轉", "转", "繼", "继", "續", "续", "復", "复", "議", "议", "訴", "诉", "訟", "讼", "審", "审", "況", "况", "處", "处", "費", "费",
	"責", "责", "務", "务", "報", "报", "則", "则", "鄉", "乡", "愛", "爱", "嚴", "严", "華", "华", "國", "国", "務", "务", "續", "续", "應", "应",
	"導", "导", "監", "监", "權", "权", "參", "参", "與", "与", "現", "现", "將", "将", "無", "无", "進", "进", "實", "实", "證", "证", "數", "数",
)

// seed reads one of the reports, freed of its damage.
func seed(t *testing.T, number string) (string, bool) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(seedFolder, number+"_*.txt"))
	if err != nil || len(files) != 1 {
		fmt.Fprintf(os.Stderr, "\n*** %s: seed report %s is not in %s; ITS TEST DID NOT RUN ***\n\n", t.Name(), number, seedFolder)
		return "", false
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatalf("read seed %s: %v", number, err)
	}
	text := strings.ReplaceAll(string(data), "|", "")
	return simplified.Replace(bracketedPinyin.ReplaceAllString(text, "")), true
}

// stated is what a report is known to state: the figures, joined by +, and the value.
type stated struct {
	means string
	value int64
}

func TestSeeds(t *testing.T) {
	suits := "suit_direct.total+suit_after_review.total"
	tests := []struct {
		number string
		year   int
		want   []stated
		absent []string
	}{
		{"000", 2022, []stated{{"staff.part_time", 3}, {"service_point.reception", 1}, {"item.total", 60}}, []string{"fee_notice.count", "fee_received.amount"}},
		{"001", 2022, []stated{
			{"item.class.information", 5},
			{"item.class.guide", 1},
			{"item.class.profile", 1},
			{"item.class.catalogue", 1},
			{"req.received_new.total", 0},
			{suits, 0},
			{"item.channel.platform", 5},
		}, nil},
		{"002", 2013, []stated{{"item.total", 469}}, []string{"req.received_new.total", "req.denied.total", "review.total", suits}},
		{"003", 2022, []stated{
			{"item.total", 142},
			{"req.received_new.total", 6},
			{"req.handled_total.total", 6},
			{"licence_decisions", 28},
			{"penalty_decisions", 6},
			{"review.total", 1},
			{suits, 1},
		}, []string{"fee_notice.count", "fee_received.amount"}},
		{"004", 2024, []stated{
			{"item.total", 825},
			{"item.channel.platform", 76},
			{"item.channel.wechat", 35},
			{"item.channel.app", 272},
			{"item.channel.media", 442},
			{"req.received_new.total", 5},
			{"req.handled_total.total", 4},
			{"req.granted.total", 1},
			{"req.partly_granted.total", 1},
			{"req.unable_not_held.total", 2},
			{"req.carried_out.total", 1},
			{"review.total", 1},
		}, []string{suits, "accountability.count", "fee_received.amount"}},
	}
	for _, tt := range tests {
		text, ok := seed(t, tt.number)
		if !ok {
			continue
		}
		r := Read(text, tt.year)
		for _, want := range tt.want {
			if !slices.ContainsFunc(r.Statements, func(s Statement) bool {
				return s.Manner == Stated && s.Scope == Own && s.Exact() && strings.Join(s.Means, "+") == want.means && s.Value == want.value
			}) {
				t.Errorf("Read(seed %s) states %s = %v, want %d", tt.number, want.means, statedValues(r, want.means), want.value)
			}
		}
		for _, means := range tt.absent {
			if !slices.ContainsFunc(r.Statements, func(s Statement) bool { return s.Manner == Absent && strings.Join(s.Means, "+") == means }) {
				t.Errorf("Read(seed %s) does not state that there was no %s", tt.number, means)
			}
		}
	}
}

func statedValues(r Reading, means string) []int64 {
	var values []int64
	for _, s := range r.Statements {
		if strings.Join(s.Means, "+") == means {
			values = append(values, s.Value)
		}
	}
	return values
}

func TestSeedBreakdownsAndClashes(t *testing.T) {
	text, ok := seed(t, "004")
	if !ok {
		return
	}
	r := Read(text, 2024)
	sums := make(map[int64]int64)
	for _, b := range r.Breakdowns {
		sums[b.Total.Value] = b.Sum()
	}
	if sums[825] != 825 || sums[4] != 4 {
		t.Errorf("Read(seed 004).Breakdowns = %v, want 825 = 825 and 4 = 4", sums)
	}
	if len(r.Clashes) != 1 || r.Clashes[0].Row != "unable_not_held" {
		t.Errorf("Read(seed 004).Clashes = %v, want one on unable_not_held", r.Clashes)
	}
}

func TestSeedVagueCount(t *testing.T) {
	text, ok := seed(t, "002")
	if !ok {
		return
	}
	for _, s := range Read(text, 2013).Statements {
		if strings.Join(s.Means, "+") == "item.channel.platform" {
			if s.Low != 20 || s.High != 99 {
				t.Errorf("Read(seed 002) states %d to %d items on the platform, want 20 to 99", s.Low, s.High)
			}
			return
		}
	}
	t.Error("Read(seed 002) does not state the vague count of items on the platform")
}
