package ui

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"path"
	"strings"
	"time"
)

//go:embed static templates
var embedded embed.FS

// AssetPrefix is the path under which Assets answers; mount it as
// "GET /assets/".
const AssetPrefix = "/assets/"

// Assets serves the stylesheet, the script and the icons. A URL carries a hash
// of the content, so a browser may keep it for ever and a new release is seen
// at once. The zero value is not usable; see NewAssets.
type Assets struct {
	source fs.FS
	parts  fs.FS            // the shared templates, which the Renderer parses
	live   bool             // read again for every request
	files  map[string]asset // by plain name, such as "gongkai.css"
}

type asset struct {
	hash    string // twelve hexadecimal digits of SHA-256
	plain   []byte
	gzipped []byte // nil where compressing saves nothing
	mime    string
}

// NewAssets reads the embedded files. With a directory, the folder of this
// package on a developer's disk, assets and shared templates are read from there
// for each request and never cached.
func NewAssets(directory string) (*Assets, error) {
	a := &Assets{live: directory != ""}
	root := fs.FS(embedded)
	if a.live {
		root = os.DirFS(directory)
	}
	var err error
	a.source, err = fs.Sub(root, "static")
	if err != nil {
		return nil, fmt.Errorf("open assets: %w", err)
	}
	a.parts, err = fs.Sub(root, "templates")
	if err != nil {
		return nil, fmt.Errorf("open shared templates: %w", err)
	}
	a.files, err = readAssets(a.source)
	if err != nil {
		return nil, err
	}
	return a, nil
}

// readAssets reads every file of the top folder. A folder is a bundle: its
// files, in the order of their names, are served as one under its name.
func readAssets(source fs.FS) (map[string]asset, error) {
	entries, err := fs.ReadDir(source, ".")
	if err != nil {
		return nil, fmt.Errorf("list assets: %w", err)
	}
	files := make(map[string]asset, len(entries))
	for _, e := range entries {
		names := []string{e.Name()}
		if e.IsDir() {
			names, err = fs.Glob(source, e.Name()+"/*")
			if err != nil {
				return nil, fmt.Errorf("list bundle %s: %w", e.Name(), err)
			}
		}
		var content []byte
		for _, name := range names {
			part, err := fs.ReadFile(source, name)
			if err != nil {
				return nil, fmt.Errorf("read asset %s: %w", name, err)
			}
			content = append(content, part...)
		}
		files[e.Name()], err = newAsset(e.Name(), content)
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

func newAsset(name string, content []byte) (asset, error) {
	sum := sha256.Sum256(content)
	a := asset{hash: hex.EncodeToString(sum[:6]), plain: content, mime: assetType(name)}
	var packed bytes.Buffer
	zw, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return asset{}, fmt.Errorf("compress asset %s: %w", name, err)
	}
	_, err = zw.Write(content)
	if err != nil {
		return asset{}, fmt.Errorf("compress asset %s: %w", name, err)
	}
	err = zw.Close()
	if err != nil {
		return asset{}, fmt.Errorf("compress asset %s: %w", name, err)
	}
	if packed.Len() < len(content) {
		a.gzipped = packed.Bytes()
	}
	return a, nil
}

// assetType names the content type itself for the kinds we ship, because the
// system's table of types differs from machine to machine.
func assetType(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	}
	return mime.TypeByExtension(path.Ext(name))
}

// URL returns the address of the named asset with its hash, such as
// "/assets/gongkai.3f2a….css". It fails for a name that does not exist, so that
// a misspelt one stops the first page that uses it.
func (a *Assets) URL(name string) (string, error) {
	files, err := a.current()
	if err != nil {
		return "", err
	}
	f, ok := files[name]
	if !ok {
		return "", fmt.Errorf("asset %q does not exist", name)
	}
	ext := path.Ext(name)
	return AssetPrefix + strings.TrimSuffix(name, ext) + "." + f.hash + ext, nil
}

func (a *Assets) current() (map[string]asset, error) {
	if a.live {
		return readAssets(a.source)
	}
	return a.files, nil
}

// ServeHTTP answers GET and HEAD for addresses that URL gave out. An address
// with the hash of another release answers 404: its content is not ours to guess.
func (a *Assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	files, err := a.current()
	if err != nil {
		http.Error(w, "assets cannot be read", http.StatusInternalServerError)
		return
	}
	name, hash := splitHash(strings.TrimPrefix(r.URL.Path, AssetPrefix))
	f, ok := files[name]
	if !ok || f.hash != hash {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", f.mime)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	if a.live {
		h.Set("Cache-Control", "no-store")
	}
	body, tag := f.plain, f.hash
	if f.gzipped != nil && acceptsGzip(r.Header.Get("Accept-Encoding")) {
		h.Set("Content-Encoding", "gzip")
		body, tag = f.gzipped, f.hash+"-gz"
	}
	h.Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// splitHash turns "gongkai.3f2a.css" into "gongkai.css" and "3f2a".
func splitHash(file string) (string, string) {
	ext := path.Ext(file)
	stem := strings.TrimSuffix(file, ext)
	hash := strings.TrimPrefix(path.Ext(stem), ".")
	return strings.TrimSuffix(stem, "."+hash) + ext, hash
}

// acceptsGzip reads an Accept-Encoding header: gzip or * not refused by q=0.
func acceptsGzip(header string) bool {
	for part := range strings.SplitSeq(header, ",") {
		coding, q, _ := strings.Cut(strings.ReplaceAll(part, " ", ""), ";")
		if coding != "gzip" && coding != "*" {
			continue
		}
		return strings.Trim(strings.TrimPrefix(q, "q="), "0.") != "" || !strings.HasPrefix(q, "q=")
	}
	return false
}
