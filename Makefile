# Everything a fresh machine needs: `make demo`, `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check types tests install clean

demo: .venv/installed
	@$(BIN)/kg build examples/ --out outputs/demo
	@echo "$(CURDIR)/outputs/demo/network.html"

test: check types tests

check: .venv/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell --toml pyproject.toml

types: .venv/installed-test
	$(BIN)/mypy

tests: .venv/installed-test tests/exports/node/node_modules/.package-lock.json chromium
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -q -n 2 --cov --cov-report=term

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip

.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet -e .
	@touch $@

.venv/installed-test: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet -e '.[test]'
	@touch $@ .venv/installed

# graphology-gexf, the reader of GEXF that is not ours
tests/exports/node/node_modules/.package-lock.json: tests/exports/node/package-lock.json
	cd tests/exports/node && npm ci --silent --no-audit --no-fund

# Debian's browser, for the page
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || (apt-get update -qq && apt-get install -y -qq chromium)

clean:
	rm -rf .venv outputs/demo .mypy_cache .ruff_cache .pytest_cache .coverage*
