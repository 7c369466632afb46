from pathlib import Path

import pytest

from jixiao.formats.load_format import load_format
from jixiao.formats.outline import Section, section_problems
from jixiao.formats.rules import FormatRules
from tests.cases import bound

RULES = "选项: {得分表头: 得分, 备注: 无}\n大纲: [{%s}]"


def problems(section: str) -> list[tuple[str, dict[str, str]]]:
    rules = bound(RULES % section, "格式.yaml", FormatRules)
    return [(found.code, dict(found.fields)) for found in section_problems(rules.outline, rules.options)]


@pytest.mark.parametrize(
    "section",
    [
        "类型: 目录",
        '类型: 目录, 级别: 1, 页码: "- 1 -"',
        "类型: 附件, 每个: 子项目, 横排: 是, 选项: {得分表头: 自评得分}",
        "类型: 表单, 横排: 否, 选项: {备注: 有}",
        "类型: 表单, 名称: 一、基本概况}, {类型: 表单, 接排: 是}, {类型: 题名, 接排: 是}, {类型: 正文, 接排: 是",
        "类型: 表单, 横排: 是}, {类型: 表单, 横排: 是, 接排: 是",
        "类型: 封面}, {类型: 正文, 接排: 否",
    ],
)
def test_sections_in_good_order(section: str) -> None:
    assert problems(section) == []


@pytest.mark.parametrize(
    ("section", "code", "fields"),
    [
        ("类型: 目次", "F104", {"kind": "目次"}),
        ("类型: 表单, 选项: {得分表投: 自评得分}", "F111", {"name": "得分表投", "near": "得分表头"}),
        ("类型: 封面, 选项: {签名: 有}", "F111", {"name": "签名", "near": "得分表头、备注"}),
        ("类型: 正文, 横排: 是", "F112", {"kind": "正文", "key": "横排", "kinds": "表单、附件"}),
        ("类型: 表单, 每个: 子项目", "F112", {"key": "每个", "kinds": "附件"}),
        ("类型: 附件, 级别: 2", "F112", {"key": "级别", "kinds": "目录"}),
        ("类型: 题名, 选项: {备注: 有}", "F112", {"key": "选项"}),
        ("类型: 封面, 名称: 自评报告", "F112", {"kind": "封面", "key": "名称", "kinds": "表单、正文、附件"}),
        ("类型: 题名}, {类型: 附件, 接排: 是", "F112", {"kind": "附件", "key": "接排", "kinds": "表单、题名、正文"}),
        ("类型: 表单, 接排: 是", "F114", {"kind": "表单", "kinds": "封面、目录、附件"}),
        ("类型: 目录}, {类型: 正文, 接排: 是", "F114", {"kind": "正文"}),
        ("类型: 附件}, {类型: 表单, 接排: 是", "F114", {"kind": "表单"}),
        ("类型: 正文}, {类型: 表单, 接排: 是, 横排: 是", "F115", {"kind": "表单", "before": "正文"}),
        ("类型: 表单, 横排: 是}, {类型: 正文, 接排: 是", "F115", {"kind": "正文", "before": "表单"}),
        ("类型: 目录, 级别: 5", "F113", {"key": "级别", "value": "5"}),
        ("类型: 目录, 级别: 2.5", "F113", {"value": "2.5"}),
        ("类型: 目录, 页码: 第页", "F113", {"key": "页码", "value": "第页"}),
        ('类型: 目录, 页码: "11"', "F113", {"value": "11"}),
    ],
)
def test_what_a_section_cannot_be(section: str, code: str, fields: dict[str, str]) -> None:
    ((found, said),) = problems(section)
    assert found == code
    assert fields.items() <= said.items()


def test_what_a_table_of_contents_is_when_nothing_is_said() -> None:
    (rule,) = bound("大纲: [{类型: 目录}]", "格式.yaml", FormatRules).outline
    section = Section.of(rule)
    assert (section.levels, section.page_number, section.turned) == (3, ("", ""), False)


def test_a_file_outside_the_templates_is_missing_like_any_other(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "某州" / "2022"
    folder.mkdir(parents=True)
    (folder / "格式.yaml").write_text("大纲: [{类型: 表单, 文件: /无/表.docx}]", encoding="utf-8")
    (found,) = load_format(tmp_path / "templates", "某州", 2022).findings
    assert (found.code, dict(found.fields)["file"]) == ("F103", "/无/表.docx")
