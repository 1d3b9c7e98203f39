// Package storetest gives tests real databases: a fresh, migrated one on each
// engine, gone when the test ends.
//
// A test package that uses it declares
//
//	func TestMain(m *testing.M) { storetest.Main(m) }
//
// SQLite needs nothing. PostgreSQL is started from the Debian packages, as a
// private cluster of the test process: in a temporary directory, reached by a
// socket in it, stopped by Main and, should the process be killed, by the kernel.
//
// GONGKAI_TEST_POSTGRES names a running server instead, postgres://… of a role
// that may create databases. Where there is no PostgreSQL the tests run on SQLite
// alone and say so; with CI=true or GONGKAI_REQUIRE_POSTGRES=1 they fail.
package storetest
