# The only commands; CI calls the same ones.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check bench

run: .venv/ready
	@$(BIN)/netwerkberaad demo || true
	@exec $(BIN)/netwerkberaad serve

test: .venv/ready-for-tests check
	$(BIN)/python -m pytest -n 2 --dist worksteal --ignore=tests/journeys
	$(BIN)/python -m pytest tests/journeys

check: .venv/ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

bench: .venv/ready-for-tests
	$(BIN)/python -m benchmarks

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/ready: pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/ready-for-tests: .venv/ready scripts/test_machine.sh
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	@scripts/test_machine.sh
	@touch $@
