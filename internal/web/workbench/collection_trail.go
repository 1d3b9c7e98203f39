package workbench

import (
	"encoding/json"
	"fmt"

	"gongkai/internal/annualreport/collection"
	"gongkai/internal/audit"
)

// collectionLabels name what is done to collections in the trail.
var collectionLabels = map[string]string{
	"collection.receive": "收一批年报", "collection.add": "年报检查：添加文件", "collection.remove": "年报检查：移出文件", "collection.discard": "删除一批年报",
	"collection.mark": "年报检查：处理问题", "collection.read_again": "年报检查：重新检查",
}

// collectionWords says what an entry about a collection changed.
func collectionWords(e audit.Entry) string {
	var before, after struct {
		Title    string
		Name     string
		Files    int
		Added    int
		Findings int
		Mark     collection.Mark
	}
	for _, side := range []struct {
		data json.RawMessage
		into any
	}{{e.Before, &before}, {e.After, &after}} {
		if len(side.data) == 0 {
			continue
		}
		err := json.Unmarshal(side.data, side.into)
		if err != nil {
			return "内容无法显示"
		}
	}
	switch e.Action {
	case "collection.receive":
		return fmt.Sprintf("“%s”，%d份", shortened(after.Title), after.Files)
	case "collection.add":
		return fmt.Sprintf("添加%d份，共%d份", after.Added, after.Files)
	case "collection.remove":
		return "“" + shortened(before.Name) + "”"
	case "collection.discard":
		return fmt.Sprintf("“%s”，%d份", shortened(before.Title), before.Files)
	case "collection.mark":
		return fmt.Sprintf("%d处标为“%s”", after.Findings, collection.MarkLabels[after.Mark])
	}
	return ""
}
