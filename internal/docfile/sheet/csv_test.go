package sheet

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestReadCSV(t *testing.T) {
	const text = "标题,日期\n㛃𬭎堃,2025-01-16\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(text, ",", "\t"))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		what, content, charset string
		separator              rune
		want                   string
	}{
		{"UTF-8", text, "UTF-8", ',', "1: 标题|日期\n2: 㛃𬭎堃|2025-01-16"},
		{"UTF-8 with its mark", utf8BOM + text, "UTF-8", ',', "1: 标题|日期\n2: 㛃𬭎堃|2025-01-16"},
		{"GB18030", gb, "GB18030", ',', "1: 标题|日期\n2: 㛃𬭎堃|2025-01-16"},
		{"Excel's Unicode text", wide, "UTF-16", '\t', "1: 标题|日期\n2: 㛃𬭎堃|2025-01-16"},
		{"tabs", "a\tb,c\n1\t2\n", "UTF-8", '\t', "1: a|b,c\n2: 1|2"},
		{"semicolons", "a;b\n1,5;2\n2,5;3\n", "UTF-8", ';', "1: a|b\n2: 1,5|2\n3: 2,5|3"},
		{"one column", "a\nb", "UTF-8", ',', "1: a\n2: b"},
		{"quotes and breaks", "a,\"b\r\nc\"\r\n\r\n\"d\"\"e\",f\r\ng", "UTF-8", ',', "1: a|b\nc\n3: d\"e|f\n4: g"},
		{"a guarded formula", "'=1+1,'-2,'abc,'\n", "UTF-8", ',', "1: =1+1|-2|'abc|'"},
		{"blank ends", "a,,\n,,\n,b\n", "UTF-8", ',', "1: a\n3: |b"},
		{"a long number", "410101199001011234,x\n", "UTF-8", ',', "1: 410101199001011234|x"},
	}
	for _, tt := range tests {
		book, err := read(`C:\资料\名单.csv`, []byte(tt.content), Limit{})
		if err != nil {
			t.Errorf("%s: %v", tt.what, err)
			continue
		}
		if book.Charset != tt.charset || book.Separator != tt.separator || book.Sheets[0].Name != "名单" {
			t.Errorf("%s: charset %s, separator %q, sheet %s, want %s, %q, 名单", tt.what, book.Charset, book.Separator, book.Sheets[0].Name, tt.charset, tt.separator)
		}
		if got := texts(rowsOf(t, book.Sheets[0])); got != tt.want {
			t.Errorf("%s: rows = %q, want %q", tt.what, got, tt.want)
		}
	}
}
