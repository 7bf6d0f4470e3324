# Doorstep's commands. `make` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
JDK = JAVA_HOME="$$(./doorstep --find-jdk)"
MVN = $(JDK) mvn -B -q
SHARED ?= $(or $(DOORSTEP_SHARED),../shared)

.PHONY: help run check test fix build contract replay postgres15 e2e screenshots bench clean

help: ## list these targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: ## start everything: embedded PostgreSQL, demo agencies, URLs and logins printed
	@./doorstep run

check: ## all that CI runs: format, compile, tests, web checks, contract drift, journeys in a browser
	@./scripts/check

test: ## the Java tests only (one class: make test T=MoveDealTest)
	$(MVN) -Dskip.web=true test $(if $(T),-Dskip.attack=true -Dtest=$(T) -Dsurefire.failIfNoSpecifiedTests=false)

fix: ## format everything
	$(MVN) spotless:apply
	cd web && npm run fix --silent
	cd widget && npm run fix --silent

build: ## the jar, without tests
	$(MVN) -DskipTests package

contract: ## write api/openapi.yaml and docs/routes.md from the controllers, and the web client from it
	$(MVN) -Dskip.web=true -Dskip.attack=true test -Dtest=OpenApiContractTest,RoleMatrixTest -Dcontract.write=true -Droutes.write=true -Dsurefire.failIfNoSpecifiedTests=false
	cd web && npm run generate --silent

replay: ## play real dialogues through a running server (SHARED=... says where the data is)
	@./doorstep replay --dialogues $(SHARED)/data/dialogues/sgd_homes_dev.jsonl --agency harbor-pine --concurrency 8

e2e: ## the acceptance story in a real browser over the real jar
	@./scripts/e2e

screenshots: ## pictures of every screen of the demo, 1440 and 390 px, light and dark
	@./scripts/screenshots

postgres15: ## all that CI runs once more, on Debian's PostgreSQL 15 instead of the embedded server
	@./scripts/check-postgres15 all

bench: ## capture and board against pgbench in the same run; results in bench/results
	@./bench/run

clean: ## remove what was built; the database in .doorstep stays
	rm -rf target web/dist widget/dist
