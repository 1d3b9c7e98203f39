package ui

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"net/http"

	"gongkai/internal/fault"
	"gongkai/internal/message"
)

// HandlerFunc serves a request and returns what went wrong. It returns an error
// only before it has begun its answer.
type HandlerFunc func(w http.ResponseWriter, r *http.Request) error

// Handler turns the errors of one face's handlers into pages.
type Handler struct {
	Renderer *Renderer
	Log      *slog.Logger
	Frame    func(r *http.Request) Page // the face's frame around a problem page
}

// Handle adapts a handler that returns an error.
func (h Handler) Handle(serve HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := serve(w, r)
		if err != nil {
			h.Fail(w, r, err)
		}
	}
}

// Fail answers with the page for an error. What the reader is told comes from
// the rule; the cause of an unforeseen failure goes to the log under the
// reference the page shows, and nowhere else.
func (h Handler) Fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) && r.Context().Err() != nil {
		return // the reader has gone
	}
	p := problemOf(err)
	if p.Status >= http.StatusInternalServerError {
		p.Reference = rand.Text()[:12]
		h.Log.ErrorContext(r.Context(), "request failed",
			"reference", p.Reference, "method", r.Method, "path", r.URL.Path, "err", err)
	}
	// An answer that says no must not be kept in place of a later yes.
	w.Header().Set("Cache-Control", "no-store")
	drawErr := h.Renderer.Page(w, p.Status, problemPage, h.Frame(r).withProblem(p))
	if drawErr != nil {
		h.Log.ErrorContext(r.Context(), "draw problem page", "path", r.URL.Path, "err", drawErr)
	}
}

// NotFound serves the page for addresses that no route answers.
func (h Handler) NotFound(w http.ResponseWriter, r *http.Request) { h.Fail(w, r, fault.NotFound) }

// Status maps an error to the HTTP status of its page: the only place of the web
// faces where statuses are decided.
func Status(err error) int {
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, context.DeadlineExceeded):
		return http.StatusServiceUnavailable
	case errors.Is(err, fault.NotFound):
		return http.StatusNotFound
	case errors.Is(err, fault.Invalid):
		return http.StatusUnprocessableEntity
	case errors.Is(err, fault.Conflict):
		return http.StatusConflict
	case errors.Is(err, fault.Forbidden):
		return http.StatusForbidden
	}
	return http.StatusInternalServerError
}

var problemTitles = map[int]string{
	http.StatusNotFound:              "没有找到",
	http.StatusUnprocessableEntity:   "内容有误，没有保存",
	http.StatusConflict:              "现在不能这样做",
	http.StatusForbidden:             "没有权限",
	http.StatusRequestEntityTooLarge: "文件太大",
	http.StatusServiceUnavailable:    "系统繁忙",
	http.StatusInternalServerError:   "系统出错",
}

func problemOf(err error) Problem {
	status := Status(err)
	s := message.Of(err)
	return Problem{Status: status, Title: problemTitles[status], Text: s.Text, Article: s.Article, Do: s.Do}
}
