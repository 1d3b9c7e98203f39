package workbench

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/annualreport"
	"gongkai/internal/annualreport/narrate"
	"gongkai/internal/fault"
	"gongkai/internal/message"
	"gongkai/internal/organ"
	"gongkai/internal/web/ui"
)

// sectionPage is the editor of one section.
type sectionPage struct {
	ui.WorkFrame
	Spec      narrate.SectionSpec
	Chapter   string
	Action    string
	Version   int
	Base      string // mark of the stored text that the form began with
	Body      string // with labels for names
	Rows      int
	Problem   string
	Conflict  *sectionConflict
	ReadOnly  string // why the text cannot be changed now; empty when it can
	Preview   []previewLine
	Troubles  []string // what is wrong with the bindings
	Findings  ui.Findings
	Numbers   []typedNumber
	Groups    []offerGroup
	Additions []addition
	Siblings  []ui.MenuItem // the report's sections
	Report    string
}

// sectionConflict is the text that somebody else saved meanwhile.
type sectionConflict struct {
	Theirs []string // by lines
}

// section serves GET /work/o/{organ}/reports/{year}/sections/{section}.
func (b *Workbench) section(w http.ResponseWriter, r *http.Request, v visit) error {
	at, err := b.sectionAt(r, v)
	if err != nil {
		return err
	}
	return b.show(w, "report_section", at.page(at.opened(), nil))
}

// opened is the text that the editor begins with. An untouched template is opened
// to the sentences it gives now, with its figures still bound: a clerk edits
// sentences and not conditions. Saving it unchanged leaves the template in place.
func (e editing) opened() string {
	if !e.passage.Template || !e.view.Report.Editable() {
		return e.passage.Body
	}
	return plainBody(narrate.Render(e.passage.Body, e.view.Values()))
}

// editing is the section that a request is about.
type editing struct {
	visit   visit
	key     annualreport.Key
	view    annualreport.View
	passage annualreport.Passage
}

func (b *Workbench) sectionAt(r *http.Request, v visit) (editing, error) {
	key, err := reportKey(r, v)
	if err != nil {
		return editing{}, err
	}
	view, err := b.Reports.View(r.Context(), v.Person, key)
	if err != nil {
		return editing{}, err
	}
	name := r.PathValue("section")
	i := slices.IndexFunc(view.Content.Sections, func(p annualreport.Passage) bool { return p.Spec.Key == name })
	if i < 0 {
		return editing{}, fault.Refuse(fault.NotFound, "section-unknown", "", "section", name)
	}
	return editing{v, key, view, view.Content.Sections[i]}, nil
}

// page draws the editor with a text, saved or not, and the answers that were sent.
func (e editing) page(body string, sent url.Values) sectionPage {
	place := placeOf(e.key)
	spec, values := e.passage.Spec, e.view.Values()
	rendered := narrate.Render(body, values)
	groups := offersOf(e.view, spec, body)
	links := linksOf(e.view, place, true)
	findings := sortFindings(e.view, links, false)
	shown := narrate.ShowLabels(body)
	page := sectionPage{
		WorkFrame: e.visit.frame("编辑"+spec.Title, e.visit.At("reports"), reportCrumbs(e.visit, place, true)...),
		Spec:      spec, Action: place.section(spec.Key), Version: e.view.Report.Version, Base: markOf(e.passage.Body),
		Body: shown, Rows: min(max(strings.Count(shown, "\n")+len([]rune(shown))/45+3, 8), 28),
		Preview: previewOf(rendered, links.prose), Findings: findings.sections[spec.Key],
		Numbers: typedNumbers(rendered, groups, sent), Groups: groups,
		Additions: additionsOf(spec, e.view.LastMeasures, values), Report: place.report() + "#" + sectionID(spec.Key),
	}
	for _, p := range rendered.Problems {
		p.Detail = narrate.ShowLabel(p.Detail)
		page.Troubles = append(page.Troubles, p.Sentence())
	}
	chapter, ok := e.view.Content.Format.Chapter(spec.Chapter)
	if ok {
		page.Chapter = chapter.Heading()
	}
	switch {
	case !e.visit.May(organ.DrawUpReport):
		page.ReadOnly = "只有本机关经办人可以修改报告。"
	case e.view.Report.Sealed():
		page.ReadOnly = "报告已经签发，内容不能再改；发布前可以撤回修改，发布后请办理更正。"
	case !e.view.Report.Editable():
		page.ReadOnly = "报告已经校核，撤回后才能修改。"
	}
	for _, p := range e.view.Content.Sections {
		page.Siblings = append(page.Siblings, ui.MenuItem{Title: p.Spec.Title, Href: place.section(p.Spec.Key), Current: p.Spec.Key == spec.Key})
	}
	return page
}

