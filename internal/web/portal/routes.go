package portal

import "net/http"

// Routes mounts every public page. The stylesheet and the view switches belong to
// all faces and are mounted by whoever mounts the faces.
func (p *Portal) Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /{$}", p.remembered(p.handler.Handle(p.front)))
	mux.HandleFunc("GET /robots.txt", p.handler.Handle(p.robots))
	mux.HandleFunc("GET /s/{site}/{$}", p.ofSite(p.home))
	for path, serve := range map[string]page{
		"/organs/{$}":    p.organs,
		"/latest":        p.latest,
		"/reports":       p.allReports,
		"/search":        p.search,
		"/about":         p.about,
		"/accessibility": p.accessibility,
		"/mistakes":      p.mistakes,
		"/map":           p.siteMap,
		"/sitemap.xml":   p.siteMapFile,
		"/feed.atom":     p.feed,
	} {
		mux.HandleFunc("GET "+path, p.ofSite(serve))
		mux.HandleFunc("GET /s/{site}"+path, p.ofSite(serve))
	}
	for path, serve := range map[string]page{
		"/{$}":                     p.platform,
		"/guide":                   p.guide,
		"/profile":                 p.profile,
		"/rules":                   p.rules,
		"/rules/{number...}":       p.rule,
		"/items":                   p.items,
		"/items/{number...}":       p.item,
		"/documents":               p.documents,
		"/documents/{number...}":   p.normativeDocument,
		"/reports":                 p.organReports,
		"/reports/{year}/{$}":      p.report,
		"/reports/{year}/original": p.original,
		"/reports/{year}/{file}":   p.download,
		"/request":                 p.request,
		"/feed.atom":               p.feed,
	} {
		mux.HandleFunc("GET /organs/{organ}"+path, p.ofOrgan(serve))
		mux.HandleFunc("GET /s/{site}/organs/{organ}"+path, p.ofOrgan(serve))
	}
	// Without a method, so that other faces may mount whole trees beside it.
	mux.HandleFunc("/", p.handler.NotFound)
	mux.HandleFunc("/s/{site}/", p.handler.NotFound)
}
