# Two commands: `make demo` and `make test`. Both need only Python 3.11+ and make; uv is used where it is found.

PYTHON ?= python3
JOBS ?= 2

VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := docs/examples/tax-violation.yaml
UV := $(shell command -v uv 2>/dev/null)
EXTRAS := test,bench,java
WITH_SPARK := $(EXTRAS),spark
say := printf '%s\n'

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint format types contracts check order cases unit pages site bench long spark clean renew

help: ## these lines
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.installed ## install, decide a shipped example, print the decision in Chinese
	@$(say) "credit-rules evaluate $(EXAMPLE) --brief"
	@CREDIT_RULES_LANG=zh PYTHONUTF8=1 $(BIN)/credit-rules evaluate $(EXAMPLE) --brief

test: demo lint types contracts check order cases unit ## all that a change must pass: the demo, then every target from lint to unit

lint: $(VENV)/.installed-test ## ruff: rules and format
	@$(say) "ruff"
	@$(BIN)/ruff check -q
	@$(BIN)/ruff format -q --check

format: $(VENV)/.installed-test ## write the format that lint asks for
	@$(BIN)/ruff check -q --fix
	@$(BIN)/ruff format -q

types: $(VENV)/.installed-test ## mypy, strict
	@$(say) "mypy"
	@$(BIN)/mypy

contracts: $(VENV)/.installed-test ## import-linter: who may import whom
	@$(say) "lint-imports"
	@$(BIN)/lint-imports --no-logo

check: $(VENV)/.installed-test ## the checks on the shipped packs
	@$(say) "credit-rules check"
	@$(BIN)/credit-rules check

order: $(VENV)/.installed-test ## the keys of packs, cases and registry in their order
	@$(say) "credit-rules fmt --check memoranda"
	@$(BIN)/credit-rules fmt --check memoranda

cases: $(VENV)/.installed-test ## the cases of the shipped packs
	@$(say) "credit-rules test"
	@$(BIN)/credit-rules test

unit: $(VENV)/.installed-test ## the tests, save the long ones
	@$(say) "pytest"
	@$(BIN)/pytest -q -n $(JOBS)

pages: $(VENV)/.installed-test ## write what is generated: schemas of packs, registry and cases; pages of the reference
	@for kind in pack registry cases; do $(BIN)/credit-rules schema $$kind --out memoranda/schemas/$$kind.schema.json; done
	@$(BIN)/credit-rules browse --out docs/reference/memoranda.md
	@$(BIN)/python -m tests.conformance.page
	@$(BIN)/python -m tests.checks.page
	@$(BIN)/python -m tests.memoranda.page

site: $(VENV)/.installed ## all packs and registries as static pages, in build/site
	@$(BIN)/credit-rules docs --out build/site

bench: $(VENV)/.installed-test ## the benchmarks, beside other engines: docs/reference/performance.md
	@$(BIN)/python -m tests.benchmark

long: $(VENV)/.installed-test ## the tests that take minutes
	@$(BIN)/pytest -q -m long

spark: $(VENV)/.installed-spark ## the conformance suite on a local Spark; installs half a gigabyte the first time
	@$(say) "pytest -m spark"
	@$(BIN)/pytest -q -m "spark and not long"

clean: ## remove what was installed, built and cached
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# What is installed, and from which versions. The build backend comes first, pinned, so that no build uses another.
$(VENV)/.installed: pyproject.toml constraints.txt $(VENV)/.folder
	@$(call install,hatchling)
	@$(call install,--no-build-isolation -e .)
	@touch $@

# durable-rules is compiled where it is installed: by the machine's compiler, else by one that comes as a package.
COMPILER := $(shell command -v cc || command -v gcc || command -v clang)
ifeq ($(COMPILER),)
TOOLS := setuptools ziglang
$(VENV)/.installed-test: export CC = $(CURDIR)/$(BIN)/python -m ziglang cc
else
TOOLS := setuptools
endif

$(VENV)/.installed-test: $(VENV)/.installed
	@$(call install,$(TOOLS))
	@$(call install,--no-build-isolation -e '.[$(EXTRAS)]')
	@touch $@

# Spark comes as a source package of half a gigabyte, so only its own target asks for it.
$(VENV)/.installed-spark: $(VENV)/.installed-test
	@$(call install,--no-build-isolation -e '.[$(WITH_SPARK)]')
	@touch $@

define install
$(say) "install $(1)"; \
if [ -n "$(UV)" ]; then \
	"$(UV)" pip install -q -p $(BIN)/python -c constraints.txt $(1) && exit 0; \
	$(say) "uv could not install it; trying pip" >&2; \
fi; \
$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null || exit 1; \
$(BIN)/python -m pip install -q -c constraints.txt $(1)
endef

# The folder an environment was made for: one that came along with a copied tree would run the code of the original.
ifneq ($(shell test -x $(BIN)/python && cat $(VENV)/.folder 2>/dev/null),$(CURDIR))
$(VENV)/.folder: renew
endif
$(VENV)/.folder:
	@if [ -x $(BIN)/python ] && [ ! -e $@ ]; then exit 0; fi; \
	if ! "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		$(say) "$(PYTHON) is missing or older than 3.11; name another: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; \
	fi; \
	$(say) "make $(VENV)"; \
	if [ -n "$(UV)" ] && "$(UV)" venv -q --clear -p "$$("$(PYTHON)" -c 'import sys; print(sys.executable)')" $(VENV); then exit 0; fi; \
	rm -rf $(VENV); \
	if ! "$(PYTHON)" -m venv $(VENV) >/dev/null; then \
		rm -rf $(VENV); \
		$(say) "$(PYTHON) cannot make an environment: install its venv module (Debian: python3-venv), or uv" >&2; exit 1; \
	fi
	@printf '%s' "$(CURDIR)" > $@
