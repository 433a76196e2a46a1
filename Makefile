# One word per action; CI runs the same (.ci/run). Each target installs what it needs.
HOST ?= 127.0.0.1
PORT ?= 8050
WORKERS ?= 2
# How many parts of the tests run at the same time, each with servers and a browser of its own.
TESTERS ?= 2
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
export PYTHONPATH := src

# What the files in build/ are made from.
SOURCES = $(shell find app.py assets data src -type f ! -name '*.pyc')

.PHONY: run dev test check front bench data borders lock clean browser

run: build/made         ## serve as in production
	@$(BIN)/gunicorn --config gunicorn.conf.py --bind $(HOST):$(PORT) --workers $(WORKERS) app:server

dev: $(BIN)/dashboard   ## serve and reload when a file changes
	@DASHBOARD_RELOAD=1 $(BIN)/gunicorn --config gunicorn.conf.py --bind $(HOST):$(PORT) --workers 1 app:server

test: .venv/dev $(BIN)/dashboard browser ## all tests, browser tests included
	@$(BIN)/dashboard prepare
	$(BIN)/python -m pytest --numprocesses $(TESTERS)

check: .venv/dev        ## lint, types, import layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	@$(MAKE) --no-print-directory front

front:                  ## lint, types and build of front/, where node is there
	@if command -v npm >/dev/null && (cd front && npm ci --silent); then cd front && npm run --silent check; \
	else echo "front/ is not checked: no npm here, or no packages for it. The tests still compare its build."; fi

bench: .venv/dev browser build/made ## measure against a stock Dash page; writes bench/RESULTS.md
	$(BIN)/python -m bench

data: $(BIN)/dashboard  ## check the tables of data/
	@$(BIN)/dashboard validate

borders: $(BIN)/dashboard ## fetch the official borders, check and install them
	@$(BIN)/dashboard boundaries fetch

lock: .venv/dev         ## write the lock files anew after a change in pyproject.toml
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv build

# In a process of its own: a worker would keep the memory that making them takes.
build/made: $(SOURCES) | $(BIN)/dashboard build/borders-tried
	@$(BIN)/dashboard prepare
	@mkdir -p $(@D)
	@touch $@

# Once on a fresh machine, at most eight seconds: without official borders the map shows tiles and points.
build/borders-tried: | $(BIN)/dashboard
	@mkdir -p $(@D)
	@$(BIN)/dashboard boundaries fetch --quick || true
	@touch $@

$(BIN)/python:
	@$(PYTHON) -m dashboard.operate.patience "Environnement / environment: $(PYTHON)" $(PYTHON) -m venv .venv

.venv/run: requirements.lock | $(BIN)/python
	@$(BIN)/python scripts/install.py requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock | $(BIN)/python
	@$(BIN)/python scripts/install.py requirements-dev.lock
	@touch $@ .venv/run

# The command of the operator, of any folder; made from what the lock file has brought, without a network.
$(BIN)/dashboard: | .venv/run
	@$(BIN)/python -m dashboard.operate.patience "Commande / command: $(BIN)/dashboard" \
	  $(BIN)/pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable .

browser: .venv/dev
	@sh scripts/install-browser.sh
