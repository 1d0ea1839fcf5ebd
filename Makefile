# Each command does all its own set-up; run it twice without harm.
.PHONY: demo run test lint bench setup lock strings clean

PYTHON := .venv/bin/python

demo: setup
	$(PYTHON) -m kiosk demo --out demo

run: setup
	$(PYTHON) -m kiosk run $(ARGS)

test: setup
	$(PYTHON) -m pytest $(ARGS)

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: setup
	$(PYTHON) -m tests.benchmarks $(ARGS)

setup:
	@sh .ci/setup

# New versions of everything, with their hashes. Needs uv.
lock:
	uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra dev --output-file requirements.lock pyproject.toml
	sed -i '1i # Every version with the hashes of all its builds (x86-64 and aarch64 alike), and no index address.\n# Made by `make lock`; installed with pip --require-hashes.' requirements.lock

# New sentences into the catalogues.
strings: setup
	.venv/bin/pybabel -q extract -F assets/strings/babel.cfg -k mark -k say:2 -k say_many:2,3 --sort-by-file \
	  --add-location=file -w 110 --project=temoin -o assets/strings/kiosk.pot .
	.venv/bin/pybabel -q update -D kiosk -i assets/strings/kiosk.pot -d assets/strings --no-fuzzy-matching

clean:
	rm -rf .venv demo dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
