# The one list of tasks. CI calls only these.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ONRECORD_GOLD ?= ../shared
export ONRECORD_GOLD

.PHONY: help demo test check bench gate serve system assets wheel screenshots clean lock

help:
	@echo "make demo    read the examples and show who claims what happened"
	@echo "make test    run the tests"
	@echo "make check   style, types, import contracts"
	@echo "make gate    score every stage on gold against pinned floors (FULL=1: whole sets)"
	@echo "make bench   speed and memory against the bare parser"
	@echo "make serve   open the reading room on the demo's record"
	@echo "make wheel   build the wheel with the reading room's assets, install it elsewhere and open the room"

$(VENV)/ready: pyproject.toml requirements.lock
	@echo "Setting up $(VENV) (once; a minute or two) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

lock:
	uv pip compile --quiet --extra dev --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml requirements-build.in -o requirements.lock

system:
	@sh scripts/system_packages.sh

assets:
	@sh scripts/assets.sh

demo: $(VENV)/ready assets
	@$(BIN)/onrecord read examples/falklands-1982 --record build/demo.db --fresh
	@echo
	@echo "The record is build/demo.db. Look further with:"
	@echo "  $(BIN)/onrecord show --record build/demo.db"
	@echo "  $(BIN)/onrecord compare --all --record build/demo.db"
	@echo "  make serve"

test: $(VENV)/ready system assets
	@$(BIN)/pytest

check: $(VENV)/ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

gate: $(VENV)/ready
	@if [ -d "$(ONRECORD_GOLD)/gold" ]; then $(BIN)/python -m benchmarks.gate $(if $(FULL),--full); \
	else echo "gate: no gold in $(ONRECORD_GOLD)/gold; set ONRECORD_GOLD to the folder that holds gold/, probes/ and seeds/. Nothing scored."; fi

bench: $(VENV)/ready
	@$(BIN)/python -m benchmarks.speed
	@$(BIN)/python -m benchmarks.web_speed
	@$(BIN)/python -m benchmarks.record_scale

screenshots: $(VENV)/ready system assets
	@$(BIN)/onrecord read examples/falklands-1982 --record build/screenshots.db --fresh --quiet
	@$(BIN)/python scripts/screenshots.py build/screenshots.db

wheel: $(VENV)/ready assets
	@$(BIN)/python scripts/wheel.py

serve: $(VENV)/ready assets
	@$(BIN)/onrecord serve build/demo.db

clean:
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
