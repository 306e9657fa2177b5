# make install   everything into .venv, from the lock (once; afterwards nothing is downloaded)
# make run       the Prefect flow on seeds/sample, with Prefect's built-in server
# make test      all tests
# make reliability  the promises at full size: 300 kills, 500 publications, 1,000,000 inputs (an hour or more; KILLS= PUBLICATIONS= INPUTS=)
# make lint      ruff and strict types
# make bench     measure speed, tables in tests/benchmarks/README.md (ARTICLES=2000; installs spaCy for a comparison, apart)
# make lock      resolve the lock files anew (needs the network)
# PYTHON=/path/to/python chooses the interpreter that .venv is made with.

.PHONY: help install run test reliability lint bench lock
BIN := .venv/bin
SAMPLE := sample.duckdb

help:
	@sed -n 's/^# //p' Makefile

install: .venv/.installed

.venv/.installed: requirements.lock tests/requirements-duckdb14.lock pyproject.toml .ci/install
	@PYTHON="$(PYTHON)" .ci/install

# A Prefect home and a warehouse of its own: no profile, server or warehouse of yours is read or changed.
run: install
	@mkdir -p .newsetl/prefect
	@env -u PREFECT_API_URL -u PREFECT_API_KEY -u PREFECT_PROFILE PREFECT_HOME="$(CURDIR)/.newsetl/prefect" \
	  NEWSETL_WAREHOUSE=$(SAMPLE) $(BIN)/python flows/ingest.py seeds/sample
	@echo; echo "First rows of topic_summary"
	@$(BIN)/duckdb -readonly $(SAMPLE) -c "select topic_id, label, documents, stories, share, sources, languages from topic_summary limit 8"
	@echo; echo "First rows of actor_summary"
	@$(BIN)/duckdb -readonly $(SAMPLE) -c "select name, kind, country, documents, stories, mentions, quotations from actor_summary limit 8"
	@echo
	@echo "The warehouse is $(CURDIR)/$(SAMPLE). Open it with"
	@echo "  $(BIN)/duckdb -readonly $(SAMPLE)      then for example: from data_dictionary;"
	@echo "  $(BIN)/newsetl sql \"from actor_summary limit 20\" --warehouse $(SAMPLE)"

test: install
	@$(BIN)/python -m pytest -n 2 --dist loadfile

KILLS := 300
PUBLICATIONS := 500
INPUTS := 1000000
reliability: install
	@$(BIN)/python tests/reliability/kill_runs.py --random $(KILLS)
	@$(BIN)/python tests/reliability/read_through.py --publications $(PUBLICATIONS)
	@$(BIN)/python tests/reliability/fuzz_text.py --inputs $(INPUTS)

lint: install
	@$(BIN)/ruff check .
	@$(BIN)/mypy

ARTICLES := 2000
bench: install
	@$(BIN)/python tests/benchmarks/bench.py --articles $(ARTICLES) --write

UV = $(or $(shell command -v uv),$(BIN)/uv)
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
lock:
	@{ echo '# made by make lock, from pyproject.toml (run, dev and build), for Python 3.11 and later' && \
	  $(COMPILE) pyproject.toml --group dev --group build; } > requirements.lock.new
	@mv requirements.lock.new requirements.lock
	@{ echo '# made by make lock: an old DuckDB that tests open the published file with' && \
	  echo 'duckdb>=1.4,<1.5' | $(COMPILE) -; } > tests/requirements-duckdb14.lock.new
	@mv tests/requirements-duckdb14.lock.new tests/requirements-duckdb14.lock
