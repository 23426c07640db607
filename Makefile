# The verbs of this project. Each does its own set-up in .venv.

PORT ?= 8000
DATA ?= data
PYTHON ?= python3
JOBS ?= auto

BIN := .venv/bin
BASE := .venv/.base
DEV := .venv/.dev
MODELS := .venv/.models

.PHONY: help run install models test lint format bench clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*##/\1	/p' $(MAKEFILE_LIST) | expand -t 10

run: $(BASE)  ## serve on http://127.0.0.1:8000 (PORT=, DATA= to change)
	@$(BIN)/imgorigin serve --port $(PORT) --data $(DATA)

install: $(BASE)  ## make .venv with what serving needs

models: $(MODELS)  ## add to .venv what painting with models needs

test: $(DEV)  ## run every test that can run here (ARGS= for pytest; JOBS=0 for one process)
	$(BIN)/pytest --numprocesses $(JOBS) $(ARGS)

lint: $(DEV)  ## check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(DEV)  ## put style right
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(DEV)  ## measure, and print the README's table
	$(BIN)/python -m benchmarks

clean:  ## remove .venv and caches; pictures stay
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "imgorigin needs Python 3.11 or later")'
	$(PYTHON) -m venv .venv

$(BASE): .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEV): .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(BASE) $@

# PyPI's torch for Linux brings gigabytes of CUDA. TORCH_INDEX= names an index with the build that is wanted.
$(MODELS): $(BASE)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt \
		$(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) torch
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[diffusers,cutout]'
	@touch $@
