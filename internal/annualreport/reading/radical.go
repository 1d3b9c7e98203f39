package reading

// kangxi are the characters that the Kangxi radicals U+2F00 to U+2FD5 look like, in
// their order. Some PDF files map a character to the radical of its shape.
var kangxi = []rune("" +
	"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢" +
	"尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火" +
	"爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿" +
	"肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹" +
	"雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠")

// radicals are the supplementary radicals (U+2E80 to U+2EFF) that stand for a whole
// character.
var radicals = map[rune]rune{
	'⺟': '母', '⺠': '民', '⺒': '巳', '⺕': '彐', '⺩': '王', '⺫': '目', '⺬': '示', '⻁': '虎',
	'⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻊': '足', '⻋': '车', '⻐': '钅', '⻑': '长',
	'⻓': '长', '⻔': '门', '⻗': '雨', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞',
	'⻝': '食', '⻠': '饣', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤',
	'⻨': '麦', '⻩': '黄', '⻪': '黾', '⻫': '齐', '⻬': '齐', '⻭': '齿', '⻮': '齿', '⻯': '龙',
	'⻰': '龙', '⻲': '龟', '⻳': '龟',
}

// characterOfRadical is the character a radical stands for, or the rune itself.
func characterOfRadical(r rune) rune {
	switch {
	case r >= 0x2F00 && int(r-0x2F00) < len(kangxi):
		return kangxi[r-0x2F00]
	case r >= 0x2E80 && r < 0x2F00:
		plain, ok := radicals[r]
		if ok {
			return plain
		}
	}
	return r
}
