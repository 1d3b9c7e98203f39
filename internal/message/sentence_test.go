package message

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"gongkai/internal/fault"
)

func TestOf(t *testing.T) {
	var problems fault.Problems
	problems.Add("name", "required", "Art. 29 para. 2", "label", "姓名")
	problems.Add("phone", "required", "Art. 29 para. 2", "label", "电话")
	tests := []struct {
		name string
		err  error
		want Sentence
	}{
		{
			"a rule, wrapped", fmt.Errorf("sign: %w", fault.Refuse(fault.Conflict, "report-sealed", "Art. 50", "year", "2025")),
			Sentence{"2025年度报告已经签发，内容不能再改。", "《中华人民共和国政府信息公开条例》第五十条", "确需更正的，请办理更正并说明原因，原文会一并保留。"},
		},
		{
			"a value that was not given", fault.Refuse(fault.Conflict, "duplicate-number", ""),
			Sentence{"编号“”已经登记过。", "", "请核对原始文书；确属同一件的，请修改原记录。"},
		},
		{
			"a value that looks like a placeholder", fault.Refuse(fault.Conflict, "duplicate-number", "", "number", "{number}<b>"),
			Sentence{"编号“{number}<b>”已经登记过。", "", "请核对原始文书；确属同一件的，请修改原记录。"},
		},
		{
			"an unknown code", fault.Refuse(fault.NotFound, "no-such-code", "Art. 1"),
			Sentence{"您要找的内容不存在，可能已经移走或者地址有误。", "《中华人民共和国政府信息公开条例》第一条", "请从首页进入，或者用搜索查找。"},
		},
		{
			"a form's problems", fmt.Errorf("save: %w", problems.Err()),
			Sentence{"姓名没有填写。请填写后再提交。电话没有填写。请填写后再提交。", "《中华人民共和国政府信息公开条例》第二十九条第二款", ""},
		},
		{
			"a body too large", &http.MaxBytesError{Limit: 10 << 20},
			Sentence{"文件超过10 MB，没有接收。", "", "请压缩图片或者拆分后重新上传。"},
		},
		{"a bare kind", fmt.Errorf("read: %w", fault.Forbidden), Sentence{"您没有做这项操作的权限。", "", "如工作需要，请联系本机关系统管理员。"}},
		{"too slow", context.DeadlineExceeded, Sentence{"系统这会儿太忙，没有在规定时间内做完。", "", "请过几分钟再试一次。"}},
		{"a failure of ours", errors.New("pq: password authentication failed"), Sentence{"系统出了问题，这次操作没有完成。", "", "请稍后再试；仍然不行，请联系维护人员。"}},
	}
	for _, tt := range tests {
		if got := Of(tt.err); got != tt.want {
			t.Errorf("%s: Of(%v) = %+v, want %+v", tt.name, tt.err, got, tt.want)
		}
	}
}

func TestFields(t *testing.T) {
	var problems fault.Problems
	problems.Add("name", "required", "Art. 29 para. 2", "label", "姓名")
	problems.Add("", "forbidden", "")
	got := Fields(fmt.Errorf("apply: %w", problems.Err()))
	if got["name"] != "姓名没有填写。请填写后再提交。" {
		t.Errorf("Fields(…)[name] = %q, want the sentence without its provision", got["name"])
	}
	if !strings.HasPrefix(got[""], "您没有做这项操作的权限。") {
		t.Errorf("Fields(…)[\"\"] = %q, want the form's own problem", got[""])
	}
	if got := Fields(fault.NotFound); len(got) != 0 {
		t.Errorf("Fields(not found) = %v, want none", got)
	}
}

func TestArticle(t *testing.T) {
	const law = "《中华人民共和国政府信息公开条例》"
	tests := []struct{ cited, want string }{
		{"Art. 33 para. 2", law + "第三十三条第二款"},
		{"Art. 10", law + "第十条"},
		{"Art. 20 item 12", law + "第二十条第（十二）项"},
		{"Art. 50 para. 1 item 3", law + "第五十条第一款第（三）项"},
		{"", ""},
		{"国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号"},
		{"Art. 33 para. 2; Art. 34", law + "第三十三条第二款、第三十四条"},
		{"Art. 33; 民法典", "Art. 33; 民法典"},
	}
	for _, tt := range tests {
		if got := Article(tt.cited); got != tt.want {
			t.Errorf("Article(%q) = %q, want %q", tt.cited, got, tt.want)
		}
	}
}
