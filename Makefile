# Everything Waqai needs to be set up, shown, checked and measured. `make help` lists it.
PYTHON ?= python3
DATABASE ?= sqlite:///waqai.db
GOLD ?= $(wildcard ../shared/gold/*.jsonl)
PART ?= development
CORPUS ?= ../shared/corpus/jawhara.jsonl.gz

# Stamps live in the environment they speak of: who removes it removes them.
VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/locked
INSTALLED := $(VENV)/installed
ASSETS := src/waqai/serve/web/static/dist/app.js
COMPILED := src/waqai/_compiled/lexicon.json
PAGES := $(wildcard frontend/*.js frontend/*.css frontend/*.mjs frontend/package*.json)
DATA := $(shell find src/waqai/lexicon src/waqai/knowledge src/waqai/ontology -type f -not -name '*.pyc')
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo serve test check lint format types layers eval bench data assets lock browser clean

help: ## list the targets
	@sed -nE 's/^([a-z]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 10

demo: $(INSTALLED) $(COMPILED) $(ASSETS) ## set up, code the demo articles, serve them
	@$(BIN)/waqai ingest --demo --database $(DATABASE)
	@$(BIN)/waqai serve --database $(DATABASE)

serve: $(INSTALLED) $(COMPILED) $(ASSETS) ## serve waqai.db
	@$(BIN)/waqai serve --database $(DATABASE)

test: check browser $(COMPILED) $(ASSETS) ## set up what is missing, check, run every test
	@$(BIN)/python -m pytest -n 2 --dist loadscope

check: lint types layers ## lint, types, import layers

lint: $(INSTALLED) $(COMPILED) ## lint code and data
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(INSTALLED) ## check types
	@$(BIN)/mypy

layers: $(INSTALLED) ## check that imports run one way
	@$(BIN)/lint-imports

format: $(LOCKED) ## format code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

eval: $(INSTALLED) $(COMPILED) ## score the coder on gold (GOLD=files PART=development)
	@$(BIN)/waqai evaluate $(GOLD) --part $(PART)

bench: $(INSTALLED) $(COMPILED) ## time the coder on a corpus (CORPUS=file)
	@$(BIN)/python bench/speed.py $(CORPUS)

data: $(COMPILED) ## compile lexicon, knowledge and ontology

assets: $(ASSETS) ## build the pages' script, style and fonts

lock: $(LOCKED) ## renew the locked versions
	@$(BIN)/uv pip compile --quiet --upgrade --universal --no-header --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --group dev pyproject.toml -o requirements.lock
	@cd frontend && npm install --package-lock-only --ignore-scripts --no-audit --no-fund

# Debian's Chromium opens the pages in tests; its fonts show Arabic outside them.
browser: ## install Chromium and Arabic fonts where absent
	@dpkg -s chromium fonts-noto-core fonts-noto-color-emoji > /dev/null 2>&1 || { \
	  apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	    chromium fonts-noto-core > /dev/null; }

clean: ## remove what was built
	@rm -rf $(VENV) $(dir $(ASSETS)) $(dir $(COMPILED)) frontend/node_modules

# The lock is whole: were pip to resolve it, a newer coverage would stand for coverage[toml].
$(LOCKED): requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --no-deps --require-hashes -r requirements.lock
	@$(PIP) check > /dev/null || { $(PIP) check; exit 1; }
	@touch $@

$(ASSETS): $(PAGES) hatch_build.py | $(LOCKED)
	@$(BIN)/python hatch_build.py
	@touch $@

$(COMPILED): $(DATA) src/waqai/compile_data.py | $(LOCKED)
	@PYTHONPATH=src $(BIN)/python -m waqai.compile_data > /dev/null
	@touch $@

$(INSTALLED): pyproject.toml $(LOCKED) | $(ASSETS) $(COMPILED)
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@
