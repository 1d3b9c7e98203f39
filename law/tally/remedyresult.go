package tally

// RemedyResult is the code of what became of one 行政复议 or 行政诉讼.
type RemedyResult string

// Results of 行政复议 and 行政诉讼. Which of them each procedure can have is in
// ReconsiderationResults and LitigationResults.
const (
	ResultPending          RemedyResult = "pending"
	ResultUpheld           RemedyResult = "upheld"
	ResultRejected         RemedyResult = "rejected"
	ResultClaimsDismissed  RemedyResult = "claims_dismissed"
	ResultRevoked          RemedyResult = "revoked"
	ResultChanged          RemedyResult = "changed"
	ResultDeclaredUnlawful RemedyResult = "declared_unlawful"
	ResultOrdered          RemedyResult = "ordered"
	ResultWithdrawn        RemedyResult = "withdrawn"
	ResultTerminated       RemedyResult = "terminated"
	ResultMediated         RemedyResult = "mediated"
	ResultNotAccepted      RemedyResult = "not_accepted"
	ResultDismissed        RemedyResult = "dismissed"
)

// RemedyRule says in which column of table four a result is counted.
type RemedyRule struct {
	Code   RemedyResult
	Label  string
	Column string
}

// ReconsiderationResults are the results 行政复议 can have. Not to be modified.
var ReconsiderationResults = []RemedyRule{
	{ResultUpheld, "维持", ColumnUpheld},
	{ResultRejected, "驳回复议请求", ColumnUpheld},
	{ResultRevoked, "撤销", ColumnCorrected},
	{ResultChanged, "变更", ColumnCorrected},
	{ResultDeclaredUnlawful, "确认违法", ColumnCorrected},
	{ResultOrdered, "责令履行", ColumnCorrected},
	{ResultWithdrawn, "撤回", ColumnOther},
	{ResultTerminated, "终止", ColumnOther},
	{ResultMediated, "调解", ColumnOther},
	{ResultNotAccepted, "不予受理", ColumnOther},
	{ResultPending, "尚未审结", ColumnPending},
}

// LitigationResults are the results 行政诉讼 can have, in both blocks. A suit
// counts once, by its latest result: whether each instance counts is not settled
// by the format. Not to be modified.
var LitigationResults = []RemedyRule{
	{ResultClaimsDismissed, "判决驳回诉讼请求", ColumnUpheld},
	{ResultRevoked, "判决撤销", ColumnCorrected},
	{ResultOrdered, "判决履行", ColumnCorrected},
	{ResultDeclaredUnlawful, "判决确认违法", ColumnCorrected},
	{ResultWithdrawn, "撤诉", ColumnOther},
	{ResultDismissed, "裁定驳回起诉", ColumnOther},
	{ResultMediated, "调解", ColumnOther},
	{ResultPending, "尚未审结", ColumnPending},
}

// RemedyResults are the results that count in a block of table four, nil for a
// block that does not exist.
func RemedyResults(block string) []RemedyRule {
	switch block {
	case BlockReconsideration:
		return ReconsiderationResults
	case BlockDirectLitigation, BlockLitigationAfterReconsideration:
		return LitigationResults
	default:
		return nil
	}
}

// RemedyColumnOf is the column in which a result counts in the given block. It
// reports false for a result that the procedure cannot have.
func RemedyColumnOf(block string, result RemedyResult) (string, bool) {
	for _, rule := range RemedyResults(block) {
		if rule.Code == result {
			return rule.Column, true
		}
	}
	return "", false
}
