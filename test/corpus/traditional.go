package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// traditionalPairs are the simplified characters that the corpus uses, each followed
// by its traditional form.
const traditionalPairs = "万萬与與专專业業严嚴个個丰豐临臨为為举舉么麼乐樂习習乡鄉书書于於亚亞产產亿億从從众眾优優会會传傳体體余餘党黨关關养養内內册冊写寫农農决決况況准準" +
	"减減几幾划劃创創别別办辦务務动動区區医醫华華单單卫衛厅廳历歷县縣参參发發变變台臺号號后後听聽员員周週咨諮围圍国國图圖场場坚堅声聲处處备備复複够夠" +
	"头頭学學实實审審宽寬对對导導将將尽盡层層属屬岗崗布佈带帶帮幫干幹并並广廣应應废廢开開弃棄强強归歸当當录錄征徵径徑志誌态態总總户戶托託执執护護报報" +
	"拟擬损損换換据據摆擺数數断斷无無旧舊时時显顯机機权權条條来來构構标標栏欄样樣档檔检檢汇匯沟溝没沒济濟浏瀏游遊满滿点點热熱状狀环環现現电電疗療监監" +
	"盖蓋盘盤码碼砚硯确確种種称稱稳穩竖豎签簽简簡类類紧緊纠糾约約级級纯純纳納纸紙线線组組细細织織终終经經结結绕繞给給络絡统統继繼绫綾续續维維综綜编編" +
	"缩縮缴繳网網罚罰职職联聯舆輿范範获獲营營衔銜补補装裝见見规規视視览覽计計订訂认認训訓议議记記讲講许許讼訟设設访訪证證评評识識诉訴词詞试試话話询詢" +
	"说說请請读讀课課调調谈談谋謀负負责責账賬质質购購贴貼费費资資践踐转轉载載较較辑輯输輸边邊达達迁遷过過运運还還这這进進违違连連适適选選邮郵采採释釋" +
	"针針链鏈销銷错錯键鍵镇鎮镜鏡长長门門闭閉问問间間闻聞阅閱队隊际際隐隱难難页頁项項须須顾顧领領频頻题題额額馆館驳駁鸣鳴鹭鷺齐齊"

// traditionalWords are words in which a character takes another form than alone.
var traditionalWords = []string{
	"复议", "復議", "复议后", "復議後", "答复", "答復", "回复", "回復", "联系", "聯繫", "批准", "批准", "标志", "標誌",
}

// traditional writes a text in traditional characters.
var traditional = newTraditional()

func newTraditional() *strings.Replacer {
	words := slices.Clone(traditionalWords)
	pairs := []rune(traditionalPairs)
	for i := 0; i+1 < len(pairs); i += 2 {
		words = append(words, string(pairs[i]), string(pairs[i+1]))
	}
	return strings.NewReplacer(words...)
}

// readings are the pronunciations that pages put in brackets behind characters.
var readings = map[rune]string{
	'號': "hào", '發': "fā", '機': "jī", '構': "gòu", '開': "kāi", '動': "dòng", '組': "zǔ", '報': "bào", '鎮': "zhèn", '領': "lǐng", '導': "dǎo", '實': "shí",
	'權': "quán", '與': "yǔ", '監': "jiān", '計': "jì", '現': "xiàn", '將': "jiāng", '關': "guān", '況': "kuàng", '總': "zǒng", '體': "tǐ", '嚴': "yán", '華': "huá",
	'國': "guó", '條': "tiáo", '為': "wéi", '專': "zhuān", '欄': "lán", '級': "jí", '請': "qǐng", '規': "guī", '辦': "bàn", '結': "jié", '轉': "zhuǎn", '繼': "jì",
	'續': "xù", '復': "fù", '議': "yì", '訴': "sù", '訟': "sòng", '審': "shěn", '處': "chù", '費': "fèi", '責': "zé", '務': "wù", '據': "jù", '數': "shù",
	'類': "lèi", '東': "dōng", '業': "yè", '個': "gè", '資': "zī", '應': "yīng", '樣': "yàng", '單': "dān", '紀': "jì", '補': "bǔ", '舉': "jǔ", '們': "men",
	'縣': "xiàn", '區': "qū", '鄉': "xiāng", '壽': "shòu", '訪': "fǎng", '複': "fù", '獲': "huò", '確': "què", '認': "rèn", '從': "cóng", '來': "lái", '間': "jiān",
	'問': "wèn", '題': "tí", '進': "jìn", '還': "hái", '過': "guò", '維': "wéi", '護': "hù", '網': "wǎng",
}

// withPinyin puts the pronunciation behind every second of the characters that have
// one listed, as reading aids leave it in copied text.
func withPinyin(text string) string {
	var b strings.Builder
	n := 0
	for _, c := range text {
		b.WriteRune(c)
		sound, listed := readings[c]
		if !listed || !unicode.Is(unicode.Han, c) {
			continue
		}
		n++
		if n%2 == 1 {
			b.WriteString("(" + sound + ")")
		}
	}
	return b.String()
}
