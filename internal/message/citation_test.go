package message

import "testing"

func TestCitation(t *testing.T) {
	for cited, want := range map[string]string{
		"2021 format notice, table three": "国办公开办函〔2021〕30号 表三",
		"2020 fee measures":               "国办函〔2020〕109号《政府信息公开信息处理费管理办法》",
		"Art. 50":                         "《中华人民共和国政府信息公开条例》第五十条",
		"GB/T 9704-2012":                  "GB/T 9704-2012",
		"":                                "",
	} {
		if got := Citation(cited); got != want {
			t.Errorf("Citation(%q) = %q, want %q", cited, got, want)
		}
	}
}
