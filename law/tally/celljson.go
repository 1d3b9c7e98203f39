package tally

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// MarshalJSON writes one object with sorted names: a count as an integer, money as
// a decimal string in 万元, unknown as null, blank as "blank", not applicable as
// "n/a". It refuses a name that no format has and a figure its cell cannot hold.
func (c Cells) MarshalJSON() ([]byte, error) {
	if c == nil {
		return []byte("null"), nil
	}
	var out bytes.Buffer
	out.WriteByte('{')
	for i, name := range slices.Sorted(maps.Keys(c)) {
		cell, ok := CellByName(name)
		if !ok {
			return nil, &CellError{Code: CellUnknownName, Cell: name}
		}
		value := c[name]
		code := cell.refuses(value)
		if code != "" {
			return nil, &CellError{Code: code, Cell: name, Text: value.Text(cell.Unit)}
		}
		if i > 0 {
			out.WriteByte(',')
		}
		// Names and words of known cells are plain ASCII, so that quoting
		// them as Go does is quoting them as JSON does.
		out.WriteString(strconv.Quote(name) + ":")
		text := value.Text(cell.Unit)
		bare := value.State == Unknown || value.State == Number && cell.Unit == Pieces
		if bare {
			out.WriteString(text)
		} else {
			out.WriteString(strconv.Quote(text))
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// UnmarshalJSON reads what MarshalJSON writes. It refuses, with a *CellError,
// names that no format has, names that stand twice, and values that do not fit
// the cell; a figure in a string is not taken for a count. null gives no cells.
func (c *Cells) UnmarshalJSON(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	opening, err := decoder.Token()
	if err != nil {
		return fmt.Errorf("read cells: %w", err)
	}
	if opening == nil {
		*c = nil
		return nil
	}
	if opening != json.Delim('{') {
		return fmt.Errorf("read cells: %v is not an object of cells", opening)
	}
	cells := make(Cells)
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return fmt.Errorf("read the name of a cell: %w", err)
		}
		name, _ := token.(string)
		var raw json.RawMessage
		err = decoder.Decode(&raw)
		if err != nil {
			return fmt.Errorf("read cell %s: %w", name, err)
		}
		_, twice := cells[name]
		if twice {
			return &CellError{Code: CellRepeated, Cell: name, Text: string(raw)}
		}
		value, err := readJSONValue(name, raw)
		if err != nil {
			return err
		}
		cells[name] = value
	}
	_, err = decoder.Token()
	if err != nil {
		return fmt.Errorf("read the end of the cells: %w", err)
	}
	*c = cells
	return nil
}

// readJSONValue reads the value of the named cell.
func readJSONValue(name string, raw json.RawMessage) (Value, error) {
	cell, ok := CellByName(name)
	if !ok {
		return UnknownValue, &CellError{Code: CellUnknownName, Cell: name, Text: string(raw)}
	}
	refuse := func(code CellErrorCode) (Value, error) {
		return UnknownValue, &CellError{Code: code, Cell: name, Text: string(raw)}
	}
	var content any
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	err := decoder.Decode(&content)
	if err != nil {
		return UnknownValue, fmt.Errorf("read cell %s: %w", name, err)
	}
	switch content := content.(type) {
	case nil:
		return UnknownValue, nil
	case json.Number:
		if cell.Unit != Pieces {
			return refuse(CellWrongJSONType)
		}
		return readFigure(cell, content.String(), refuse)
	case string:
		switch {
		case content == blankWord:
			return BlankValue, nil
		case content == notApplicableWord:
			return NotApplicableValue, nil
		case cell.Unit == TenThousandYuan && !strings.Contains(content, ","):
			return readFigure(cell, content, refuse)
		}
	}
	return refuse(CellWrongJSONType)
}

// readFigure reads a figure in its plain form. Unlike typed input it has no room
// for separators, full-width digits or units.
func readFigure(cell Cell, text string, refuse func(CellErrorCode) (Value, error)) (Value, error) {
	unsigned, negative := strings.CutPrefix(text, "-")
	figure, code := readDecimal(unsigned)
	if code != "" {
		return refuse(code)
	}
	places := 0
	if cell.Unit == TenThousandYuan {
		places = fenDecimals
	} else if figure.hasPart {
		return refuse(CellNotInteger)
	}
	n, code := figure.scaled(places)
	if code != "" {
		return refuse(code)
	}
	if negative {
		n = -n
	}
	value := Value{State: Number, N: n}
	code = cell.refuses(value)
	if code != "" {
		return refuse(code)
	}
	return value, nil
}

// refuses says why the cell cannot hold the value, or "".
func (c Cell) refuses(value Value) CellErrorCode {
	switch {
	case value.State > NotApplicable:
		return CellNotNumber
	case value.State != Number:
		return ""
	case value.N < 0 && !c.Signed:
		return CellNegative
	case value.N > MaxN || value.N < -MaxN:
		return CellTooLarge
	}
	return ""
}

// Validate refuses, with a *CellError, cells that the format does not have and
// figures that a cell cannot hold. The first by name is reported.
func (f Format) Validate(cells Cells) error {
	for _, name := range slices.Sorted(maps.Keys(cells)) {
		cell, ok := f.Cell(name)
		if !ok {
			return &CellError{Code: CellNotInFormat, Cell: name, Text: f.ID}
		}
		value := cells[name]
		code := cell.refuses(value)
		if code != "" {
			return &CellError{Code: code, Cell: name, Text: value.Text(cell.Unit)}
		}
	}
	return nil
}
