# Everything Waqai needs to be set up, shown, checked and measured. `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
DATABASE ?= sqlite:///waqai.db
GOLD ?= ../shared/gold/ar_articles.jsonl
DATA := $(shell find src/waqai/lexicon src/waqai/knowledge src/waqai/ontology -name '*.yaml' -o -name '*.csv')
PAGES := $(wildcard frontend/*.js frontend/*.css frontend/*.mjs frontend/package*.json)

.DEFAULT_GOAL := help
.PHONY: help demo serve test check lint format types layers eval bench data assets lock clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 12

demo: $(STAMPS)/package ## set up, code the demo articles, serve them
	@$(BIN)/waqai ingest --demo --database $(DATABASE)
	@$(BIN)/waqai serve --database $(DATABASE)

serve: $(STAMPS)/package ## serve waqai.db
	@$(BIN)/waqai serve --database $(DATABASE)

test: $(STAMPS)/package $(STAMPS)/chromium check ## set up what is missing, check, run every test
	@$(BIN)/python -m pytest -n 2

check: lint types layers ## lint, types, import layers

lint: $(STAMPS)/package
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/waqai lexicon lint

format: $(STAMPS)/venv ## format the code
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

types: $(STAMPS)/package
	@$(BIN)/mypy

layers: $(STAMPS)/package
	@$(BIN)/lint-imports

eval: $(STAMPS)/package ## score the coder on gold articles (GOLD=file)
	@$(BIN)/python tools/score_articles.py $(GOLD)

bench: $(STAMPS)/package ## time the coder on ../shared/corpus
	@$(BIN)/python bench/speed.py ../shared/corpus/jawhara.jsonl.gz

data: $(STAMPS)/venv ## compile lexicon, knowledge and ontology
	@PYTHONPATH=src $(BIN)/python -m waqai.compile_data

assets: $(STAMPS)/assets ## build the pages' script, style and fonts

lock: $(STAMPS)/venv ## renew requirements.lock
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --no-header --generate-hashes --no-emit-index-url \
	  --group dev pyproject.toml -o requirements.lock

clean: ## remove what was built
	@rm -rf $(VENV) $(STAMPS) src/waqai/_compiled src/waqai/serve/web/static/dist frontend/node_modules

$(STAMPS)/venv: requirements.lock
	@mkdir -p $(STAMPS)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(STAMPS)/assets: $(STAMPS)/venv $(PAGES) hatch_build.py
	@$(BIN)/python hatch_build.py
	@touch $@

$(STAMPS)/package: $(STAMPS)/venv $(STAMPS)/assets pyproject.toml $(DATA)
	@PYTHONPATH=src $(BIN)/python -m waqai.compile_data > /dev/null
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Debian's Chromium opens the pages in tests; its fonts show Arabic.
$(STAMPS)/chromium: | $(STAMPS)/venv
	@command -v chromium > /dev/null || (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-core > /dev/null)
	@touch $@
