# All set-up is done by the targets themselves: Python 3.11, pip and make are enough. uv is used where it is installed.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
UV_IS_HERE := uv --version >/dev/null 2>&1

.PHONY: demo test test-all check score lock clean

demo: $(READY) ## read the two examples and show their records
	$(BIN)/dragoman read examples/helsinki.txt --date 2019-09-12
	$(BIN)/dragoman read examples/wire.txt --explain

test: $(READY) ## every test but those of the browser, Spark and the documentation
	$(BIN)/python -m pytest

test-all: test ## those too, once there are any

check: $(READY) ## style, types, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@if $(UV_IS_HERE); then uv lock --check; fi

score: $(READY) ## read the gold texts beside this checkout, print the scorer's tables, hold them against the floors
	$(BIN)/python bench/score.py --floors tests/floors.toml

lock: ## renew uv.lock
	uv lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml uv.lock
	@if $(UV_IS_HERE); then \
	  uv sync --locked --python "$(PYTHON)"; \
	else \
	  $(PYTHON) -m venv .venv && \
	  $(BIN)/python -m pip install --quiet --upgrade "pip>=25.1" && \
	  $(BIN)/python -m pip install --quiet --editable . --group dev; \
	fi
	@touch $@
