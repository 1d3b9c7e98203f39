package demo

import (
	"fmt"
	"strings"
	"time"
)

// batch is a run of released items that look alike: how many, where, about what.
type batch struct {
	n        int
	channel  string
	outlet   string
	class    string // "" is information
	subjects []subject
}

// subject is a kind of item: %s takes the month or a place.
type subject struct {
	category string
	title    string // with one %s
	fill     []string
}

var months = []string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"}

// items spreads batches of made-up items over the workdays of a year. front is the
// front part of the organ's index numbers and width the digits of the serial.
func items(year int, front string, width int, self string, batches []batch) []map[string]string {
	var rows []map[string]string
	total := 0
	for _, b := range batches {
		total += b.n
	}
	for _, b := range batches {
		for i := range b.n {
			s := b.subjects[i%len(b.subjects)]
			round := i / len(b.subjects)
			fill := s.fill[round%len(s.fill)]
			title := fmt.Sprintf(s.title, fill)
			if again := round / len(s.fill); again > 0 {
				title += fmt.Sprintf("（%s）", chineseOrdinal(again+1))
			}
			class := b.class
			if class == "" {
				class = "information"
			}
			published := spread(year, i, b.n)
			rows = append(rows, map[string]string{
				"number": fmt.Sprintf("%s/%d-%0*d", front, year, width, len(rows)+1), "title": self + title, "class": class,
				"channel": b.channel, "outlet": b.outlet, "category": s.category, "published_on": published,
			})
		}
	}
	return rows
}

// spread gives the i-th of n days over a year, never a weekend.
func spread(year, i, n int) string {
	first := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
	day := first.AddDate(0, 0, i*355/max(n, 1))
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, -1)
	}
	if day.Year() != year {
		day = first.AddDate(0, 0, 2)
	}
	return day.Format(time.DateOnly)
}

func chineseOrdinal(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	default:
		return digits[n/10] + "十" + digits[n%10]
	}
}

// places are made-up names of villages and quarters.
var places = strings.Fields("东塘村 西园村 南湾村 北桥村 新桥社区 石门村 青山村 清河村 云溪村 大树村 永丰村 长安社区")
