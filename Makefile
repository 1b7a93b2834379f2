# Everything a fresh machine needs: `make demo`, `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check types tests lock clean

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

.venv/installed-test: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[test]'
	@touch $@ .venv/installed

# graphology-gexf, the reader of GEXF that is not ours
tests/exports/node/node_modules/.package-lock.json: tests/exports/node/package-lock.json
	cd tests/exports/node && npm ci --silent --no-audit --no-fund

# Debian's browser, for the page
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || (apt-get update -qq && apt-get install -y -qq chromium)

# The newest versions of everything, written down; run the tests before it is committed.
lock:
	rm -rf .venv-lock && $(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet -e '.[test]'
	(head -1 constraints.txt; .venv-lock/bin/python -m pip freeze --exclude-editable | sort -f) > .venv-lock/constraints.txt
	mv .venv-lock/constraints.txt constraints.txt && rm -rf .venv-lock

clean:
	rm -rf .venv outputs/demo .mypy_cache .ruff_cache .pytest_cache .coverage*
