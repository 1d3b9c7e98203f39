package store_test

import (
	"net/url"
	"strings"
	"testing"

	"gongkai/internal/store"
	"gongkai/internal/store/storetest"
)

// A database that sorts by language, or that can not hold every character, would
// show lists in another order than Go and SQLite do.
func TestPostgresOfAnotherCollationIsRefused(t *testing.T) {
	for _, engine := range storetest.Engines(t) {
		if engine.Name != "postgres" {
			continue
		}
		for name, how := range map[string]string{
			"by_language": `ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh-Hans-CN' LC_COLLATE 'C' LC_CTYPE 'C'`,
			"by_byte":     `ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'`,
		} {
			address, err := url.Parse(engine.URL)
			if err != nil {
				t.Fatal(err)
			}
			database := strings.TrimPrefix(address.Path, "/") + "_" + name
			run(t, engine.DB, `CREATE DATABASE `+database+` TEMPLATE template0 `+how)
			defer run(t, engine.DB, `DROP DATABASE `+database+` WITH (FORCE)`)
			address.Path = "/" + database
			db, err := store.Open(t.Context(), address.String(), store.Options{})
			if err == nil {
				t.Errorf("Open() of a database sorted %s = nil, want an error", name)
				db.Close()
				continue
			}
			if !strings.Contains(err.Error(), "LC_COLLATE 'C'") {
				t.Errorf("Open() of a database sorted %s = %v, want it to say how to create one", name, err)
			}
		}
	}
}
