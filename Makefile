# Each command does all its own set-up; run it twice without harm.
.PHONY: demo run test lint bench soak-crash setup lock strings clean

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

# Ten thousand kill -9 at random instants; an hour or two.
soak-crash: setup
	$(PYTHON) -m tests.crash.soak --kills 10000 $(ARGS)

setup:
	@sh .ci/setup

# New versions of everything, with their hashes. Needs uv.
lock:
	uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra dev --output-file requirements.lock pyproject.toml
	sed -i '1i # Every version with the hashes of all its builds (x86-64 and aarch64 alike), and no index address.\n# Made by `make lock`; installed with pip --require-hashes.' requirements.lock

# New sentences into the catalogues.
strings: setup
	.venv/bin/pybabel -q extract -F assets/strings/babel.cfg -k mark -k say:2 -k say_many:2,3 --no-location \
	  --omit-header -o assets/strings/kiosk.pot .
	.venv/bin/pybabel -q update --no-fuzzy-matching --omit-header -D kiosk -i assets/strings/kiosk.pot -d assets/strings

clean:
	rm -rf .venv demo dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
