package reading

import (
	"strings"
	"testing"
)

// BenchmarkRead reads a report of about 100 kB with all tables.
func BenchmarkRead(b *testing.B) {
	src, _, _ := damages[1].make(1)
	filler := "全镇各部门按照要求及时更新政府信息公开专栏，规范公开内容，提高公开质量，回应群众关切，接受社会监督。"
	long := strings.Repeat(filler, 20)
	var blocks []Block
	for _, block := range src.Blocks {
		blocks = append(blocks, block)
		if strings.HasPrefix(block.Text, "一、总体情况") {
			for range 34 {
				blocks = append(blocks, Block{Text: long})
			}
		}
	}
	src.Blocks = blocks
	for b.Loop() {
		Read(src)
	}
}
