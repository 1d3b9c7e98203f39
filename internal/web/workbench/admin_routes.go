package workbench

import "gongkai/internal/organ"

// adminRoutes lists the pages of administrators.
func (b *Workbench) adminRoutes() []route {
	const organs, people, site = "/work/o/{organ}/organs", "/work/o/{organ}/people", "/work/o/{organ}/site"
	return []route{
		{pattern: "GET " + organs, needs: organ.ManageOrgans, serve: b.organTree},
		{pattern: "GET " + organs + "/new", needs: organ.ManageOrgans, serve: b.newOrgan},
		{pattern: "POST " + organs + "/new", needs: organ.ManageOrgans, serve: b.addOrgan},
		{pattern: "GET " + organs + "/{one}", needs: organ.ManageOrgans, serve: b.editOrgan},
		{pattern: "POST " + organs + "/{one}", needs: organ.ManageOrgans, serve: b.saveOrgan},
		{pattern: "GET " + organs + "/{one}/reform/{kind}", needs: organ.ManageOrgans, serve: b.reformForm},
		{pattern: "POST " + organs + "/{one}/reform/{kind}", needs: organ.ManageOrgans, serve: b.reformOrgan},
		{pattern: "GET " + people, needs: organ.ManagePeople, serve: b.people},
		{pattern: "GET " + people + "/new", needs: organ.ManagePeople, serve: b.newPerson},
		{pattern: "POST " + people + "/new", needs: organ.ManagePeople, serve: b.addPerson},
		{pattern: "GET " + people + "/{person}", needs: organ.ManagePeople, serve: b.editPerson},
		{pattern: "POST " + people + "/{person}", needs: organ.ManagePeople, serve: b.savePerson},
		{pattern: "POST " + people + "/{person}/password", needs: organ.ManagePeople, serve: b.resetPassword},
		{pattern: "GET " + site, needs: organ.ManageOrgans, serve: b.site},
		{pattern: "POST " + site, needs: organ.ManageOrgans, serve: b.saveSite},
	}
}
