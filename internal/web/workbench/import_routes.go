package workbench

import "gongkai/internal/organ"

// importRoutes lists the pages of imports.
func (b *Workbench) importRoutes() []route {
	return []route{
		{pattern: "GET /work/o/{organ}/registers/{register}/import", needs: organ.WriteRegister, serve: b.importForm},
		{pattern: "POST /work/o/{organ}/registers/{register}/import", needs: organ.WriteRegister, serve: b.upload, upload: true},
		{pattern: "GET /work/o/{organ}/imports/{id}", needs: organ.WriteRegister, serve: b.importState},
		{pattern: "POST /work/o/{organ}/imports/{id}", needs: organ.WriteRegister, serve: b.decideImport},
	}
}
