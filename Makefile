# Shorthands; everything here also works without make (see README.md).
.PHONY: setup check test test-terminals faults faults-long fuzz pictures format

setup:
	sh setup.sh install

check test:
	sh setup.sh test

test-terminals:
	.venv/bin/pytest -m terminal tests/terminals

faults:
	.venv/bin/python -m tests.faults

faults-long:
	.venv/bin/python -m tests.faults --long
	.venv/bin/python -m tests.faults.server

fuzz:
	.venv/bin/python -m tests.fuzz

pictures:
	.venv/bin/python -m tests.pictures

format:
	.venv/bin/ruff check --fix . && .venv/bin/ruff format .
