# Everything a rebuilder needs. `make help` lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SITE   := _build/html
JOBS   ?= $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

# nothing that a person has set for Python or for another checkout reaches the book
$(foreach name,$(filter-out PYTHON,$(filter PYTHON%,$(.VARIABLES))),$(eval unexport $(name)))
unexport BIOMETRICS_CHINA_DATA SOURCE_DATE_EPOCH
export PYTHONPATH := $(CURDIR)/src

# the same bytes anywhere: no clock, no locale, no hash order, no sums that depend on the cores
export LC_ALL := C.UTF-8
export PYTHONHASHSEED := 0
export PYTHONUTF8 := 1
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1

.PHONY: help env book preview pdf test check audit lists twice mutation bench verify impact serve \
    notebooks metadata release lock clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

# ---- the environment, in three groups: what a build needs, a release, and tests and checks

BOOK    := requirements.txt
RELEASE := requirements/release.txt
TESTS   := requirements/test.txt
INSTALL = $(PYTHON) requirements/install.py

env: $(VENV)/.ready-test ## the whole environment, from the hashed locks

# a Python that can run the rest, or one line
define python
@command -v $(PYTHON) >/dev/null || { echo "error: no $(PYTHON) here; install Python 3.11 to 3.14 with its venv module" >&2; exit 1; }
@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || { echo "error: $$($(PYTHON) --version 2>&1) is not one of 3.11 to 3.14; name one: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "error: $(PYTHON) lacks venv; install it (Debian: apt-get install python3-venv)" >&2; exit 1; }
endef

$(VENV)/.ready: $(BOOK) requirements/uv.txt requirements/install.py pyproject.toml
	$(python)
	@$(INSTALL) $(VENV) $(BOOK)
	@touch $@

$(VENV)/.ready-release: $(VENV)/.ready $(RELEASE)
	@$(INSTALL) $(VENV) $(BOOK) $(RELEASE)
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready $(RELEASE) $(TESTS)
	@$(INSTALL) $(VENV) $(BOOK) $(RELEASE) $(TESTS)
	@mkdir -p $(VENV)/etc/ipython
	@echo 'c.IPKernelApp.log_level = 40  # kernels run on loopback; no line about it in outputs' > $(VENV)/etc/ipython/ipython_kernel_config.py
	@touch $(VENV)/.ready-release $@

# ---- the book

book: $(VENV)/.ready ## bring all figures and the site up to date, in _build/html
	@$(BIN)/python -m biometrics_china build --jobs $(JOBS)

preview: $(VENV)/.ready ## a page while it is written: each save of a chapter writes its page; PORT=8001
	@$(BIN)/python -m biometrics_china preview --jobs $(JOBS) $(if $(PORT),--port $(PORT))

pdf: book $(VENV)/.ready-release ## the whole book as one PDF, and each chapter and summary, into _build
	@$(BIN)/python -m biometrics_china pdf --parts

test: book $(VENV)/.ready-test ## all tests: code, data, chapters, analysis (nbval), built site in a browser
	@$(BIN)/python -m pytest tests -n $$(($(JOBS) + 1)) --dist loadfile --no-loadscope-reorder -q  # tests wait for browsers
	@echo "analysis: comparing every stored output with a fresh run (nbval, strict)"
	@PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python -m pytest --nbval --nbval-current-env chapters/analysis \
	    -n $(JOBS) --dist loadfile -q -o filterwarnings=default -p no:cacheprovider

check: $(VENV)/.ready-test ## linting, types, workflows and the data rules
	@$(BIN)/ruff check . && $(BIN)/ruff format --check src tests requirements && $(BIN)/mypy
	@$(BIN)/zizmor --offline --quiet .github
	@$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml >/dev/null
	@$(BIN)/python -m biometrics_china metadata --check
	@$(BIN)/python -m biometrics_china check

audit: $(VENV)/.ready-test ## the locks against the flaws that are known today; needs a connection
	@$(BIN)/pip-audit --disable-pip --require-hashes $(addprefix --requirement ,$(BOOK) $(RELEASE) $(TESTS) requirements/uv.txt)

lists: $(VENV)/.ready ## the official lists as issued against the data: OUT=folder, SOURCE=folder or address
	@$(BIN)/python -m biometrics_china lists $(if $(SOURCE),"$(SOURCE)") $(if $(OUT),--out "$(OUT)")

twice: book ## build again in other folders, time zones, locales and so on, and compare the bytes
	@$(BIN)/python -m biometrics_china twice

mutation: $(VENV)/.ready-test ## plant 1,500 errors in the data, one at a time, and keep what notices them
	@$(BIN)/python tests/mutation/whole.py

bench: $(VENV)/.ready-test ## time the build beside Jupyter Book as it comes; needs hyperfine
	@bench/bench.sh

verify: $(VENV)/.ready-release ## compare the site, or COPY=<site, release folder or archive>, with a fresh build
	@test -n "$(COPY)" || $(MAKE) --no-print-directory book
	@$(BIN)/python -m biometrics_china verify "$(or $(COPY),$(SITE))"

impact: $(VENV)/.ready ## what has moved since BASE=<commit>: rows, numbers, findings, figures
	@test -n "$(BASE)" || { echo "error: name the commit to compare with: make impact BASE=<commit>" >&2; exit 2; }
	@$(BIN)/python -m biometrics_china impact "$(BASE)"

serve: book ## the site on a port of this machine
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory $(SITE) 8000

notebooks: $(VENV)/.ready-test ## run the analysis of all chapters anew, and store outputs and what the book says
	@$(BIN)/python -m biometrics_china notebooks --jobs $(JOBS)

metadata: $(VENV)/.ready ## write CITATION.cff and the other files made from metadata.yml
	@$(BIN)/python -m biometrics_china metadata

release: env ## dist/VERSION, everything that a version is: make release VERSION=2026.12.0
	@test -n "$(VERSION)" || { echo "error: name the version: make release VERSION=2026.12.0" >&2; exit 2; }
	@$(BIN)/python -m biometrics_china release $(VERSION) --check
	@$(MAKE) --no-print-directory test pdf
	@$(BIN)/python -m biometrics_china release $(VERSION)

lock: ## resolve requirements/*.in into the hashed locks
	$(python)
	@$(INSTALL) --lock

clean: ## remove everything that was built
	@rm -rf _build $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
