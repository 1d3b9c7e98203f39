package page

// stretch is how far one gap may be widened to justify a line, in thousandths of an em.
const stretch = 150

// fill breaks a paragraph into lines. The first line is the given indent shorter.
// All lines but the last come out justified: tightened at punctuation where one
// more character then fits, else widened by at most 0.15 em at each gap.
func fill(units []unit, width, indent Length) [][]unit {
	var lines [][]unit
	for _, segment := range segments(units) {
		rest := trim(segment)
		if len(rest) == 0 {
			lines = append(lines, nil)
		}
		for len(rest) > 0 {
			room := width
			if len(lines) == 0 {
				room -= indent
			}
			end := company(rest, reach(rest, room))
			line := trim(rest[:end])
			rest = trim(rest[end:])
			if len(rest) > 0 || extent(line) > room {
				line = justify(line, room)
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// reach returns how many units the next line takes: up to the last allowed break
// that fits, or as many as fit where a single word is wider than the line.
func reach(units []unit, room Length) int {
	used, slack := Length(0), Length(0)
	best, most := 0, 1
	for i, u := range units {
		used += u.width
		last := i+1 == len(units)
		after := ' '
		if !last {
			after = units[i+1].r
		}
		end := milli(halfEmpty(u.r, after, true), u.size)
		if used-slack-end > room {
			if u.r != ' ' {
				break
			}
			continue // spaces at the end of a line take no room
		}
		if used <= room {
			most = i + 1
		}
		if last || mayBreak(u.r, after) {
			best = i + 1
		}
		slack += milli(halfEmpty(u.r, after, false), u.size)
	}
	if best > 0 {
		return best
	}
	return most
}

// company moves a break forward where it would leave one character alone, with or
// without its full stop, on the last line. Long lines have room to spread for that.
func company(units []unit, end int) int {
	const alone, long = 2, 20
	if len(units)-end > alone || len(units) == end || end < long {
		return end
	}
	for k := end - 1; k > end-5; k-- {
		if mayBreak(units[k-1].r, units[k].r) {
			return k
		}
	}
	return end
}

// justify returns the line with its gaps tightened or widened to end at room.
func justify(line []unit, room Length) []unit {
	if len(line) < 2 {
		return line
	}
	set := append([]unit(nil), line...)
	missing := room - extent(set)
	if missing < 0 {
		tighten(set, -missing)
		return set
	}
	var gaps []int
	most := Length(0)
	for i := range len(set) - 1 {
		if !(latin(set[i].r) && latin(set[i+1].r)) {
			gaps = append(gaps, i)
			most += milli(stretch, set[i].size)
		}
	}
	if missing > most {
		return line // a long address follows; a ragged line looks better than a loose one
	}
	for k, i := range gaps {
		share := missing / Length(len(gaps)-k)
		set[i].width += share
		missing -= share
	}
	return set
}

// tighten takes the excess off the empty halves of punctuation, first of the sign
// that ends the line, whose empty half may stand in the margin unseen.
func tighten(set []unit, excess Length) {
	last := len(set) - 1
	excess -= milli(halfEmpty(set[last].r, ' ', true), set[last].size)
	total := Length(0)
	for i := range last {
		total += milli(halfEmpty(set[i].r, set[i+1].r, false), set[i].size)
	}
	for i := range last {
		if excess <= 0 {
			return
		}
		room := milli(halfEmpty(set[i].r, set[i+1].r, false), set[i].size)
		if room == 0 {
			continue
		}
		share := min(room, (excess*room+total-1)/total)
		set[i].width -= share
		excess -= share
		total -= room
	}
}
