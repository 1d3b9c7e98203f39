package workbench

import "gongkai/internal/organ"

// collectionRoutes lists the pages of collected reports.
func (b *Workbench) collectionRoutes() []route {
	const all = "/work/o/{organ}/collections"
	const one = all + "/{collection}"
	const file = one + "/files/{number}"
	return []route{
		{pattern: "GET " + all, needs: organ.ReadReport, serve: b.collections},
		{pattern: "POST " + all, needs: organ.CollectReports, serve: b.collect, upload: true},
		{pattern: "GET " + one, needs: organ.ReadReport, serve: b.collection},
		{pattern: "POST " + one + "/files", needs: organ.CollectReports, serve: b.collectMore, upload: true},
		{pattern: "POST " + one + "/marks", needs: organ.CollectReports, serve: b.markAll},
		{pattern: "POST " + one + "/readings", needs: organ.CollectReports, serve: b.readAgain},
		{pattern: "POST " + one + "/discard", needs: organ.CollectReports, serve: b.discardCollection},
		{pattern: "GET " + one + "/compare", needs: organ.ReadReport, serve: b.compare},
		{pattern: "GET " + one + "/reports.xlsx", needs: organ.ReadReport, serve: b.collectionBook},
		{pattern: "GET " + one + "/notices.zip", needs: organ.ReadReport, serve: b.collectionNotices},
		{pattern: "GET " + file, needs: organ.ReadReport, serve: b.collectedReport},
		{pattern: "POST " + file + "/marks", needs: organ.CollectReports, serve: b.markFindings},
		{pattern: "POST " + file + "/remove", needs: organ.CollectReports, serve: b.removeCollected},
		{pattern: "POST " + file + "/adopt", needs: organ.SignReport, serve: b.adoptCollected},
		{pattern: "GET " + file + "/lines", needs: organ.ReadReport, serve: b.originalLines},
		{pattern: "GET " + file + "/original", needs: organ.ReadReport, serve: b.originalFile},
		{pattern: "GET " + file + "/notice.docx", needs: organ.ReadReport, serve: b.collectedNotice},
	}
}
