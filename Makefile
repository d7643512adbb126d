# Every command that a person or CI runs.
STORE ?=
PREFIX ?= /usr/local
DEMO = .build/demo-store
SOURCES = Package.swift Sources Tests
# A release program carries the Swift runtime with it, so that it runs where there is no toolchain.
RELEASE = swift build -c release --static-swift-stdlib --product livenstore

.PHONY: run test torture fuzz docs build lint format screens install clean

run: build $(if $(STORE),,$(DEMO))
	@program="$$($(RELEASE) --show-bin-path)/livenstore"; store="$(or $(STORE),$(DEMO))"; \
	if [ -t 0 ] && [ -t 1 ]; then "$$program" browse "$$store"; \
	else echo "No terminal here: the streams of $$store as text."; "$$program" streams "$$store"; fi

build:
	@.ci/install-packages curses
	$(RELEASE)

# The store is put in place when it is complete, so an import that was stopped begins anew.
$(DEMO): Resources/Demo/debian-changelogs.jsonl | build
	@rm -rf $(DEMO) $(DEMO).new
	@"$$($(RELEASE) --show-bin-path)/livenstore" import $(DEMO).new $<
	@mv $(DEMO).new $(DEMO)

# The limit is what most machines give: tests that hold more open run out of descriptors there.
test: lint
	@.ci/install-packages curses tmux jq $(if $(filter Linux,$(shell uname)),strace python3)
	swift build --build-tests
	ulimit -n 1024 && SWIFT_BACKTRACE=enable=no swift test --skip-build --parallel --disable-xctest

# The long form of what the tests do quickly: kills, errors and power cuts, about an hour. As root it also
# mounts file systems. TORTURE names single ones, FOLDER a place with much room.
FOLDER ?= .build/torture
TORTURE ?=
torture:
	@.ci/install-packages curses strace python3
	swift build -c release --product livenstore
	swift build -c release --product livenstore-torture
	RANDOM_KEYS=25000 SWIFT_BACKTRACE=enable=no swift test --disable-xctest --filter RandomKeysTests
	@mkdir -p "$(FOLDER)"
	Tests/Torture/torture "$$(swift build -c release --show-bin-path)" "$(FOLDER)" $(TORTURE) --long

# Bytes of any kind into everything that reads: RUNS for each target.
RUNS ?= 10000000
fuzz:
	LIVENSTORE_FUZZ=1 swift build -c release --product livenstore-fuzz --scratch-path .build/fuzz --sanitize=fuzzer
	@for target in envelope id base64 stream sanitizer name inner expression; do \
	  FUZZ_TARGET=$$target .build/fuzz/release/livenstore-fuzz -runs=$(RUNS) -max_len=512 -timeout=1 -print_final_stats=0 2>&1 \
	    | tail -1 | sed "s/^/$$target: /"; done

# The library's documentation; a link that leads nowhere is an error.
docs:
	@mkdir -p .build/docs/symbols
	swift build --target LivenStore --scratch-path .build/docs -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc .build/docs/symbols
	@rm -f .build/docs/symbols/C*.json
	docc convert Sources/LivenStore/LivenStore.docc --additional-symbol-graph-dir .build/docs/symbols --warnings-as-errors --output-path .build/docs/LivenStore.doccarchive

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

format:
	swift format format --in-place --recursive --parallel $(SOURCES)

# Records the golden screens anew; then read the difference.
screens:
	RECORD_SCREENS=1 swift test --disable-xctest --filter StoreBrowserTests || true
	git diff --stat -- Tests

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$($(RELEASE) --show-bin-path)/livenstore" "$(DESTDIR)$(PREFIX)/bin/livenstore"

clean:
	rm -rf .build
