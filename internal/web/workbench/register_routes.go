package workbench

import (
	"net/http"
	"net/url"

	"gongkai/internal/fault"
	"gongkai/internal/organ"
	"gongkai/internal/register"
)

// registerRoutes lists the pages of the registers.
func (b *Workbench) registerRoutes() []route {
	one := "/work/o/{organ}/registers/{register}"
	return []route{
		{pattern: "GET " + one, needs: organ.ReadRegister, serve: b.ledger},
		{pattern: "GET " + one + "/record", needs: organ.ReadRegister, serve: b.record},
		{pattern: "GET " + one + "/export/{format}", needs: organ.ReadRegister, serve: b.export},
		{pattern: "GET " + one + "/template", needs: organ.WriteRegister, serve: b.template},
		{pattern: "GET " + one + "/new", needs: organ.WriteRegister, serve: b.newRecord},
		{pattern: "POST " + one + "/new", needs: organ.WriteRegister, serve: b.addRecord},
		{pattern: "GET " + one + "/edit", needs: organ.WriteRegister, serve: b.editRecord},
		{pattern: "POST " + one + "/edit", needs: organ.WriteRegister, serve: b.changeRecord},
		{pattern: "GET " + one + "/void", needs: organ.WriteRegister, serve: b.voidForm},
		{pattern: "POST " + one + "/void", needs: organ.WriteRegister, serve: b.voidRecord},
	}
}

// definition is the register that the path names.
func definition(r *http.Request) (register.Definition, error) {
	name := r.PathValue("register")
	d, known := register.ByName(name)
	if !known {
		return d, fault.Refuse(fault.NotFound, "register-unknown", "", "register", name)
	}
	return d, nil
}

// ledgerPath is the address of a register's pages.
func (v visit) ledgerPath(ledger string, parts ...string) string {
	return v.At(append([]string{"registers", ledger}, parts...)...)
}

// recordPath is the address of a record: numbers hold slashes and brackets, so they
// stand in the query.
func (v visit) recordPath(ledger, number string) string {
	return v.numbered(ledger, "record", number)
}

func (v visit) numbered(ledger, page, number string) string {
	return v.ledgerPath(ledger, page) + "?" + url.Values{"number": {number}}.Encode()
}
