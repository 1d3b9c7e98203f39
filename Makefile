# The verbs of this repository. CI (.ci/run) calls the same ones.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := test
.PHONY: run test race check format vuln e2e golden bench release clean

GO := go
AXE := $(CURDIR)/build/axe.min.js
LINT := build/golangci-lint
# Where test/prepare installs PostgreSQL, doing without it is a failure.
TESTENV := GONGKAI_AXE="$(AXE)" GONGKAI_REQUIRE_POSTGRES=$(if $(shell command -v apt-get),1,)

# run: a site with demo data on 127.0.0.1:8080.
run:
	$(GO) run ./cmd/gongkai demo

# test: everything there is to test, from nothing; closes with the count.
test:
	test/prepare
	failed=; $(GO) vet ./... || failed='go vet'; \
	$(TESTENV) $(GO) test -timeout 15m -json ./... | $(GO) run ./test/count $${failed:+"$$failed"}

# race: the same without the journeys, under the race detector (needs cgo).
race:
	test/prepare
	CGO_ENABLED=1 $(TESTENV) $(GO) test -race -timeout 20m -json ./internal/... ./law/... | $(GO) run ./test/count

# check: format, vet and lint, and that go.mod is tidy.
check: $(LINT)
	$(GO) vet ./...
	$(GO) mod tidy -diff
	$(LINT) run ./...

format: $(LINT)
	$(LINT) fmt

$(LINT): tools/go.mod tools/go.sum
	cd tools && $(GO) build -o ../$(LINT) github.com/golangci/golangci-lint/v2/cmd/golangci-lint

# vuln: known vulnerabilities of what we depend on; asks vuln.go.dev, so not in CI.
vuln:
	$(GO) run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./...

# e2e: the journeys in a real browser.
e2e:
	test/prepare
	$(TESTENV) $(GO) test -timeout 15m -count=1 -v ./test/e2e/...

# golden: writes every golden file anew; read the difference before committing it.
golden:
	$(GO) test $$(grep -rlE --include='*_test.go' 'flag\.Bool\("update"' . | xargs -n1 dirname | sort -u) -update
	git diff --stat

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

# release: one file per system in dist/, without cgo, and their checksums.
release:
	rm -rf dist && mkdir -p dist
	for system in linux/amd64 linux/arm64 windows/amd64; do \
		os=$${system%/*}; arch=$${system#*/}; file=dist/gongkai-$$os-$$arch; \
		if [ $$os = windows ]; then file=$$file.exe; fi; \
		echo "$$file"; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -ldflags '-s -w' -o $$file ./cmd/gongkai; \
	done
	cp LICENSE CHANGELOG.md dist/
	cd dist && sha256sum gongkai-* > SHA256SUMS

clean:
	rm -rf build dist
