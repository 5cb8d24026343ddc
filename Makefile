# Everything a rebuilder needs. `make help` lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SITE   := _build/html
JOBS   ?= $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

# the same bytes anywhere: no clock, no locale, no hash order, no sums that depend on the cores
export LC_ALL := C.UTF-8
export PYTHONHASHSEED := 0
export PYTHONUTF8 := 1
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1
unexport SOURCE_DATE_EPOCH

.PHONY: help env book pdf test check mutation twice bench verify impact serve chapters metadata release lock clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

env: $(VENV)/.ready ## environment from the hashed lock

$(VENV)/.ready: requirements.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "error: no $(PYTHON) here; install Python 3.11 or newer with its venv module" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "error: $(PYTHON) is older than 3.11; name a newer one: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "error: $(PYTHON) lacks venv; install it (Debian: apt-get install python3-venv)" >&2; exit 1; }
	@echo "environment: installing the locked packages into $(VENV) (about a minute)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@mkdir -p $(VENV)/etc/ipython
	@echo 'c.IPKernelApp.log_level = 40  # kernels run on loopback; no line about it in the build' > $(VENV)/etc/ipython/ipython_kernel_config.py
	@touch $@

book: $(VENV)/.ready ## bring all figures and the site up to date, in _build/html
	@$(BIN)/python -m biometrics_china build --jobs $(JOBS)

pdf: book ## the whole book as one PDF, into _build
	@$(BIN)/python -m biometrics_china pdf

test: book ## all tests: code, data, chapters (nbval), built site in a browser
	@$(BIN)/python -m pytest tests -n $(JOBS) --dist loadfile -q
	@echo "chapters: comparing every stored output with a fresh run (nbval, strict)"
	@PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python -m pytest --nbval --nbval-current-env chapters \
	    -n $(JOBS) --dist loadfile -q -o filterwarnings=default -p no:cacheprovider

check: env ## linting, types and the data rules
	@$(BIN)/ruff check . && $(BIN)/ruff format --check src tests && $(BIN)/mypy
	@$(BIN)/python -m biometrics_china metadata --check
	@$(BIN)/python -m biometrics_china check

mutation: env ## plant 1,500 errors in the data, one at a time, and keep what notices them
	@$(BIN)/python tests/mutation/whole.py

twice: book ## build again in other folders, time zones, locales and so on, and compare the bytes
	@$(BIN)/python -m biometrics_china twice

bench: env ## measure builds in about an hour, and keep the times in the data
	@$(BIN)/python -m biometrics_china bench

verify: env ## compare the site, or COPY=<site, release folder or archive>, with a fresh build
	@test -n "$(COPY)" || $(MAKE) --no-print-directory book
	@$(BIN)/python -m biometrics_china verify "$(or $(COPY),$(SITE))"

impact: env ## what has moved since BASE=<commit>: rows, numbers, findings, figures
	@test -n "$(BASE)" || { echo "error: name the commit to compare with: make impact BASE=<commit>" >&2; exit 2; }
	@$(BIN)/python -m biometrics_china impact "$(BASE)"

serve: book ## the site on a port of this machine
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory $(SITE) 8000

chapters: env ## execute all chapters and store their outputs, after a change of data or code
	@$(BIN)/python -m biometrics_china execute --jobs $(JOBS)

metadata: env ## write CITATION.cff and the other files made from metadata.yml
	@$(BIN)/python -m biometrics_china metadata

release: env ## dist/VERSION, everything that a version is: make release VERSION=2026.12.0
	@test -n "$(VERSION)" || { echo "error: name the version: make release VERSION=2026.12.0" >&2; exit 2; }
	@$(BIN)/python -m biometrics_china release $(VERSION) --check
	@$(MAKE) --no-print-directory test pdf
	@$(BIN)/python -m biometrics_china release $(VERSION)

lock: env ## resolve requirements.in into the hashed lock
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --custom-compile-command "make lock" requirements.in --output-file requirements.txt

clean: ## remove everything that was built
	@rm -rf _build $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
