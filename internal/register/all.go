package register

// All lists every register in menu order. A new register is its own file and a
// line here; its table is a migration.
var All = []Definition{
	DisclosureItem, NormativeDocument, AdministrativeAction, AdministrativeFee,
	Request, Clarification, Consultation, FeeNotice, Inquiry,
	Reconsideration, Litigation,
	Training, Meeting, Inspection, Rectification, Appraisal, Accountability,
	Staff, ServicePoint, InternalOffice, LeadingGroup, Duty, MediaAccount, DisclosureRule,
}
