package workbench

import (
	"context"
	"errors"
	"fmt"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
	"gongkai/internal/web/ui"
)

// importTodos lists the imports that wait for somebody or are under way.
func (b *Workbench) importTodos(ctx context.Context, v visit) ([]todo, error) {
	if !v.May(organ.WriteRegister) {
		return nil, nil
	}
	ids, err := b.Imports.Open(ctx, v.Site.ID, v.Organ.ID)
	if err != nil {
		return nil, fmt.Errorf("list imports of %s: %w", v.Organ.ID, err)
	}
	var found []todo
	for _, id := range ids {
		t, err := b.importTodo(ctx, v, id)
		if errors.Is(err, fault.NotFound) {
			continue // discarded meanwhile
		}
		if err != nil {
			return nil, fmt.Errorf("load import %s: %w", id, err)
		}
		found = append(found, t)
	}
	return found, nil
}

func (b *Workbench) importTodo(ctx context.Context, v visit, id string) (todo, error) {
	im, done, err := b.Imports.Result(ctx, v.Site.ID, id)
	if err != nil {
		return todo{}, err
	}
	step, _, _, err := b.Imports.Progress(ctx, v.Site.ID, id)
	if err != nil {
		return todo{}, err
	}
	d, _ := register.ByName(im.Register)
	t := todo{What: "导入" + d.Title, Note: im.File, Href: v.At("imports", id), Do: "查看", Tone: ui.Warn}
	problems := int64(len(done.Problems)) + done.More
	switch {
	case step == "examining":
		t.Tone, t.Mark = ui.Plain, ui.Badge{Text: "正在检查", Tone: ui.Plain}
	case step == "importing":
		t.Tone, t.Mark = ui.Plain, ui.Badge{Text: "正在导入", Tone: ui.Plain}
	case step == "failed":
		t.Mark = ui.Badge{Text: "没有完成", Tone: ui.Bad}
	case problems > 0 && !onlyReason(done):
		t.Do, t.Mark = "去更正", ui.Badge{Text: fmt.Sprintf("有%d处问题", problems), Tone: ui.Bad}
	default:
		t.Do, t.Mark = "去确认", ui.Badge{Text: "等待确认", Tone: ui.Warn}
	}
	return t, nil
}
