# Each command does all its own set-up; run it twice without harm.
.PHONY: demo run test audit test-pdfa soak-crash soak-hardware lint bench fuzz setup lock strings verifier vectors clean

PYTHON := .venv/bin/python

demo: setup
	$(PYTHON) -m kiosk demo --out demo

run: setup
	$(PYTHON) -m kiosk run $(ARGS)

# Two processes: most of the tests wait for a device, a window or a kill.
test: setup
	$(PYTHON) -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder $(ARGS)

# veraPDF on every form of receipt; needs Java, so it is apart.
test-pdfa: setup
	@sh .ci/setup-verapdf
	$(PYTHON) -m pytest tests/pdfa/every_receipt.py $(ARGS)

# The two verifiers for strangers: one HTML file, one Python program.
verifier: setup
	$(PYTHON) -m tools.html_verifier
	$(PYTHON) -m tools.zipapp_verifier dist/temoin-verify.pyz

# The public vectors, after a change of the receipt's form.
vectors: setup
	$(PYTHON) -m tests.vectors.make

# 1 000 scans, prints and badges through the real stacks: no descriptor and no memory grows.
soak-hardware: setup
	$(PYTHON) -m tests.soak $(ARGS)

# Every screen in every language, text size and panel; `make test` looks at a part of the easier ones.
audit: setup
	KIOSK_AUDIT=all $(PYTHON) -m pytest tests/screens/test_layout.py $(ARGS)

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: setup
	@sh .ci/setup-bench
	$(PYTHON) -m tests.benchmarks $(ARGS)

# Files broken at random for an hour; what does harm is kept as a test.
fuzz: setup
	$(PYTHON) -m tests.fuzz $(ARGS)

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
	uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --output-file .ci/verapdf.lock .ci/verapdf.in

# New sentences into the catalogues.
strings: setup
	for domain in visitor kiosk; do \
	  .venv/bin/pybabel -q extract -F assets/strings/$$domain.cfg -k mark -k say:2 -k say_many:2,3 --sort-by-file \
	    --add-location=file -w 110 --project=temoin -o assets/strings/$$domain.pot . && \
	  .venv/bin/pybabel -q update -D $$domain -i assets/strings/$$domain.pot -d assets/strings --no-fuzzy-matching \
	    --ignore-obsolete || exit 1; done

clean:
	rm -rf .venv .venv-verapdf demo dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
