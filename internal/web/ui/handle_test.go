package ui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gongkai/internal/fault"
)

func TestErrorsBecomePages(t *testing.T) {
	tests := []struct {
		name   string
		err    error
		status int
		says   []string
		logged bool
	}{
		{"not found", fmt.Errorf("load item: %w", fault.NotFound), 404, []string{"没有找到"}, false},
		{"invalid", fault.Invalid, 422, []string{"内容有误"}, false},
		{
			"conflict by rule", fmt.Errorf("sign: %w", fault.Refuse(fault.Conflict, "report-sealed", "Art. 50", "year", "2025")), 409,
			[]string{"2025年度报告已经签发", "依据：《中华人民共和国政府信息公开条例》第五十条"},
			false,
		},
		{"forbidden", fault.Forbidden, 403, []string{"没有权限"}, false},
		{"a form", fault.Problems{{Field: "a", Code: "required"}}, 422, []string{"没有填写"}, false},
		{"too large", fmt.Errorf("read: %w", &http.MaxBytesError{Limit: 1 << 20}), 413, []string{"文件超过1 MB"}, false},
		{"too slow", context.DeadlineExceeded, 503, []string{"系统繁忙", "编号"}, true},
		{"ours", errors.New("pq: password <secret> failed"), 500, []string{"系统出错", "编号"}, true},
	}
	for _, tt := range tests {
		for _, frame := range []Page{PortalFrame{Organ: "示例镇人民政府"}, WorkFrame{Organ: "示例镇人民政府"}} {
			var log bytes.Buffer
			h := Handler{Renderer: renderer(t, nil), Log: slog.New(slog.NewTextHandler(&log, nil)), Frame: func(*http.Request) Page { return frame }}
			w := httptest.NewRecorder()
			h.Handle(func(http.ResponseWriter, *http.Request) error { return tt.err })(w, httptest.NewRequest("GET", "/x", nil))
			body := w.Body.String()
			if w.Code != tt.status {
				t.Errorf("%s: status %d, want %d", tt.name, w.Code, tt.status)
			}
			for _, want := range append(tt.says, "示例镇人民政府", "<h1>") {
				if !strings.Contains(body, want) {
					t.Errorf("%s: the %s page lacks %q", tt.name, frame.layout(), want)
				}
			}
			if strings.Contains(body, "secret") || strings.Contains(body, "load item") {
				t.Errorf("%s: the page shows the cause, want it only in the log", tt.name)
			}
			if got := strings.Contains(log.String(), "request failed"); got != tt.logged {
				t.Errorf("%s: logged = %v, want %v", tt.name, got, tt.logged)
			}
			if got := w.Header().Get("Cache-Control"); got != "no-store" {
				t.Errorf("%s: Cache-Control = %q, want no-store", tt.name, got)
			}
		}
	}
}

func TestTheReferenceOnThePageIsInTheLog(t *testing.T) {
	var log bytes.Buffer
	h := Handler{Renderer: renderer(t, nil), Log: slog.New(slog.NewTextHandler(&log, nil)), Frame: func(*http.Request) Page { return PortalFrame{} }}
	w := httptest.NewRecorder()
	h.Handle(func(http.ResponseWriter, *http.Request) error { return errors.New("disk full") })(w, httptest.NewRequest("GET", "/x", nil))
	_, rest, _ := strings.Cut(w.Body.String(), "编号 <code>")
	reference, _, found := strings.Cut(rest, "</code>")
	if !found || len(reference) != 12 || !strings.Contains(log.String(), reference) || !strings.Contains(log.String(), "disk full") {
		t.Errorf("reference %q, log %q, want both to name the reference and the log the cause", reference, log.String())
	}
}

func TestNothingIsSentToAReaderWhoHasGone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var log bytes.Buffer
	h := Handler{Renderer: renderer(t, nil), Log: slog.New(slog.NewTextHandler(&log, nil)), Frame: func(*http.Request) Page { return PortalFrame{} }}
	w := httptest.NewRecorder()
	h.Fail(w, httptest.NewRequest("GET", "/x", nil).WithContext(ctx), fmt.Errorf("load: %w", context.Canceled))
	if w.Body.Len() > 0 || log.Len() > 0 {
		t.Errorf("body %q, log %q, want neither", w.Body, log.String())
	}
}
