# Shorthands; everything here also works without make (see README.md).
.PHONY: setup check test format

setup:
	sh setup.sh install

check test:
	sh setup.sh test

format:
	.venv/bin/ruff check --fix . && .venv/bin/ruff format .