// writeSection serves POST /work/o/{organ}/reports/{year}/sections/{section}. Only
// “保存” writes; every other button changes the text in the form and shows it.
func (b *Workbench) writeSection(w http.ResponseWriter, r *http.Request, v visit) error {
	at, err := b.sectionAt(r, v)
	if err != nil {
		return err
	}
	body := tidy(r.PostForm.Get("body"))
	switch r.PostForm.Get("do") {
	case "save":
		return b.saveSection(w, r, at, body)
	case "template":
		return b.saveTemplate(w, r, at, body)
	}
	next, said, err := edited(body, r.PostForm, at.passage.Spec, at.page(body, nil).Additions, at.view.Values())
	if err != nil {
		page := at.page(body, r.PostForm)
		page.keepVersion(r)
		page.Problem = editSentence(err)
		if page.Problem == "" {
			return err
		}
		return b.showRefused(w, fault.Invalid, "report_section", page)
	}
	page := at.page(next, r.PostForm)
	if next != body {
		page.Numbers = carryAnswers(at.page(body, r.PostForm).Numbers, page.Numbers)
	}
	page.keepVersion(r)
	if said != "" {
		page.Notices = append(page.Notices, ui.Notice{Tone: ui.Warn, Text: said})
	} else if next != at.passage.Body {
		page.Notices = append(page.Notices, ui.Notice{Tone: ui.Warn, Text: "以下为预览，文字尚未保存。"})
	}
	return b.show(w, "report_section", page)
}

// keepVersion keeps the version and the text that the person began with, so that a
// later save still notices what others did.
func (p *sectionPage) keepVersion(r *http.Request) {
	version, err := versionIn(r)
	if err == nil {
		p.Version = version
		p.Base = r.PostForm.Get("base")
	}
}

func (b *Workbench) saveSection(w http.ResponseWriter, r *http.Request, at editing, body string) error {
	version, err := versionIn(r)
	if err != nil {
		return err
	}
	stored := at.passage.Body
	if body == at.opened() {
		body = stored
	}
	if version != at.view.Report.Version && r.PostForm.Get("base") == markOf(stored) {
		version = at.view.Report.Version // others changed the report, but not this section
	}
	_, err = b.Reports.Write(r.Context(), at.visit.Person, at.key, version, map[string]string{at.passage.Spec.Key: body})
	if err == nil {
		return b.done(w, r, placeOf(at.key).section(at.passage.Spec.Key), "已保存“"+at.passage.Spec.Title+"”。")
	}
	if fault.Kind(err) == nil {
		return err
	}
	fresh, freshErr := b.sectionAt(r, at.visit)
	if freshErr != nil {
		return freshErr
	}
	page := fresh.page(body, r.PostForm)
	page.Problem = message.Of(err).String()
	var rule *fault.Rule
	if errors.As(err, &rule) && rule.Code == "record-changed-by-other" {
		page.Conflict = &sectionConflict{Theirs: strings.Split(narrate.ShowLabels(fresh.passage.Body), "\n")}
	}
	return b.showRefused(w, err, "report_section", page)
}

// saveTemplate makes the text the organ's template for coming years; the section
// itself is saved with “保存”.
func (b *Workbench) saveTemplate(w http.ResponseWriter, r *http.Request, at editing, body string) error {
	err := b.Reports.SaveTemplate(r.Context(), at.visit.Person, at.key, at.view.Content.Format.ID, at.passage.Spec.Key, body)
	page := at.page(body, r.PostForm)
	page.keepVersion(r)
	if err != nil {
		if fault.Kind(err) == nil {
			return err
		}
		page.Problem = message.Of(err).String()
		return b.showRefused(w, err, "report_section", page)
	}
	text := "已存为本机关模板，以后年度的报告由它开始。"
	if body != at.passage.Body {
		text += "本年度的文字尚未保存。"
	}
	page.Notices = append(page.Notices, ui.Notice{Tone: ui.Good, Text: text})
	return b.show(w, "report_section", page)
}

// tidy is the text as it will be stored, with names for labels: a browser sends line
// ends in two characters.
func tidy(body string) string {
	return strings.TrimSpace(narrate.ReadLabels(strings.ReplaceAll(body, "\r\n", "\n")))
}

// markOf marks a text, so that a form can tell whether the stored one is still the
// one it began with.
func markOf(body string) string {
	sum := sha256.Sum256([]byte(body))
	return hex.EncodeToString(sum[:8])
}

// Field names the input beside a typed number.
func (n typedNumber) Field(kind string) string { return kind + "-" + strconv.Itoa(n.At) }

// Bind is the value of the button that binds a typed number to a figure.
func (n typedNumber) Bind(figure string) string { return fmt.Sprintf("%d=%s", n.At, figure) }
