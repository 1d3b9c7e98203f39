package demo

// counties are the four sites in the order they are shown.
var counties = []county{county330483, county330683, county231084, county330881}

// Sites is how many sites a whole demonstration has.
const Sites = 4
