package source

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"regexp"
	"strings"
)

// savedPage is how a page begins that a browser saved as one file.
var savedPage = regexp.MustCompile(`(?is)^[\w\-]+:.*?content-type:\s*multipart/related`)

// unwrapPage gives the page inside of a file that a browser saved with its pictures.
// Lines are then counted in that page.
func unwrapPage(data []byte, limit int64) ([]byte, error) {
	message, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read the head of a saved page: %w", err)
	}
	_, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil {
		return nil, fmt.Errorf("read the kind of a saved page: %w", err)
	}
	parts := multipart.NewReader(message.Body, parameters["boundary"])
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil, errors.New("a saved page holds no page")
		}
		if err != nil {
			return nil, fmt.Errorf("read a part of a saved page: %w", err)
		}
		if !strings.HasPrefix(strings.ToLower(part.Header.Get("Content-Type")), "text/html") {
			continue
		}
		var content io.Reader = part // quoted-printable is undone already
		if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
			content = base64.NewDecoder(base64.StdEncoding, part)
		}
		page, err := io.ReadAll(io.LimitReader(content, limit))
		if err != nil {
			return nil, fmt.Errorf("read the page of a saved page: %w", err)
		}
		return page, nil
	}
}
