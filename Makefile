# The whole house, each target with its own set-up: a machine needs Python 3.11 or later and make.
# What is installed is what requirements/*.txt list, each file known by its hash.

MAKEFLAGS += --no-print-directory
SHELL     := /bin/sh
VENV      := .venv
BIN       := $(VENV)/bin
DJANGO    := $(BIN)/python -W ignore::RuntimeWarning -m django

# The first Python here that is new enough; `make PYTHON=/somewhere/python3 demo` names another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

export DJANGO_SETTINGS_MODULE := taizhang.settings
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo serve test test-spark check bench bench-check format lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

demo: $(VENV)/base.stamp ## the example town: Excel ledgers in, a closed quarter and a summary out
	@$(BIN)/taizhang demo

serve: $(VENV)/base.stamp ## the desk, on http://127.0.0.1:8000
	@$(BIN)/taizhang serve

# Each worker has a home and a database of its own; the tests of one file share what is costly to make.
test: $(VENV)/dev.stamp ## all tests but those of Spark, on every core
	@$(BIN)/python -m pytest -m "not spark" -n auto --maxprocesses 8 --dist loadfile $(ARGS)

test-spark: $(VENV)/spark.stamp ## the tests of Spark, which need a Java runtime and 500 MB
	@$(BIN)/python -m pytest -m spark $(ARGS)

check: export TAIZHANG_HOME := $(CURDIR)/var/tests
check: $(VENV)/dev.stamp ## format, lint, import contracts, types, Django's checks, migrations, house rules
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/mypy
	@$(DJANGO) check
	@$(DJANGO) makemigrations --check --dry-run
	@$(BIN)/python -m pytest -q tests/test_house_rules.py

bench: $(VENV)/dev.stamp ## the benchmarks, each beside its yardstick
	@$(BIN)/python -m bench $(ARGS)

bench-check: $(VENV)/base.stamp var/bench-check/.stamp ## the checker over reports with seeded mistakes, beside other readers of numbers
	@$(BIN)/python -m bench.reports $(ARGS)

format: $(VENV)/dev.stamp ## put the code into the house style
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

lock: $(VENV)/dev.stamp ## write requirements/*.txt anew from pyproject.toml
	@scripts/lock

clean: ## forget the installed packages and caches; var/, the data, stays
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info

# A stamp tells that a list is installed, and base with it, which every list includes: until a list
# or pyproject.toml changes, nothing is installed again.

$(VENV)/%.stamp: requirements/%.txt pyproject.toml | $(BIN)/python
	@echo "Installing requirements/$*.txt ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r $<
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $(VENV)/base.stamp $@

# The other readers of numbers want old packages, so they are kept apart; without them the checker is scored alone.
var/bench-check/.stamp: requirements/bench-check.txt | $(BIN)/python
	@echo "Installing requirements/bench-check.txt ..."
	@mkdir -p $(@D)
	@$(BIN)/python -m venv $(@D)/.venv
	@$(@D)/.venv/bin/python -m pip install --quiet --require-hashes -r $< && touch $@ \
		|| echo "The other readers cannot be installed here; only the checker is scored."

$(VENV)/spark.stamp: | $(VENV)/dev.stamp

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed, with its venv module. 需要Python 3.11或更高版本。" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
