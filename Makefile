# The verbs of this repository. A machine needs only Python >= 3.11 and make; the rest goes into .venv.
.DEFAULT_GOAL := help
.PHONY: run cards speech dictations test check soak onc sbom bench shots contracts blank lock help
MAKEFLAGS += --no-print-directory
# Hundreds of processes start in a run of the tests, and each would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
BIN := .venv/bin
DJANGO := DJANGO_SETTINGS_MODULE=medoffice.config.settings $(BIN)/python -m django
READS := $(if $(wildcard .ocr/scan.stamp),MEDOFFICE_SCAN_PYTHON=$(CURDIR)/.ocr/bin/python )
READY := $(if $(wildcard .venv/dev.stamp),.venv/dev.stamp,.venv/runtime.stamp)

run: $(READY)  ## start the demo office and print its address and sign-ins (PORT=8001 for another port)
	@$(READS)$(BIN)/python -m medoffice run --demo $(if $(PORT),--port $(PORT))

cards: .ocr/scan.stamp  ## install what reads insurance cards (the extra `scan`) apart from the program, into .ocr

speech: .speech/speech.stamp  ## install what hears recordings (the extra `speech-demo`) apart from the program, into .speech

dictations: .speech/speech.stamp  ## speak the dictations to practise with anew where a script was changed
	@$(PYTHON) tools/prepare.py voices
	.speech/bin/python -m tools.build_dictations

test: .venv/dev.stamp  ## run every test but the heavy ones
	@$(PYTHON) tools/prepare.py chromium
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not soak"

# Ruff's S rules are bandit's: each exception is explained at its line. The scan runs bandit again and our own rules.
check: .venv/dev.stamp .scan/semgrep.stamp  ## formatting, lint, types, import contracts, templates, security, migrations, generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tools.importlinter --check
	$(BIN)/lint-imports --no-logo
	find medoffice -path '*/templates/*.html' -print0 | xargs -0 -r $(BIN)/djade --check --target-version 5.2
	$(BIN)/python -m tools.scan
	$(DJANGO) check
	$(DJANGO) makemigrations --check --dry-run

soak: .venv/dev.stamp .speech/speech.stamp  ## run the heavy tests: load, faults, long fuzzing, big data
	@$(PYTHON) tools/prepare.py chromium
	@$(PYTHON) tools/prepare.py server
	@mkdir -p build && : > build/figures.jsonl
	$(READS)MEDOFFICE_FIGURES=$(CURDIR)/build/figures.jsonl $(BIN)/python -m pytest -m soak
	@$(BIN)/python -m tests.figures build/figures.jsonl

onc: .venv/dev.stamp  ## demonstrate 45 CFR 170.315(d)(1)-(13), a line each
	@$(BIN)/python -m tests.onc

sbom: $(READY)  ## write what the product is made of to build/sbom.json (CycloneDX)
	@mkdir -p build
	$(BIN)/python -m tools.sbom > build/sbom.json

bench: .venv/dev.stamp  ## measure speed and memory against budgets and peers
	$(BIN)/python -m bench

shots: .venv/dev.stamp  ## take the screenshots of the documentation
	@$(PYTHON) tools/prepare.py chromium
	$(BIN)/python -m tests.shots

contracts: .venv/dev.stamp  ## write .importlinter anew after a room or a part of a room was added
	$(BIN)/python -m tools.importlinter

blank: .venv/dev.stamp  ## write what new worlds begin as anew after a migration was added
	$(BIN)/python -m tools.blank

lock:  ## resolve the requirements anew (needs uv)
	uv pip compile --quiet --generate-hashes --no-emit-index-url --python-version 3.11 requirements/runtime.in -o requirements/runtime.txt
	uv pip compile --quiet --generate-hashes --no-emit-index-url --python-version 3.11 requirements/scan.in -o requirements/scan.txt
	uv pip compile --quiet --generate-hashes --no-emit-index-url --python-version 3.11 requirements/speech.in -o requirements/speech.txt
	uv pip compile --quiet --generate-hashes --no-emit-index-url --python-version 3.11 requirements/dev.in -o requirements/dev.txt
	uv pip compile --quiet --generate-hashes --no-emit-index-url --python-version 3.11 requirements/semgrep.in -o requirements/semgrep.txt

help:  ## say what can be made
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

.venv/runtime.stamp: requirements/runtime.txt
	@$(PYTHON) tools/prepare.py runtime

.venv/dev.stamp: requirements/dev.txt
	@$(PYTHON) tools/prepare.py dev

.scan/semgrep.stamp: requirements/semgrep.txt
	@$(PYTHON) tools/prepare.py semgrep

.speech/speech.stamp: requirements/speech.txt
	@$(PYTHON) tools/prepare.py speech

.ocr/scan.stamp: requirements/scan.txt
	@$(PYTHON) tools/prepare.py scan
