# What a fresh machine needs: make, and Python 3.11 or later with its venv module. `make demo` and `make test` do the rest.

PYTHON ?= $(shell for each in python3.11 python3.12 python3.13 python3; do \
	if "$$each" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo "$$each"; break; fi; done)
READY := .venv/ready
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo desk screenshots test lint bench clean

demo: $(READY)
	@mkdir -p demo
	.venv/bin/sayso ingest examples/*.txt examples/*.html examples/*.jsonl --ledger demo/demo.sqlite
	.venv/bin/sayso sitrep --ledger demo/demo.sqlite --out demo/sitrep.html
	@echo
	@echo "The page (open it in any browser): $(CURDIR)/demo/sitrep.html"
	@echo "The ledger (one SQLite file):      $(CURDIR)/demo/demo.sqlite"
	@echo "The desk, in a browser:            make desk"

desk: demo
	.venv/bin/sayso serve --ledger demo/demo.sqlite

screenshots: demo
	.venv/bin/python tools/make_screenshots.py demo/demo.sqlite --out demo/screenshots

test: $(READY)
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || tools/install_chromium
	.venv/bin/python -m pytest --numprocesses 2 --dist loadfile

lint: $(READY)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

bench: $(READY)
	.venv/bin/python -m bench

clean:
	rm -rf .venv demo build dist .pytest_cache .ruff_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Sayso needs Python 3.11 or later with its venv module (on Debian: python3-venv)." >&2; exit 1; }
	@echo "Setting up .venv with $(PYTHON), once; this takes a minute or two."
	$(PYTHON) -m venv --clear .venv
	.venv/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements.lock
	.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(READY)
