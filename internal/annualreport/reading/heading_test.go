package reading

import "testing"

func TestHeadingOfLine(t *testing.T) {
	for _, test := range []struct{ line, key string }{
		{"三、依申请公开情况", "requests"},
		{"（二）依申请公开情况", ""},
		{"二、依申请公开情况", ""},
		{"四、行政复议诉讼情况", "remedies"},
		{"五、存在问题和下一步打算", "improvement"},
		{"五、问题与改进", "improvement"},
		{"六、其他情况", "other"},
		{"其他情况", ""},
		{"六、其他有关情况", "other"},
	} {
		got, _ := headingOfLine(test.line, modernTitles, false)
		if got.key != test.key {
			t.Errorf("headingOfLine(%q) = %q, want %q", test.line, got.key, test.key)
		}
	}
}
