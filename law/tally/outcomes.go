package tally

// Codes of the kinds of final reply.
const (
	AlreadyPublic       Outcome = "G1"
	Granted             Outcome = "G2"
	PartlyGranted       Outcome = "G3"
	StateSecret         Outcome = "D1"
	LawProhibited       Outcome = "D2"
	SecurityStability   Outcome = "D3"
	ThirdParty          Outcome = "D4"
	InternalAffairs     Outcome = "D5"
	ProcessInformation  Outcome = "D6"
	EnforcementFile     Outcome = "D7"
	AdministrativeQuery Outcome = "D8"
	NotExisting         Outcome = "U1a"
	OtherOrgan          Outcome = "U1b"
	NeedsMaking         Outcome = "U2"
	StillUnclear        Outcome = "U3"
	Petition            Outcome = "N1"
	Repeated            Outcome = "N2"
	Publication         Outcome = "N3"
	Excessive           Outcome = "N4"
	Reissue             Outcome = "N5"
	NotCorrected        Outcome = "O1"
	FeeUnpaid           Outcome = "O2"
	OtherwiseConcluded  Outcome = "O3"
)

// Outcomes lists the kinds of final reply in the order of table three. Not to be
// modified. Two readings were taken: a reply that the organ does not hold the
// information and one that another organ is responsible count in the same row
// (Art. 36 items 4 and 5 are both 无法提供); a mere consultation is OtherwiseConcluded.
var Outcomes = []OutcomeRule{
	{
		Code: AlreadyPublic, Title: "已主动公开，告知获取方式和途径",
		Provisions: []Provision{{36, 0, 1}},
		Row:        "granted", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: Granted, Title: "予以公开",
		Provisions: []Provision{{36, 0, 2}},
		Row:        "granted", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: PartlyGranted, Title: "区分处理，部分公开",
		Provisions: []Provision{{37, 0, 0}},
		Row:        "partly_granted", Remedy: ByGround, Since: regulationSince,
	},
	{
		Code: StateSecret, Title: "属于国家秘密，不予公开",
		Provisions: []Provision{{36, 0, 3}, {14, 0, 0}},
		Row:        "denied_state_secret", Remedy: ReconsiderationFirst, Since: regulationSince,
	},
	{
		Code: LawProhibited, Title: "法律、行政法规禁止公开，不予公开",
		Provisions: []Provision{{36, 0, 3}, {14, 0, 0}},
		Row:        "denied_law_prohibited", Remedy: ReconsiderationFirst, Since: regulationSince,
	},
	{
		Code: SecurityStability, Title: "可能危及国家安全、公共安全、经济安全、社会稳定，不予公开",
		Provisions: []Provision{{36, 0, 3}, {14, 0, 0}},
		Row:        "denied_security_stability", Remedy: ReconsiderationFirst, Since: regulationSince,
	},
	{
		Code: ThirdParty, Title: "会对第三方合法权益造成损害，不予公开",
		Provisions: []Provision{{36, 0, 3}, {15, 0, 0}, {32, 0, 0}},
		Row:        "denied_third_party", Remedy: ReconsiderationFirst, Since: regulationSince,
	},
	{
		Code: InternalAffairs, Title: "属于内部事务信息，不予公开",
		Provisions: []Provision{{36, 0, 3}, {16, 1, 0}},
		Row:        "denied_internal_affairs", Remedy: ReconsiderationFirst, Since: regulationSince,
	},
	{
		Code: ProcessInformation, Title: "属于过程性信息，不予公开",
		Provisions: []Provision{{36, 0, 3}, {16, 2, 0}},
		Row:        "denied_process_info", Remedy: ReconsiderationFirst, Since: regulationSince,
	},
	{
		Code: EnforcementFile, Title: "属于行政执法案卷信息，不予公开",
		Provisions: []Provision{{36, 0, 3}, {16, 2, 0}},
		Row:        "denied_enforcement_file", Remedy: ReconsiderationFirst, Since: regulationSince,
	},
	{
		Code: AdministrativeQuery, Title: "属于工商、不动产登记资料等行政查询事项，告知依照有关法律、行政法规的规定办理",
		Provisions: []Provision{{36, 0, 7}},
		Row:        "denied_admin_query", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: NotExisting, Title: "经检索没有所申请公开信息",
		Provisions: []Provision{{36, 0, 4}},
		Row:        "unable_not_held", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: OtherOrgan, Title: "不属于本行政机关负责公开",
		Provisions: []Provision{{36, 0, 5}},
		Row:        "unable_not_held", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: NeedsMaking, Title: "没有现成信息，需要加工、分析",
		Provisions: []Provision{{38, 0, 0}},
		Row:        "unable_needs_making", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: StillUnclear, Title: "补正后申请内容仍不明确",
		Provisions: []Provision{{30, 0, 0}},
		Row:        "unable_still_unclear", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: Petition, Title: "以政府信息公开申请的形式进行信访、投诉、举报等活动",
		Provisions: []Provision{{39, 1, 0}},
		Row:        "refused_petition", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: Repeated, Title: "重复申请，不予重复处理",
		Provisions: []Provision{{36, 0, 6}},
		Row:        "refused_repeat", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: Publication, Title: "要求提供政府公报、报刊、书籍等公开出版物",
		Provisions: []Provision{{39, 2, 0}},
		Row:        "refused_publication", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: Excessive, Title: "申请数量、频次明显超过合理范围，且理由不合理",
		Provisions: []Provision{{35, 0, 0}},
		Row:        "refused_excessive", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: Reissue, Title: "要求确认或者重新出具已获取信息",
		Provisions: []Provision{{36, 0, 6}, {38, 0, 0}},
		Instrument: "实践分类，条例无专门条文，通常援引上列条款",
		Row:        "refused_reissue", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: NotCorrected, Title: "无正当理由逾期不补正，视为放弃申请",
		Provisions: []Provision{{30, 0, 0}},
		Row:        "other_not_corrected", Remedy: Choice, Since: regulationSince,
	},
	{
		Code: FeeUnpaid, Title: "逾期未缴纳信息处理费，视为放弃申请",
		Provisions: []Provision{{42, 0, 0}},
		Instrument: "国办函〔2020〕109号",
		Row:        "other_fee_unpaid", Remedy: Choice, Since: feesSince,
	},
	{
		Code: OtherwiseConcluded, Title: "其他处理",
		Instrument: "撤回申请、申请人死亡或者终止、并入其他程序、历史档案已移交国家档案馆、党务信息、单纯咨询等",
		Row:        rowOtherMisc, Remedy: ChoiceOrNone, Since: regulationSince,
	},
}
