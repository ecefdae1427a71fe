# Two commands are enough for a start: `make demo` and `make test`. `make help` lists the others.
.DEFAULT_GOAL := help
.PHONY: help setup demo serve test test-browser test-faults test-engines check evaluate api-fuzz bench reference docs screenshots messages lock clean

# Without compiled files every command would compile hundreds of modules again, which takes longer than its work.
unexport PYTHONDONTWRITEBYTECODE

PORT ?= 8000
SERVE ?= 1
WORKSPACE ?= demo/workspace
PYTHON ?=

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

setup: ## install Goodword and its tools into .venv, and nothing else
	@PYTHON='$(PYTHON)' scripts/setup.sh

demo: setup ## show it on a made-up company: http://127.0.0.1:8000 (SERVE=0 only prints; PORT=8001)
	@PORT='$(PORT)' SERVE='$(SERVE)' scripts/demo.sh

serve: setup ## serve a workspace (WORKSPACE=demo/workspace PORT=8000)
	@.venv/bin/goodword --workspace '$(WORKSPACE)' serve --port '$(PORT)'

test: setup ## install what tests need, and run them
	@scripts/test_needs.sh
	@.venv/bin/python -m pytest -q -n 2 --dist loadgroup $(PYTEST)

test-browser: setup ## look at every page as every role, wide and narrow, light and dark
	@scripts/test_needs.sh
	@.venv/bin/python -m pytest -q -n 2 --dist loadgroup tests/browser --every-size $(PYTEST)

test-faults: setup ## the long pass of what kills processes and lets crowds at one person: ten times as much and more
	@scripts/test_needs.sh
	@.venv/bin/python -m pytest -q -n 2 --dist loadgroup -m faults --at-length $(PYTEST)

test-engines: setup ## the long pass on PostgreSQL and Spark: ten times as much and more
	@scripts/test_needs.sh
	@.venv/bin/python -m pytest -q -n 2 --dist loadgroup -m engines --at-length $(PYTEST)

check: setup ## lint, format, types, layers, architecture
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo
	@.venv/bin/python -m pytest -q tests/architecture

evaluate: setup ## measure every quality figure: a table, and build/evaluation.json
	@.venv/bin/python -m bench.quality

api-fuzz: setup ## make 10,000 made-up calls to the API as every role
	@DJANGO_SETTINGS_MODULE=goodword.config.settings .venv/bin/python -m bench.api_fuzz $(ROLES)

bench: setup ## measure speed: the main job, listening, hostile texts, and pages with a million people (BENCH_PEOPLE=100000 for fewer)
	@.venv/bin/python -m bench.speed
	@.venv/bin/python -m bench.listening $(BENCH_TEXTS)
	@.venv/bin/python -m bench.reading
	@.venv/bin/python -m bench.at_once
	@.venv/bin/python -m bench.serving $(BENCH_PEOPLE)

reference: setup ## write the generated pages of docs/reference
	@DJANGO_SETTINGS_MODULE=goodword.config.settings .venv/bin/python -m django shell --no-imports -c 'from scripts.reference import write; write()'

docs: setup ## build the documentation site into build/site, without network
	@NO_MKDOCS_2_WARNING=1 .venv/bin/mkdocs build --strict
	@echo 'The documentation is in build/site: open build/site/index.html.'

screenshots: setup ## take the pictures of docs/pictures anew, of a sample company in build/
	@.venv/bin/python -m scripts.screenshots

messages: setup ## take up sentences for translation, compile the catalogues, list what is missing
	@.venv/bin/python -m scripts.messages

lock: setup ## write requirements.lock from pyproject.toml
	@scripts/lock.sh

clean: ## remove what was made: the environment, the demo, build results and caches
	@rm -rf .venv build demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
