package store_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gongkai/internal/store"
)

func TestStatements(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		for _, err := range store.PrepareAll(t.Context(), db) {
			t.Error(err)
		}
	})
}

var placeholder = regexp.MustCompile(`\$(\d+)`)

// Some drivers bind by order, silently: numbers follow first appearance.
func TestPlaceholdersAreNumberedInOrder(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		for _, text := range store.Texts(db) {
			highest := 0
			for _, match := range placeholder.FindAllStringSubmatch(text, -1) {
				n, err := strconv.Atoi(match[1])
				if err != nil {
					t.Fatal(err)
				}
				if n > highest+1 {
					t.Errorf("$%d appears before $%d in\n%s", n, highest+1, text)
				}
				highest = max(highest, n)
			}
		}
	})
}

var star = regexp.MustCompile(`(?i)select\s+(\w+\.)?\*`)

func TestColumnsAreNamed(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.DB) {
		for _, text := range store.Texts(db) {
			if star.MatchString(text) || strings.Contains(strings.ToUpper(text), "RETURNING *") {
				t.Errorf("columns not named in\n%s", text)
			}
		}
	})
}
