package page

import (
	"math"
	"strings"
)

// Costs of a break in a title or a label, in the unit of unevenness: the square of
// an em by which a line is shorter than the longest.
const (
	splitsWord    = 40
	splitsCount   = 30
	afterSign     = -3 // a break after 、 or ， reads best
	loneCharacter = 60
	beforeLink    = 20 // 的 and its like belong to what stands before them
)

// labelLines is the most lines a label has; what is longer is running text.
const labelLines = 8

// balance breaks a title or a label into as few lines as fit and makes them even,
// without dividing words where that can be helped. It reports whether it had to
// divide what may not be divided because it is wider than the room.
func balance(units []unit, room Length, names ...string) ([][]unit, bool) {
	var lines [][]unit
	forced := false
	for _, segment := range segments(units) {
		segment = trim(segment)
		if extent(segment) <= room {
			lines = append(lines, segment)
			continue
		}
		count, broken := least(segment, room)
		forced = forced || broken
		if count > labelLines {
			lines = append(lines, inTurn(segment, room)...)
			continue
		}
		lines = append(lines, even(segment, room, count, breakCosts(segment, names))...)
	}
	return lines, forced
}

// least counts the lines that filling each in turn needs.
func least(units []unit, room Length) (int, bool) {
	count, forced := 0, false
	for rest := units; len(rest) > 0; count++ {
		end, ok := fit(rest, room)
		forced = forced || !ok
		rest = trim(rest[end:])
	}
	return count, forced
}

// fit returns how many units fit one line at an allowed break, and false where
// none is allowed and the line ends inside a word.
func fit(units []unit, room Length) (int, bool) {
	used := Length(0)
	best, most := 0, 1
	for i, u := range units {
		used += u.width
		if used > room && u.r != ' ' {
			break
		}
		most = i + 1
		if i+1 == len(units) || mayBreak(u.r, units[i+1].r) {
			best = i + 1
		}
	}
	if best == 0 {
		return most, false
	}
	return best, true
}

// breakCosts gives the cost of a break after each unit; infinite where none may be.
func breakCosts(units []unit, names []string) []float64 {
	costs := make([]float64, len(units))
	inside := insideWords(units, names)
	for i := range len(units) - 1 {
		a, b := units[i].r, units[i+1].r
		switch {
		case !mayBreak(a, b):
			costs[i] = math.Inf(1)
		case inside[i]:
			costs[i] = splitsWord
		case counted(a, b):
			costs[i] = splitsCount
		case strings.ContainsRune("的之地得了", b):
			costs[i] = beforeLink
		case a == '、' && i == 1, a == '.' && i == 1, a == '）' && i == 2:
			costs[i] = 2 // an item number alone on its line, only where it must
		case a == '、' || a == '，' || a == '；' || a == '：':
			costs[i] = afterSign
		}
	}
	return costs
}

// even finds the breaks into count lines that cost least. Where the allowed breaks
// give no solution it fills line by line.
func even(units []unit, room Length, count int, costs []float64) [][]unit {
	n := len(units)
	em := float64(units[0].size)
	target := float64(extent(units)) / float64(count)
	price := make([][]float64, count+1) // price[k][j]: best cost of units[:j] in k lines
	from := make([][]int, count+1)
	for k := range price {
		price[k], from[k] = make([]float64, n+1), make([]int, n+1)
		for j := range price[k] {
			price[k][j] = math.Inf(1)
		}
	}
	price[0][0] = 0
	for k := 1; k <= count; k++ {
		for j := 1; j <= n; j++ {
			for i := j - 1; i >= 0; i-- {
				line := trim(units[i:j])
				width := extent(line)
				if width > room {
					break
				}
				if math.IsInf(price[k-1][i], 1) || j < n && math.IsInf(costs[j-1], 1) {
					continue
				}
				off := (float64(width) - target) / em
				cost := price[k-1][i] + off*off
				if j < n {
					cost += costs[j-1]
				}
				if len(line) == 1 {
					cost += loneCharacter
				}
				if cost < price[k][j] {
					price[k][j], from[k][j] = cost, i
				}
			}
		}
	}
	if math.IsInf(price[count][n], 1) {
		return inTurn(units, room)
	}
	lines := make([][]unit, count)
	for k, j := count, n; k > 0; k-- {
		i := from[k][j]
		lines[k-1] = trim(units[i:j])
		j = i
	}
	return lines
}

// inTurn fills line by line.
func inTurn(units []unit, room Length) [][]unit {
	var lines [][]unit
	for rest := units; len(rest) > 0; {
		end, _ := fit(rest, room)
		lines = append(lines, trim(rest[:end]))
		rest = trim(rest[end:])
	}
	return lines
}
