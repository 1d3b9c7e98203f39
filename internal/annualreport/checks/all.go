package checks

// All lists the checks in the order in which findings are shown: tables, text,
// dates, roll-up. A new check is a file of its own and a line here.
var All = []Check{
	carryOverBalance, resultsSum, applicantsSum, wholeNumbers, registerMatch,
	lastYearCarry, unpaidFeeNotice, overdueOpen, clarificationNotices,
	reconsiderationSum, directSuitSum, suitAfterReconsiderationSum, pendingReappears, suitsAfterReviews,
	documentsInForce, documentRegister, ruleMakingPower, feeDecimals,
	statisticsSum,
	statedFigures, statedSums, termGuard, repeatedFigures, statedAbsences,
	statedYears, ownName, likeness, lastYearImprovements, feeSentence, headings, governmentTopics,
	outdatedCitation, signatureMissing, levelSlip, wrongWord, unitMix, oldPrinciple,
	handTyped, unfilled,
	dateLimit,
	rollup,
}

// ByID finds a check.
func ByID(id string) (Check, bool) {
	for _, c := range All {
		if c.ID == id {
			return c, true
		}
	}
	return Check{}, false
}
