package tally

// Breach is an equation that does not hold, or that cannot be decided because a
// cell it needs is unknown or blank.
type Breach struct {
	Equation Equation
	// Left and Right are the sums of the two sides.
	Left, Right Value
	// Decidable is false when the cells do not suffice to tell; such an
	// equation is not broken.
	Decidable bool
}

// Check lists, in the order of Equations, those that are broken (Decidable) and
// those that cannot be decided. An equation that holds is not listed.
func (f Format) Check(cells Cells) []Breach {
	return check(f.Equations, func(name string) Value { return cells[name] })
}

// check evaluates equations over whatever the names stand for.
func check(equations []Equation, lookup func(name string) Value) []Breach {
	var breaches []Breach
	for _, equation := range equations {
		left := add(equation.Left, lookup)
		right := add(equation.Right, lookup)
		decidable := left.Known() && right.Known()
		if decidable && equation.holds(left, right) {
			continue
		}
		breaches = append(breaches, Breach{Equation: equation, Left: left, Right: right, Decidable: decidable})
	}
	return breaches
}

func add(names []string, lookup func(name string) Value) Value {
	total := NotApplicableValue
	for _, name := range names {
		total = total.Add(lookup(name))
	}
	return total
}

// holds compares two known sides. A crossed-out side stands for none.
func (e Equation) holds(left, right Value) bool {
	if e.Relation == AtMost {
		return left.figure() <= right.figure()
	}
	return left.figure() == right.figure()
}
