package message

// notices are citations of what is no article, in the words of readers.
var notices = map[string]string{
	"2021 format notice, table two": "国办公开办函〔2021〕30号 表二", "2021 format notice, table three": "国办公开办函〔2021〕30号 表三",
	"2021 format notice, table four": "国办公开办函〔2021〕30号 表四", "2021 format notice, chapter headings": "国办公开办函〔2021〕30号 章节标题",
	"2021 format notice, table three note": "国办公开办函〔2021〕30号 表三勾稽关系",
	"2014 statistics notice, table":        "国办发〔2014〕32号 统计表",
	"2020 fee measures":                    "国办函〔2020〕109号《政府信息公开信息处理费管理办法》",
}

// Citation writes what a check reads in the words of readers: an article, or a
// part of a notice.
func Citation(cited string) string {
	notice, known := notices[cited]
	if known {
		return notice
	}
	return Article(cited)
}
