# Variables reach the programs through the environment, so blanks and quotes in their values are harmless.

PYTHON ?= python3
BIN := .venv/bin
JIXIAO := $(BIN)/jixiao
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
RUNTIME := .venv/runtime.stamp
DEV := .venv/dev.stamp

export HERE := $(CURDIR)
export PYTHONUTF8 := 1

# What a command cannot do without is asked for before anything else happens.
NEEDED_report := UNIT YEAR
NEEDED_bulk := YEAR
NEEDED_pdf := UNIT YEAR
NEEDED_check := YEAR
NEEDED_figures := UNIT YEAR
NEEDED_explain := UNIT YEAR FIGURE
NEEDED_outline := UNIT YEAR
NEEDED_preview := UNIT YEAR SECTION
NEEDED_verify := FILE
NEEDED_new := UNIT YEAR FORMAT
$(foreach goal,$(MAKECMDGOALS),$(foreach name,$(NEEDED_$(goal)),$(if $(strip $($(name))),,\
  $(error 请加上 $(name)=…（写法见 make help）))))

# A virtual environment knows its own path: one that was copied or moved with its folder is made anew.
ifneq ($(shell test -x $(BIN)/python && cat $(RUNTIME) 2>/dev/null),$(HERE))
NEW := new-venv
endif

.DEFAULT_GOAL := help
.PHONY: help report pdf bulk check figures explain outline preview verify new test lint measure docs clean new-venv

help: ## 显示这份说明
	@echo '用法：make 命令 变量=值 …    例如：make report UNIT=xiangxi YEAR=2022'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@echo '各命令都可加 DATA=数据目录（默认 data_examples）、OUT=输出目录（默认 out）；变量也可设在环境里。'

report: $(RUNTIME) ## 生成报告：UNIT=单位（可写 上级/单位） YEAR=年度 [ONLY=报告名称] [DRAFT=1 出草稿] [LINKED=1 联动数字]
	@$(JIXIAO) report "$$UNIT" --year "$$YEAR" --pages $(WHICH) $(FOLDERS)

pdf: $(RUNTIME) ## 生成报告，并转成 PDF（需要 LibreOffice）：UNIT=单位 YEAR=年度 [ONLY=报告名称] [DRAFT=1] [LINKED=1]
	@$(JIXIAO) report "$$UNIT" --year "$$YEAR" --pdf $(WHICH) $(FOLDERS)

bulk: $(RUNTIME) ## 成批生成：YEAR=年度 [UNDER=单位，只要它和它的下属] [SELECT=选择] [FORCE=1 没有变动的也重新生成] [PDF=1]
	@$(JIXIAO) bulk --year "$$YEAR" $${UNDER:+--under "$$UNDER"} $${SELECT:+--select "$$SELECT"} $(if $(filter-out 0,$(FORCE)),--force) $(if $(filter-out 0,$(PDF)),--pdf) $(FOLDERS)

check: $(RUNTIME) ## 只检查，不生成报告：YEAR=年度 [UNIT="单位 单位 …"，不填则检查全部]
	@$(JIXIAO) check $${UNIT-} --year "$$YEAR" $(FOLDERS)

figures: $(RUNTIME) ## 列出报告中的全部数字：UNIT=单位 YEAR=年度
	@$(JIXIAO) figures "$$UNIT" --year "$$YEAR" $(FOLDERS)

explain: $(RUNTIME) ## 说明一个数字从哪里来：UNIT=单位 YEAR=年度 FIGURE=数字名称
	@$(JIXIAO) explain "$$UNIT" "$$FIGURE" --year "$$YEAR" $(FOLDERS)

outline: $(RUNTIME) ## 列出报告的大纲，各部分来自哪个文件：UNIT=单位 YEAR=年度
	@$(JIXIAO) outline "$$UNIT" --year "$$YEAR" $(FOLDERS)

preview: $(RUNTIME) ## 只生成报告的一个部分：UNIT=单位 YEAR=年度 SECTION=名称或序号 [ONLY=报告名称] [PDF=1]
	@$(JIXIAO) preview "$$UNIT" "$$SECTION" --year "$$YEAR" $${ONLY:+--report "$$ONLY"} $(if $(filter-out 0,$(PDF)),--pdf) $(FOLDERS)

verify: $(RUNTIME) ## 核对报告文件有没有被改动：FILE=文件.docx
	@$(JIXIAO) verify "$$FILE" $(FOLDERS)

new: $(RUNTIME) ## 新建单位数据：UNIT=单位 YEAR=年度 FORMAT=报告格式 [FROM=从哪一年带入名称和指标]
	@$(JIXIAO) new "$$UNIT" --year "$$YEAR" --format "$$FORMAT" $${FROM:+--from "$$FROM"} $(FOLDERS)

test: $(DEV) ## 运行全部测试
	@$(BIN)/python -m pytest -n 2 --cov

lint: $(DEV) ## 检查代码风格、类型和分层
	@$(BIN)/python -m ruff check
	@$(BIN)/python -m ruff format --check
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-logo

measure: $(DEV) ## 测量速度、版面和数字，写入 docs/measured.md [SECTION=其中一节]
	@$(BIN)/python -m tools.measure $${SECTION:+"$$SECTION"}

docs: $(DEV) ## 重新生成手册的参考页、例子输出和 JSON Schema
	@$(BIN)/python -m tools.manual
	@$(BIN)/python -m tools.transcripts
	@$(JIXIAO) schema

clean: ## 删除运行环境和缓存（不动数据和已生成的报告）
	@rm -rf .venv .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist htmlcov
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

WHICH = $${ONLY:+--only "$$ONLY"} $(if $(filter-out 0,$(DRAFT)),--draft) $(if $(filter-out 0,$(LINKED)),--linked)
FOLDERS = $${DATA:+--data "$$DATA"} $${OUT:+--out "$$OUT"}

# Set-up: once, and again when a lock file changes. `$(error)` says what is missing in one line.
able = $(shell $(PYTHON) -c 'import sys; $(1)' 2>/dev/null && echo yes)

$(RUNTIME): requirements.lock pyproject.toml $(NEW)
	$(if $(call able,sys.exit(sys.hexversion < 0x30b0000)),,$(error 需要 Python 3.11 或更新的版本：apt install python3 python3-venv，或加上 PYTHON=路径))
	$(if $(call able,import ensurepip; import venv),,$(error 这个 Python 建不了虚拟环境，请先安装：apt install python3-venv))
	@echo '正在准备运行环境（只在首次使用和更新之后，约一分钟）…'
	@$(if $(NEW),$(PYTHON) -m venv --clear .venv)
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@printf '%s\n' "$$HERE" > $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@echo '正在安装测试工具…'
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
