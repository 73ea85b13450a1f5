# Alles wat een ontwikkelaar doet, in één regel. `make test` en `make demo` hebben alleen Python 3.11
# of nieuwer en make nodig; tools/setup.sh regelt de rest.

PYTHON_VENV = .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup test demo run screens lint bench soak lock wheels catalogue build

help: ## Toont deze lijst
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Maakt .venv met de vastgelegde pakketten
	@sh tools/setup.sh

test: setup ## Voert alle tests uit
	@$(PYTHON_VENV) -m pytest -n auto --maxprocesses 4 --dist worksteal

demo: setup ## Maakt het voorbeeld Emmen met een verslag en een brief in build/demo
	@.venv/bin/huurdersapp voorbeeld --uit build/demo

run: setup ## Start het programma
	@.venv/bin/huurdersapp

screens: setup ## Tekent elk scherm in build/schermen
	@.venv/bin/huurdersapp schermen --uit build/schermen

lint: setup ## Controleert stijl, typen en lagen
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache

bench: setup ## Meet de snelheid als verhouding binnen één meting
	@$(PYTHON_VENV) -m bench

soak: setup ## Voert ook de lange proeven uit, met veel meer voorbeelden, en schrijft build/soak-rapport.pdf
	@$(PYTHON_VENV) -m tools.soak

lock: setup ## Legt de versies van alle pakketten opnieuw vast in requirements.lock
	@$(PYTHON_VENV) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
		--generate-hashes --extra dev --no-header --no-annotate --output-file requirements.lock

wheels: setup ## Controleert of elk pakket kant-en-klaar is voor Windows, macOS en Linux
	@$(PYTHON_VENV) -m tools.check_wheels

catalogue: setup ## Brengt de Engelse teksten in de pas met de code, en noemt wat nog niet vertaald is
	@$(PYTHON_VENV) -m tools.catalogue extract update compile missing

build: setup ## Bouwt het programma voor computers zonder Python in build/huurdersapp
	@$(PYTHON_VENV) -m PyInstaller build.spec --noconfirm --log-level ERROR --distpath build --workpath build/.pyinstaller
	@build/huurdersapp/huurdersapp zelftest
