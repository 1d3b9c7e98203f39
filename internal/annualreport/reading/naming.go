package reading

import (
	"regexp"
	"strings"
)

// A report without a title names its organ in its first sentences. The patterns below
// are tried from the plainest to the least plain.

// namings find the organ where the preamble names it: 现公布枫桥镇2024年政府信息公开工作年度报告,
// 形成了《枫桥镇2024年政府信息公开工作年度报告》. Behind a mark such as 官网@： stands
// the name, before it what was put into the text.
var namings = []*regexp.Regexp{
	regexp.MustCompile(`《(?:[^《》]{0,40}[：:])?(\p{Han}{2,30}?)[12]\d{3}年度?政府信息公开(?:工作)?年度?(?:工作)?报告》`),
	regexp.MustCompile(`(?:公布|发布|公开|编制|现将)(?:了)?(\p{Han}{2,30}?)(?:[（(]以下简称[^（()）]{1,20}[）)])?[12]\d{3}年度?(?:政府)?信息公开`),
	regexp.MustCompile(`(?:公布|发布|公开)[12]\d{3}年度?(\p{Han}{2,30}?)(?:政府)?信息公开`),
	regexp.MustCompile(`做好(\p{Han}{2,30}?)政府信息公开工作[，,][我本]`),
	regexp.MustCompile(`全文(?:包括|由)(\p{Han}{2,30}?)(?:[12]\d{3}年度?)?政府信息公开(?:工作)?总体情况`),
}

// tableOf is the organ named above a table: 单位：枫桥镇 2024年度.
var tableOf = regexp.MustCompile(`(?m)^(?:填报)?单位[：:] *(\p{Han}{2,30}?) *[12]\d{3} *年度?$`)

// officeWords are an office inside an organ, which answers for it.
const officeWords = `((?:党政|综合|政务|信息|公开|行政|工作|秘书|法规|政府|督考|督查|领导小组)*(?:办公室|办|科|股|处|室))?`

// asking finds whom a preamble tells to ask, compiling by whom it was written:
// 如有疑问，请与枫桥镇党政办联系, 由枫桥县水利局办公室编制.
var (
	asking    = regexp.MustCompile(`请(?:与|联系)[：:]?(\p{Han}{2,25}?(?:局|镇|乡|街道|办事处|委员会|管委会|厅|苏木|人民政府|公司))` + officeWords + `(?:联系|[，,（(。：:])`)
	compiling = regexp.MustCompile(`(?:[，,。、]|报告|年报)由(\p{Han}{2,30}?(?:局|镇|乡|街道|办事处|委员会|管委会|厅|苏木|政府|办公室|公司|学校|中学|医院))` + officeWords + `(?:负责)?(?:编制|编写|制作)`)
)

// acting finds the organ as the subject of the sentence that opens the account of the
// year: 2024年，枫桥县水利局坚持….
var acting = regexp.MustCompile(`(?:^|[。况面开理设障）)])(?:[12]\d{3}年度?(?:以来)?)[，,](\p{Han}{3,30}?)(?:坚持|认真|严格|深入|全面|按照|以习近平|以公开|以高|以提|以政|在[省市州县区旗镇]|始终|紧紧|紧扣|持续|高度|聚焦|根据|立足|结合|牢固|积极|进一步|不断|加强|贯彻|将政|把政|共?主动公开|共计|扎实|切实|依法|强化|继续|秉持|遵循)`)

// townAddress is the address that a town or township gives as its own.
var townAddress = regexp.MustCompile(`地址[：:](?:\p{Han}{2,3}省)?(\p{Han}{2,20}?[镇乡]人民政府)`)

// notSubjects begin words that stand where the subject of a sentence does and are none.
var notSubjects = regexp.MustCompile(`^(?:在|围绕|按照|根据|为|坚持|通过|以|由|经|依托|依据|全|各|该|县委|市委|区委|省委|党|政府)|的`)

// organOfText tells the organ from the running text; "" when it calls itself 本机关.
func organOfText(text string) string {
	running := squeezed(text)
	for _, naming := range namings {
		name := namedBy(naming, running)
		if name != "" {
			return name
		}
	}
	name := namedBy(tableOf, text)
	if name != "" {
		return name
	}
	for _, pattern := range []*regexp.Regexp{asking, compiling, acting} {
		name = namedBy(pattern, running)
		if name != "" {
			return name
		}
	}
	name = namedBy(townAddress, running)
	if name != "" {
		return name
	}
	return ownerOfSite(running)
}

// namedBy is the first name of an organ that a pattern finds.
func namedBy(naming *regexp.Regexp, text string) string {
	for _, m := range naming.FindAllStringSubmatch(text, -1) {
		name := organName(wholeGovernment(m[1]))
		ownWord := strings.HasPrefix(name, "本") || strings.HasPrefix(name, "我") || strings.HasSuffix(name, "本级")
		if name == "" || !organEnding.MatchString(name) || ownWord || notSubjects.MatchString(name) {
			continue
		}
		if len(m) > 2 && m[2] != "" && hasOfficeOfItsOwn(name) {
			continue
		}
		return name
	}
	return ""
}

// hasOfficeOfItsOwn reports whether the office of an organ is an organ as well: that of
// a county may report for itself or for the government.
func hasOfficeOfItsOwn(name string) bool {
	return strings.HasSuffix(name, "政府") && !endsWithAny(name, "镇人民政府", "乡人民政府", "镇政府", "乡政府", "苏木人民政府")
}

// wholeGovernment gives a name back what the words 政府信息公开 share with it:
// 枫桥镇人民政府信息公开工作年度报告.
func wholeGovernment(name string) string {
	if strings.HasSuffix(name, "人民") {
		return name + "政府"
	}
	return name
}

var (
	ownRegion  = regexp.MustCompile(`[我本]([县市区州旗])`)
	ownOrgan   = regexp.MustCompile(`[我本][局委办厅镇乡]|我[院校关]|[我本]街道|[我本]单位`)
	ownBureau  = regexp.MustCompile(`我[局厅]`)
	siteOwner  = regexp.MustCompile(`(\p{Han}{2,14}?[县市区州旗])人民政府(?:门户)?网站?`)
	bureauSite = regexp.MustCompile(`可?(?:从|在|登录|通过)(\p{Han}{2,20}?[局厅])(?:门户|官方|政府)?网站`)
)

// ownerOfSite is the organ on whose own site the preamble says that the report stands: the
// bureau that speaks of itself as 我局, the government of a county that does so as 我县; ""
// where it may be another's.
func ownerOfSite(running string) string {
	if ownBureau.MatchString(running) {
		return namedBy(bureauSite, running)
	}
	own := ownRegion.FindStringSubmatch(running)
	site := siteOwner.FindStringSubmatch(running)
	if own == nil || site == nil || ownOrgan.MatchString(running) || !strings.HasSuffix(site[1], own[1]) {
		return ""
	}
	name := site[1]
	for _, lead := range []string{"可在", "通过", "可从", "从", "在", "可登录", "登录"} {
		_, after, found := strings.Cut(name, lead)
		if found {
			name = after
		}
	}
	return organName(name + "人民政府")
}
