# Two commands do everything: make run and make test.
#
# The first build compiles Fyne, SQLite and their C code and takes minutes, and
# every other set of build flags is another such build. So there is one set:
# Go's defaults, without the repository's state in the binary, for which git
# would have to trust a checkout that may belong to somebody else.
export GOFLAGS := -buildvcs=false $(GOFLAGS)

# Packages with Fyne in them. The race detector leaves them out: they run on
# one goroutine, and Fyne alone takes minutes to build for it.
FYNE := throughline|throughline/canvas|throughline/editor/window
PLAIN = $$(go list ./... | grep -vxE '$(FYNE)')

BENCH ?= .
FUZZTIME ?= 1m

.NOTPARALLEL:
.PHONY: build run test format vet unit race window bench bench-window fuzz clean

build: packages-run
	go build -o throughline .

# Opens the window; without a display, writes it to out/.
run: build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		./throughline; \
	else \
		echo "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the sample is written to out/."; \
		mkdir -p out; \
		for f in out/cargo-bike.pdf out/cargo-bike.png; do \
			./throughline export assets/templates/cargo-bike.json -o $$f && ls -l $$f || exit 1; \
		done; \
	fi

# What is quick to check comes first.
test: packages-test
	@$(MAKE) --no-print-directory format vet unit race window
	@echo "All checks passed."

format:
	@files=$$(gofmt -l .); [ -z "$$files" ] || { echo "Not as gofmt would have it:" $$files; exit 1; }

vet:
	go vet ./...

# Without a display the tests of the window step aside; they have their turn
# below, alone, for they measure time.
unit:
	env -u DISPLAY -u WAYLAND_DISPLAY go test -timeout 30m ./...

race:
	go test -timeout 40m -race $(PLAIN)

# The real program under Xvfb. Never from the cache: go test does not know that
# these depend on the whole program.
window:
	THROUGHLINE_WINDOW=require go test -timeout 30m -count=1 ./editor/window

bench: packages-test
	go test -run '^$$' -bench '$(BENCH)' -benchmem $(PLAIN)
	@$(MAKE) --no-print-directory bench-window

# What a person waits for, in the real window with 10,000 cards.
bench-window: packages-test
	THROUGHLINE_WINDOW=require go test -run '^$$' -bench . -benchtime 1x -count=1 ./editor/window

# Every fuzz target, one after the other. Inputs are not made smaller before they
# are kept: for those that take milliseconds, Go would do little else.
fuzz: packages-test
	@go test -list '^Fuzz' $(PLAIN) | \
	awk '/^Fuzz/ { names = names " " $$1 } /^ok/ { n = split(names, a, " "); for (i = 1; i <= n; i++) print a[i], $$2; names = "" }' | \
	while read name package; do \
		echo "$$package $$name"; \
		go test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x $$package || exit 1; \
	done

clean:
	rm -rf throughline out artefacts

packages-%:
	@.ci/packages $*
