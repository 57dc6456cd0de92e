# Every command works on a fresh clone: what it needs is installed first, into .venv.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready
LINKS := $(VENV)/.links
NODE := node_modules/.ready
ZENSICAL := $(VENV)/.zensical
PIP_INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check
export NO_MKDOCS_2_WARNING := 1 # the reminder of Material's end of life; docs/decisions/builders.md says what follows
PYTEST := $(RUN) -m pytest --numprocesses 2 --dist loadgroup
ADDRESS ?= 127.0.0.1:8000
BUILDER ?= mkdocs

.DEFAULT_GOAL := help
.PHONY: help serve test check site bench lighthouse lint validate spelling lock browser clean test-unit test-site \
  test-browser test-builders sources sources-report sources-issue sbom release release-upload preview preview-note

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || { echo "Python 3.11.5 or newer is needed; name one with: make PYTHON=/path/to/python" >&2; exit 2; }
	@$(RUN) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(PIP_INSTALL) --require-hashes --requirement requirements.lock
	@touch $@

$(LINKS): requirements-links.lock $(READY)
	$(PIP_INSTALL) --require-hashes --requirement requirements-links.lock
	@touch $@

$(ZENSICAL): requirements-zensical.lock $(READY)
	$(PIP_INSTALL) --require-hashes --requirement requirements-zensical.lock
	@touch $@

serve: $(READY) ## both editions at http://127.0.0.1:8000/, with live reload
	@$(RUN) -m scripts serve $(ADDRESS)

site: browser $(LINKS) $(if $(filter zensical,$(BUILDER)),$(ZENSICAL)) ## strict build of both editions and all downloads into site/, with every link checked; BUILDER=zensical
	$(RUN) -m scripts build --builder $(BUILDER) --downloads
	$(RUN) -m scripts links

validate: $(READY) ## every mistake in the question bank and the facts
	$(RUN) -m scripts validate
	$(RUN) -m scripts facts

$(NODE): package-lock.json
	@command -v npm >/dev/null || { echo "Node.js with npm is needed to check the JavaScript: install it and run the command again" >&2; exit 2; }
	@npm ci --silent
	@touch $@

lint: $(READY) $(NODE)
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/rumdl check --quiet .
	node_modules/.bin/tsc --project .
	node_modules/.bin/biome check --error-on-warnings

check: lint validate test-unit ## the fast loop: lint, types, validate, unit tests

spelling: $(READY) ## Portuguese and English spelling, with the words of facts/spelling.txt
	@$(RUN) -m scripts spelling

browser: $(READY)
	@$(RUN) -m scripts browser

test: lint validate spelling browser $(LINKS) ## everything, in a real browser too
	$(PYTEST)

# What `make test` runs in one go, in the parts that ci.yml runs side by side.
test-unit: $(READY)
	$(PYTEST) -m "not site and not browser and not system"

test-site: spelling $(LINKS)
	$(PYTEST) -m "(site or system) and not browser"

test-builders: $(ZENSICAL) $(LINKS) # what Zensical makes of the sources, against what MkDocs does
	$(PYTEST) tests/site/test_builders.py

test-browser: browser $(LINKS)
	$(PYTEST) -m "browser"

sources: $(READY) ## ask for every external page that is cited (takes about ten minutes)
	$(RUN) -m scripts sources

sources-report: $(READY) # as `sources`, for the weekly run: findings are no failure, ending without a report is
	@rm -f reports/sources.md
	$(RUN) -m scripts sources --report reports/sources.md || test -f reports/sources.md

sources-issue: # open, update or close the one issue that holds reports/sources.md; needs gh and no installed package
	@$(PYTHON) -m scripts.sources.issue reports/sources.md

sbom: $(READY) ## bill of materials of everything that builds and tests the site, into dist/
	@mkdir -p dist
	$(VENV)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible \
	  --output-format JSON --output-file dist/sbom.cdx.json

release: site sbom ## what a release carries, into dist/: the site, the downloads and the bill of materials
	$(RUN) -m scripts validate --strict
	$(RUN) -m scripts ids --check
	$(RUN) -m scripts archive site dist/site.tar.gz
	cp site/downloads/* dist/

release-upload: # attach dist/ and what was signed of it to the release of the tag $$TAG; needs gh and no installed package
	@test -n "$$TAG"
	@cp "$$PROVENANCE" dist/provenance.sigstore.json
	@cp "$$CONTENTS" dist/sbom.sigstore.json
	gh release upload "$$TAG" dist/* --clobber

BASE ?= HEAD^1

preview: $(READY) ## after `make site`: the pages that differ from commit BASE, each edition in one file, into dist/
	$(RUN) -m scripts preview --base $(BASE)

preview-note: # say how to look at the preview, in the summary of a workflow's run; lines without an address are left out
	@sed -e "s|@PT@|$$PT|" -e "s|@EN@|$$EN|" -e "s|@SITE@|$$SITE|" -e '/]()/d' .github/preview.md \
	  >> "$${GITHUB_STEP_SUMMARY:-/dev/stdout}"

LOCK := $(RUN) -m uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-emit-index-url \
  --custom-compile-command "make lock"

lock: $(READY) ## bring requirements.lock up to date with pyproject.toml
	$(LOCK) --group dev --output-file requirements.lock pyproject.toml
	$(LOCK) --group links --no-deps --output-file requirements-links.lock
	$(LOCK) --group zensical --constraint requirements.lock --output-file requirements-zensical.lock

clean: ## remove all that was built or installed here
	rm -rf $(VENV) node_modules site dist reports .cache .pytest_cache .mypy_cache .ruff_cache

lighthouse: $(READY) ## Lighthouse on every kind of page (needs Node.js)
	$(RUN) -m tests.lighthouse

bench: browser ## measure the budgets, beside another tool (QUICK=1: once, and few questions)
	$(RUN) -m tests.bench
