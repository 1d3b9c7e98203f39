package store_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"

	"gongkai/internal/store"
)

func TestSessions(t *testing.T) {
	now := nine
	onEachWith(t, store.Options{Now: func() time.Time { return now }}, func(t *testing.T, db *store.DB) {
		now = nine
		ctx := t.Context()
		s, other := store.NewSessions(db, "s"), store.NewSessions(db, "other")
		find := func(s store.Sessions, token, want string) {
			t.Helper()
			data, found, err := s.FindCtx(ctx, token)
			if err != nil || string(data) != want || found != (want != "") {
				t.Errorf("FindCtx(%s) = %q, %v, %v, want %q", token, data, found, err, want)
			}
		}
		find(s, "token", "")
		for _, data := range []string{"one", "two\x00\xff"} {
			err := s.CommitCtx(ctx, "token", []byte(data), nine.Add(time.Hour))
			if err != nil {
				t.Fatalf("CommitCtx() = %v", err)
			}
			find(s, "token", data)
			find(other, "token", "")
		}
		err := s.CommitCtx(ctx, "second", []byte("x"), nine.Add(2*time.Hour))
		if err != nil {
			t.Fatalf("CommitCtx() = %v", err)
		}
		now = nine.Add(time.Hour)
		find(s, "token", "")
		find(s, "second", "x")
		n, err := s.Sweep(ctx, now)
		if err != nil || n != 1 {
			t.Errorf("Sweep() = %d, %v, want 1", n, err)
		}
		for range 2 { // deleting what is not there is no error
			err = s.DeleteCtx(ctx, "second")
			if err != nil {
				t.Errorf("DeleteCtx() = %v", err)
			}
		}
		find(s, "second", "")
	})
}

// Reading the database must not be enough to act as somebody.
func TestTheSessionTokenIsNotStored(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		manager := scs.New()
		manager.Store = store.NewSessions(db, "s")
		mux := http.NewServeMux()
		mux.HandleFunc("/in", func(_ http.ResponseWriter, r *http.Request) { manager.Put(r.Context(), "person", "p1") })
		mux.HandleFunc("/who", func(w http.ResponseWriter, r *http.Request) {
			_, _ = w.Write([]byte(manager.GetString(r.Context(), "person")))
		})
		handler := manager.LoadAndSave(mux)
		in := httptest.NewRecorder()
		handler.ServeHTTP(in, httptest.NewRequest(http.MethodGet, "/in", nil))
		cookies := in.Result().Cookies()
		if len(cookies) != 1 {
			t.Fatalf("cookies = %v, want one", cookies)
		}
		who := httptest.NewRequest(http.MethodGet, "/who", nil)
		who.AddCookie(cookies[0])
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, who)
		if answer.Body.String() != "p1" {
			t.Errorf("GET /who = %q, want p1", answer.Body)
		}
		var hash, data string
		err := store.Reader(db).QueryRowContext(t.Context(), `SELECT token_hash, data FROM session`).Scan(&hash, &data)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(hash, cookies[0].Value) || strings.Contains(data, cookies[0].Value) {
			t.Error("the token stands in the table")
		}
	})
}
