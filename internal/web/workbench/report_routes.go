package workbench

import "gongkai/internal/organ"

// reportRoutes lists the pages of annual reports and of their supervision.
func (b *Workbench) reportRoutes() []route {
	const reports = "/work/o/{organ}/reports"
	const one = reports + "/{year}"
	return []route{
		{pattern: "GET " + reports, needs: organ.ReadReport, serve: b.reports},
		{pattern: "POST " + reports, needs: organ.DrawUpReport, serve: b.openReport},
		{pattern: "GET " + one, needs: organ.ReadReport, serve: b.report},
		{pattern: "POST " + one + "/steps", needs: organ.ReadReport, serve: b.takeStep},
		{pattern: "POST " + one + "/attestations", needs: organ.DrawUpReport, serve: b.attest},
		{pattern: "GET " + one + "/sections/{section}", needs: organ.ReadReport, serve: b.section},
		{pattern: "POST " + one + "/sections/{section}", needs: organ.DrawUpReport, serve: b.writeSection},
		{pattern: "GET " + one + "/cells/{cell}", needs: organ.ReadReport, serve: b.cell},
		{pattern: "POST " + one + "/cells/{cell}", needs: organ.DrawUpReport, serve: b.enterCell},
		{pattern: "GET " + one + "/figures/{figure}", needs: organ.ReadReport, serve: b.drilldown},
		{pattern: "GET " + one + "/verify", needs: organ.VerifyReport, serve: b.verify},
		{pattern: "GET " + one + "/original", needs: organ.ReadReport, serve: b.adoptedOriginal},
		{pattern: "GET " + one + "/{file}", needs: organ.ReadReport, serve: b.download},
		{pattern: "GET /work/o/{organ}/board/{year}", needs: organ.RollUp, serve: b.board},
		{pattern: "POST /work/o/{organ}/board/{year}", needs: organ.ReviewReport, serve: b.decide},
		{pattern: "GET /work/o/{organ}/rollup/{year}", needs: organ.RollUp, serve: b.rollup},
		{pattern: "GET /work/o/{organ}/rollup/{year}/cells/{cell}", needs: organ.RollUp, serve: b.rollupCell},
		{pattern: "GET /work/o/{organ}/rollup/{year}/{file}", needs: organ.RollUp, serve: b.rollupFile},
		{pattern: "POST /work/o/{organ}/rollup/{year}/adjustments", needs: organ.ReviewReport, serve: b.adjust},
		{pattern: "POST /work/o/{organ}/rollup/{year}/lock", needs: organ.ReviewReport, serve: b.lockRollup},
		{pattern: "GET /work/o/{organ}/history", needs: organ.ReadReport, serve: b.history},
		{pattern: "GET /work/o/{organ}/history/all", needs: organ.ReadReport, serve: b.historyAll},
	}
}
