package source

import (
	"regexp"
	"strings"

	"gongkai/internal/annualreport/reading"
)

var (
	hashHeading  = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$`)
	imageMark    = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	emphasis     = regexp.MustCompile(`\*\*|__|\*(\S[^*]*\S|\S)\*`)
	markdownLink = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	lineBreakTag = regexp.MustCompile(`(?i)<br\s*/?>`)
	anyTag       = regexp.MustCompile(`(?i)</?(span|font|b|strong|i|em|u|p|div|center|sub|sup)(\s[^<>]*)?>`)
)

// readMarkdown reads headings, pipe tables, HTML tables and lines.
func readMarkdown(b *builder, text string) error {
	lines := strings.Split(unixLines(text), "\n")
	for i := 0; i < len(lines) && !b.full(); {
		switch {
		case strings.Contains(strings.ToLower(lines[i]), "<table"):
			end := htmlEnd(lines, i)
			err := readPage(b, strings.Join(lines[i:end], "\n"), i)
			if err != nil {
				return err
			}
			i = end
		case i+1 < len(lines) && strings.Contains(lines[i], "|") && separatorRow.MatchString(lines[i+1]):
			i = pipeTable(b, lines, i)
		default:
			markdownLine(b, lines[i], i+1)
			i++
		}
	}
	return nil
}

// htmlEnd is the line after the HTML table that begins in line i: where as many
// tables are closed as were opened, at the latest the end.
func htmlEnd(lines []string, i int) int {
	open := 0
	for ; i < len(lines); i++ {
		line := strings.ToLower(lines[i])
		open += strings.Count(line, "<table") - strings.Count(line, "</table")
		if open <= 0 {
			return i + 1
		}
	}
	return len(lines)
}

func markdownLine(b *builder, line string, number int) {
	place := reading.Place{Line: number}
	pictures := len(imageMark.FindAllString(line, -1))
	line = imageMark.ReplaceAllString(line, "")
	if found := hashHeading.FindStringSubmatch(line); found != nil {
		b.line(plainMarkdown(found[2]), len(found[1]), place)
	} else if !strings.HasPrefix(strings.TrimSpace(line), "```") {
		for part := range strings.SplitSeq(plainMarkdown(line), "\n") {
			b.line(part, 0, place)
		}
	}
	for range pictures {
		b.picture(place)
	}
}

// plainMarkdown takes off the marks that only dress text.
func plainMarkdown(text string) string {
	text = lineBreakTag.ReplaceAllString(text, "\n")
	text = anyTag.ReplaceAllString(text, "")
	text = emphasis.ReplaceAllString(text, "$1")
	return markdownLink.ReplaceAllString(text, "$1")
}

// pipeTable hands over the table whose head is line i and gives the line after it.
func pipeTable(b *builder, lines []string, i int) int {
	g := &reading.Grid{}
	first := i
	for ; i < len(lines) && strings.Contains(lines[i], "|"); i++ {
		if i == first+1 {
			continue // the separator
		}
		for c, text := range pipeCells(lines[i]) {
			if c >= maxColspan {
				break
			}
			g.Cells = append(g.Cells, reading.GridCell{
				Row: g.Rows, Column: c, Rowspan: 1, Colspan: 1, Text: tidy(plainMarkdown(text)), Place: reading.Place{Line: i + 1},
			})
			g.Columns = max(g.Columns, c+1)
		}
		g.Rows++
		if len(g.Cells) > b.limits.Cells {
			break
		}
	}
	b.table(g, reading.Place{Line: first + 1})
	return i
}

// pipeCells splits a row at its bars; "\|" is a bar of the text.
func pipeCells(line string) []string {
	line = strings.TrimSpace(line)
	line = strings.TrimPrefix(line, "|")
	if strings.HasSuffix(line, "|") && !strings.HasSuffix(line, `\|`) {
		line = line[:len(line)-1]
	}
	cells := strings.Split(strings.ReplaceAll(line, `\|`, "\x00"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(strings.ReplaceAll(cells[i], "\x00", "|"))
	}
	return cells
}
