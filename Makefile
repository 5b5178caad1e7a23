# Everything starts here. Needs only python3 (3.11 or newer) with venv and pip, and make.

PYTHON ?= python3
PORT ?= 8000
JOBS ?= 2
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
PYTEST := $(BIN)/pytest
SERVERS := $(BIN)/python -m tests.servers run
# The lane without services: nothing of the caller's environment may point the tests at a real database or queue.
ALONE := env -u DATABASE_URL -u REDIS_URL -u DEBUG -u DEMO
HEAVY := journey or races or celery or postgres
STARTED = $$(date +%s)
TOOK = echo "    $(1): $$(( $$(date +%s) - started )) s"

export PIP_DISABLE_PIP_VERSION_CHECK = 1
export DO_NOT_TRACK = 1

.PHONY: help env venv database demo test test-all lint format bench shots lock clean

help:
	@echo "make demo      a running product with invented people, on port $(PORT) (PORT=… for another)"
	@echo "make test      all tests that need no service, on SQLite"
	@echo "make test-all  the same on PostgreSQL, and Redis + Celery, races, browser (private servers, started and stopped here)"
	@echo "make env       .venv, database and reference data, so that $(BIN)/python manage.py … works"
	@echo "make lint      style, types, ladder of apps, templates, migrations, dangerous calls"
	@echo "make bench · make shots · make lock · make format · make clean"

env: venv database

# The stamp holds the lock's checksum: unchanged lock, nothing to do.
venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Doorstep needs Python 3.11 or newer; say make PYTHON=python3.12 …"; exit 1; }
	@started=$(STARTED); sum="$$(cat requirements/dev.txt requirements/uv.txt | cksum) $$($(PYTHON) -V)"; \
	if [ "$$(cat .venv/installed 2>/dev/null)" != "$$sum" ]; then \
	  echo "==> installing into .venv (about 30 s, once)"; \
	  [ -x $(BIN)/python ] && $(BIN)/python -c '' || $(PYTHON) -m venv --clear .venv || exit 1; \
	  if $(BIN)/python -m pip install -q --timeout 10 --retries 1 --require-hashes -r requirements/uv.txt 2>/dev/null && \
	     UV_LINK_MODE=copy $(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.txt; then :; else \
	    echo "    uv is not to be had here; pip takes over"; \
	    $(BIN)/python -m pip install -q --require-hashes -r requirements/dev.txt || exit 1; \
	  fi; \
	  echo "$$sum" > .venv/installed; $(call TOOK,installed); \
	fi

# Likewise: unchanged migrations and reference data, nothing to do for the default database.
database: venv
	@started=$(STARTED); sum="$$(cat */migrations/*.py reference/data/* reference/*.py | cksum) $$DATABASE_URL"; \
	if [ -n "$$DATABASE_URL" ] || [ ! -s var/doorstep.sqlite3 ] || [ "$$(cat var/migrated 2>/dev/null)" != "$$sum" ]; then \
	  $(MANAGE) migrate --verbosity 0 && echo "$$sum" > var/migrated && $(call TOOK,database and reference data); \
	fi

demo: env
	@$(PYTHON) -c 'import socket; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); \
	  s.bind(("127.0.0.1", $(PORT)))' 2>/dev/null || { echo "Port $(PORT) is taken; say make demo PORT=8001"; exit 1; }
	@started=$(STARTED); DEMO=1 $(MANAGE) seed_demo --scale small --if-empty && $(call TOOK,demo data)
	@export DEMO=1 PORT=$(PORT) BASE_URL=http://localhost:$(PORT) LOG_LEVEL=WARNING; \
	trap 'kill $$work $$web 2>/dev/null; wait; exit 0' INT TERM; \
	$(MANAGE) work --loop >/dev/null & work=$$!; \
	$(MANAGE) demo_guide; \
	$(BIN)/gunicorn -c config/gunicorn.py config.wsgi & web=$$!; \
	wait $$web; code=$$?; kill $$work 2>/dev/null; exit $$code

test: venv
	@started=$(STARTED); $(ALONE) $(PYTEST) -n $(JOBS) -m "not ($(HEAVY))" && $(call TOOK,make test) && \
	echo "    Left out (make test-all runs them): PostgreSQL, Redis + Celery, races, browser journeys."

test-all: venv
	@started=$(STARTED); $(ALONE) $(SERVERS) --postgres --redis -- sh -ec ' \
	  export TEST_REDIS_URL="$$REDIS_URL"; unset REDIS_URL; \
	  echo "==> the suite on PostgreSQL, with Redis and a real Celery worker"; \
	  $(PYTEST) -n $(JOBS) -m "not (journey or races)" --ignore=tests/shape --ignore=tests/matching/engine; \
	  echo "==> races: real processes, SQLite and PostgreSQL"; $(PYTEST) tests/races -m races; \
	  echo "==> journeys in a browser"; $(PYTEST) tests/journeys -m journey' && $(call TOOK,make test-all) && \
	echo "    The suite on SQLite is make test."

lint: venv
	@started=$(STARTED); $(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports --no-logo && \
	$(BIN)/mypy && $(BIN)/djlint templates --lint --quiet && $(BIN)/bandit -q -r . -c pyproject.toml -lll && \
	$(MANAGE) makemigrations --check --dry-run && $(MANAGE) check --fail-level WARNING && $(call TOOK,make lint)

format: venv
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: venv
	@$(ALONE) $(PYTEST) benchmarks --benchmark-only -o python_files="test_*.py bench_*.py"

shots: venv
	@$(ALONE) $(SERVERS) --postgres -- $(BIN)/python -m tests.journeys.shots

# Locks carry hashes and no address; --universal makes one lock serve Python 3.11 to 3.13.
LOCK := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
lock: venv
	@$(LOCK) pyproject.toml -o requirements/base.txt
	@$(LOCK) pyproject.toml --group dev -o requirements/dev.txt
	@echo uv | $(LOCK) - -o requirements/uv.txt

clean:
	rm -rf .venv staticfiles .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Kept: var/ (your database and development keys)."
