# Needs make and Python 3.11 or later; everything else goes into .venv.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	if command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))'; \
	then echo $$p; break; fi; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
PORT ?= 8000

.PHONY: demo test check bench setup screenshots requirements clean

demo: $(STAMP)  ## build the demonstration services, show them, serve their pages
	$(BIN)/watchbill demo --port $(PORT)

test: $(STAMP) check  ## every check, then every test, the browser's included
	sh scripts/system_packages.sh
	rm -rf var/test && WATCHBILL_HOME=var/test $(BIN)/pytest -n 2

check: $(STAMP)  ## style, types, layers, repeated blocks
	$(BIN)/ruff check src tests scripts
	$(BIN)/ruff format --check src tests scripts
	$(BIN)/mypy src tests scripts
	$(BIN)/lint-imports --no-logo
	$(BIN)/pylint --recursive=y src tests

bench: $(STAMP)  ## speed on this machine, beside plain peers
	$(BIN)/watchbill bench audit --people 1000 --days 365
	$(BIN)/watchbill bench audit --people 10000 --days 365
	$(BIN)/watchbill bench pay --people 10000 --days 365
	$(BIN)/watchbill bench ledger --people 288
	$(BIN)/watchbill bench rws benchmarks/rws --plain-peer --peer-limit 20
	$(BIN)/watchbill bench shift-design benchmarks/shift-design --limit 60
	$(BIN)/python scripts/bench_pages.py

screenshots: $(STAMP)  ## the pictures in docs/images, made again
	sh scripts/system_packages.sh
	$(BIN)/python scripts/screenshots.py

setup: $(STAMP)

$(STAMP): requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed and was not found."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

requirements: $(STAMP)  ## pin every package again, with hashes and without addresses
	$(BIN)/uv pip compile pyproject.toml --extra dev --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --output-file requirements.txt

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis
