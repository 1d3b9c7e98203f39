package narrate_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/law/tally"
)

// everyFigure lists the cells of all formats, the groups of results and the figures
// that the templates speak of.
func everyFigure(t *testing.T) []string {
	t.Helper()
	seen := map[string]bool{}
	var names []string
	add := func(name string) {
		if name = strings.TrimPrefix(name, narrate.LastYear); !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	for _, format := range tally.Formats {
		for _, cell := range format.Cells {
			add(cell.Name)
		}
		for _, row := range format.RequestRows {
			for _, column := range tally.RequestColumns {
				if row.Group != "" {
					add(tally.RequestCell(row.Group, column.Key))
				}
			}
		}
		for _, kind := range kinds {
			for _, spec := range narrate.Sections(format, kind) {
				for _, name := range narrate.FigureNames(spec.Template) {
					add(name)
				}
			}
		}
	}
	channel, _ := register.DisclosureItem.Field("channel")
	for _, choice := range channel.Choices {
		add("item.channel." + choice.Code)
	}
	return names
}

func TestEveryFigureHasAShortLabelOfItsOwn(t *testing.T) {
	taken := map[string]string{}
	for _, name := range everyFigure(t) {
		label := narrate.ShowLabel(name)
		if label == name || strings.ContainsAny(label, "abcdefghijklmnopqrstuvwxyz+-{}|:：") || utf8.RuneCountInString(label) > 26 {
			t.Errorf("ShowLabel(%s) = %q, want a short Chinese label", name, label)
		}
		if other, used := taken[label]; used {
			t.Errorf("ShowLabel(%s) = %q, the label of %s", name, label, other)
		}
		taken[label] = name
		for _, body := range []string{"{{" + name + "}}", "共{{ last." + name + " }}件", "{{*" + name + "}}", "{{?" + name + ": 有{{" + name + "-last." + name + "}} | 无}}"} {
			shown := narrate.ShowLabels(body)
			if strings.Contains(shown, name) {
				t.Errorf("ShowLabels(%s) = %s, want no name left", body, shown)
			}
			if got := narrate.ReadLabels(shown); got != body {
				t.Errorf("ReadLabels(%s) = %s, want %s", shown, got, body)
			}
		}
	}
}

// TestLabelsOfCounts: every figure beside the tables that a label is written for is
// one that the registers give.
func TestLabelsOfCounts(t *testing.T) {
	for _, name := range everyFigure(t) {
		_, isFigure := annualreport.FigureByName(name)
		_, isCell := tally.CellByName(name)
		group := strings.HasPrefix(name, "req.")
		if !isFigure && !isCell && !group {
			t.Errorf("FigureByName(%s) = none, want the figure of label %s", name, narrate.ShowLabel(name))
		}
	}
}

func TestTemplatesAreShownWithoutNames(t *testing.T) {
	for _, format := range tally.Formats {
		for _, kind := range kinds {
			for _, spec := range narrate.Sections(format, kind) {
				shown := narrate.ShowLabels(spec.Template)
				if at := strings.IndexFunc(shown, func(r rune) bool { return r >= 'a' && r <= 'z' }); at >= 0 {
					t.Errorf("%s %s %s is shown as …%s, want no name", format.ID, kind, spec.Key, shown[at:])
				}
				if got := narrate.ReadLabels(shown); got != spec.Template {
					t.Errorf("%s %s %s = %q after a round, want %q", format.ID, kind, spec.Key, got, spec.Template)
				}
			}
		}
	}
	for name := range narrate.Facts(organ.Organ{Name: "洲泉镇人民政府", ShortName: "洲泉镇", Kind: organ.Town, WorkingBody: "党政办", Address: "1号", Telephone: "0573"}, 2025) {
		if label := narrate.ShowLabel("@" + name); label == "@"+name || narrate.ReadLabel(label) != "@"+name {
			t.Errorf("ShowLabel(@%s) = %s, want a label and the way back", name, label)
		}
	}
}

func TestLabels(t *testing.T) {
	tests := []struct{ shown, stored string }{
		{"新收{{新收申请总数}}件", "新收{{req.received_new.total}}件"},
		{"{{@机关全称}}{{?@办公地址:有}}", "{{@organ}}{{?@address:有}}"},
		{"{{上年·主动公开总数-主动公开总数}}", "{{last.item.total-item.total}}"},
		{"{{主动公开总数 + 培训次数}}", "{{item.total + training.sessions}}"},
		{"{{=469|据新收申请总数}}", "{{=469|据新收申请总数}}"},
		{"{{没有这个指标}}", "{{没有这个指标}}"},
		{"新收申请总数", "新收申请总数"},
		{"{{新收申请总数", "{{新收申请总数"},
		{"{{?主动公开总数： 有 ｜ 无}}", "{{?item.total： 有 ｜ 无}}"},
		{"{{{{主动公开总数}}}}", "{{{{item.total}}}}"},
		{"{{?新收申请总数}}", "{{?新收申请总数}}"},
	}
	for _, tt := range tests {
		if got := narrate.ReadLabels(tt.shown); got != tt.stored {
			t.Errorf("ReadLabels(%s) = %s, want %s", tt.shown, got, tt.stored)
		}
		if got := narrate.ShowLabels(tt.stored); got != tt.shown {
			t.Errorf("ShowLabels(%s) = %s, want %s", tt.stored, got, tt.shown)
		}
	}
	if got := narrate.ReadLabels("{{主动公开总数－培训次数＋item.class.guide}}"); got != "{{item.total-training.sessions+item.class.guide}}" {
		t.Errorf("ReadLabels of full-width signs = %s, want plain ones", got)
	}
	_, problems := narrate.Parse(narrate.ReadLabels("{{没有这个指标}}"))
	if len(problems) != 1 || !strings.Contains(problems[0].Sentence(), "没有这个指标") {
		t.Errorf("Parse of an unknown label = %v, want it reported", problems)
	}
}

func FuzzLabels(f *testing.F) {
	for _, seed := range []string{"{{item.total}}", "{{新收申请总数＋x}}", "{{?last.item.total: {{*suit}} | {{@year}}}}", "{{{@self}}", "{{?@a:{{=3|b}}", "{{a-b−c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		stored := narrate.ReadLabels(body)
		if again := narrate.ReadLabels(stored); again != stored {
			t.Errorf("ReadLabels(%q) = %q, want it read already", stored, again)
		}
		if got := narrate.ReadLabels(narrate.ShowLabels(stored)); got != stored {
			t.Errorf("a round of %q = %q", stored, got)
		}
	})
}
