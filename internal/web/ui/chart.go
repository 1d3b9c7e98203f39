package ui

import (
	"math"
	"strconv"
)

// Chart is a small drawing of figures with its table beside it: a reader who
// does not see the drawing loses nothing.
type Chart struct {
	ID     string // unique on the page
	Title  string
	Desc   string // what the drawing shows, in a sentence
	Unit   string
	Bars   bool     // bars side by side; otherwise lines
	Labels []string // along the horizontal axis
	Series []Series // at most six are told apart
}

// Series is one line or one colour of bars. A missing value (NaN) is a gap: what
// is not known is not drawn as 0.
type Series struct {
	Name   string
	Values []float64 // as many as labels; missing ones are gaps
}

// The drawing's geometry in SVG units; the picture scales to its place.
const (
	chartWidth, chartHeight         = 480.0, 250.0
	chartLeft, chartRight           = 58.0, 10.0
	chartTop, chartBottom           = 14.0, 36.0
	chartPlotWidth, chartPlotHeight = chartWidth - chartLeft - chartRight, chartHeight - chartTop - chartBottom
	chartColours                    = 6
)

// Drawing is a chart with every coordinate computed.
type Drawing struct {
	Grid   []Tick // horizontal lines
	Ticks  []Tick // labels of the horizontal axis
	Shapes []Shape
}

// Tick is a label at a place.
type Tick struct {
	X, Y  string
	Label string
}

// Shape is the drawing of one series.
type Shape struct {
	Name   string
	Colour int      // 1 to 6
	Lines  []string // points of polylines, one for each stretch without a gap
	Dots   []Dot
	Bars   []Bar
}

// Dot is one value of a line.
type Dot struct{ X, Y, Label string }

// Bar is one value of a bar series.
type Bar struct{ X, Y, Width, Height, Label string }

// Draw computes the drawing.
func (c Chart) Draw() Drawing {
	low, high, step := c.scale()
	y := func(v float64) float64 { return chartTop + (high-v)/(high-low)*chartPlotHeight }
	band := chartPlotWidth / math.Max(float64(len(c.Labels)), 1)
	var d Drawing
	for i := 0; low+float64(i)*step <= high+step/2; i++ {
		v := low + float64(i)*step
		d.Grid = append(d.Grid, Tick{X: px(chartLeft), Y: px(y(v)), Label: figure(v)})
	}
	every := (len(c.Labels) + 7) / 8 // at most eight labels fit
	for i, label := range c.Labels {
		if i%max(every, 1) == 0 {
			d.Ticks = append(d.Ticks, Tick{X: px(chartLeft + (float64(i)+.5)*band), Y: px(chartHeight - 12), Label: label})
		}
	}
	for i, s := range c.Series {
		shape := Shape{Name: s.Name, Colour: i%chartColours + 1}
		if c.Bars {
			width := band * .7 / float64(len(c.Series))
			for j := range c.Labels {
				v, ok := s.at(j)
				if !ok {
					continue
				}
				x := chartLeft + float64(j)*band + band*.15 + float64(i)*width
				top, bottom := y(math.Max(v, 0)), y(math.Min(v, 0))
				shape.Bars = append(shape.Bars, Bar{px(x), px(top), px(width * .92), px(bottom - top), c.said(s, j)})
			}
		} else {
			shape.Lines, shape.Dots = c.line(s, band, y)
		}
		d.Shapes = append(d.Shapes, shape)
	}
	return d
}

func (c Chart) line(s Series, band float64, y func(float64) float64) ([]string, []Dot) {
	var lines []string
	var dots []Dot
	stretch := ""
	for j := range c.Labels {
		v, ok := s.at(j)
		if !ok {
			lines, stretch = append(lines, stretch), ""
			continue
		}
		at := Dot{X: px(chartLeft + (float64(j)+.5)*band), Y: px(y(v)), Label: c.said(s, j)}
		dots = append(dots, at)
		stretch += at.X + "," + at.Y + " "
	}
	return append(lines, stretch), dots
}

// scale chooses round bounds and a round step that hold every value and zero.
func (c Chart) scale() (float64, float64, float64) {
	low, high := 0.0, 0.0
	for _, s := range c.Series {
		for j := range c.Labels {
			if v, ok := s.at(j); ok {
				low, high = math.Min(low, v), math.Max(high, v)
			}
		}
	}
	if high-low < 1e-6 {
		high = low + 1
	}
	raw := (high - low) / 4
	step := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, factor := range []float64{1, 2, 5, 10} {
		if step*factor >= raw {
			step *= factor
			break
		}
	}
	return math.Floor(low/step) * step, math.Ceil(high/step) * step, step
}

// largest bounds what is drawn; beyond it no figure of ours lies.
const largest = 1e15

// at returns the value under label i, false when there is none to draw.
func (s Series) at(i int) (float64, bool) {
	if i >= len(s.Values) || math.IsNaN(s.Values[i]) || math.Abs(s.Values[i]) > largest {
		return 0, false
	}
	return s.Values[i], true
}

func (c Chart) said(s Series, i int) string {
	return c.Labels[i] + " " + s.Name + "：" + c.Figure(s, i)
}

// Figure writes the value under label i with its unit; a gap is “—”.
func (c Chart) Figure(s Series, i int) string {
	v, ok := s.at(i)
	if !ok {
		return "—"
	}
	return figure(v) + c.Unit
}

// Colour numbers a series for its colour class, 1 to 6.
func (c Chart) Colour(i int) int { return i%chartColours + 1 }

// figure writes a number shortest, without an exponent for any count we hold.
func figure(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

// px writes a coordinate with one decimal.
func px(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
