"""Samples of files that cannot be read as they are (Y)."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.kernel.finding import Finding
from jixiao.load.folder import load_unit_year
from tests.errors.bench import MORE, NOTES, Sample, examined, facts, goal, project

FACTS = "事实:\n  机房: 3个\n"
DEEP = "data/样例/2022" + "/层" * 20 + "/一.yaml"


def _looped() -> list[Finding]:
    Path("data/样例/2022/环").symlink_to(Path("data/样例/2022").resolve(), target_is_directory=True)
    return examined()


def _broken_link() -> list[Finding]:
    Path("data/样例/2022/断.yaml").symlink_to("无.yaml")
    return examined()


def _refused() -> list[Finding]:
    def refuse(path: Path, *_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("jixiao.load.files.open", refuse, raising=False)
        return load_unit_year(Path("data/样例"), 2022).findings[:1]


def _loaded(folder: str, year: int = 2022) -> list[Finding]:
    return load_unit_year(Path(folder), year).findings


SAMPLES: dict[str, Sample] = {
    "Y101": Sample({MORE: FACTS.encode("gbk")}),
    "Y102": project("共享单位: 48个", "共享单位: 48个\n  共享单位: 50个"),
    "Y103": Sample({MORE: FACTS.encode() + "  名: ".encode() + b"\xe6\x9c: 1\n"}),
    "Y104": Sample({MORE: b"PK\x03\x04 and so on"}),
    "Y105": facts("  机\u200b房: 3个"),
    "Y106": Sample({MORE: "#" * 4_000_001}),
    "Y107": Sample({MORE: "# 还没有填\n"}),
    "Y108": facts("  机房: " + "[" * 60),
    "Y109": facts("  机房: [" + "1," * 200_001 + "]"),
    "Y110": facts('  "机房\\x": 3个'),
    "Y111": facts("  机房：3个"),
    "Y112": facts("  机房:3个"),
    "Y113": facts("\t机房: 3个"),
    "Y114": facts("　　机房: 3个"),
    "Y115": Sample({MORE: "评价人员:\n  -职务: 科长\n  - 职务: 主任\n"}),
    "Y116": facts('  机房: "3个'),
    "Y117": facts('  机房: "3个"以上'),
    "Y118": facts("  合格率: >=95%"),
    "Y119": facts("  机房: 共有: 3个"),
    "Y120": Sample({MORE: "事实: {机房: 3个，机架: 12个}\n"}),
    "Y121": facts("  机房: 3个\n    机架: 12个"),
    "Y122": facts("  机房: {{ 共享单位 }}"),
    "Y123": facts("  机房 3个\n  机架: 12个"),
    "Y124": facts("  <<: {机房: 3个}"),
    "Y125": facts("  ? [机房]\n  : 3个"),
    "Y126": facts("  机房: 3个\n---\n事实: {机架: 12个}"),
    "Y127": Sample({MORE: "- 机房: 3个\n"}),
    "Y140": Sample({"data/样例/2022/资金.xlsx": b"PK"}),
    "Y141": Sample({}, _broken_link),
    "Y142": Sample({}, _refused),
    "Y143": Sample({}, _looped),
    "Y144": Sample({DEEP: FACTS}),
    "Y145": Sample({}, lambda: _loaded("资料/样例")),
    "Y146": Sample({}, lambda: _loaded("data/样列")),
    "Y147": Sample({}, lambda: _loaded("data/样例", 2023)),
    "Y150": goal("共享单位{{ 共享单位 个。"),
    "Y151": goal("共享单位 共享单位 }}。"),
    "Y152": goal("共享单位{{ }}。"),
    "Y153": goal("共享单位{% if 共享单位 %}。"),
    "Y158": goal("共享单位｛｛ 共享单位 ｝｝。"),
    "Y154": Sample({NOTES: "前言\n\n# 概况\n\n一。\n"}),
    "Y155": Sample({NOTES: "# 概况\n\n# 目标\n\n二。\n"}),
    "Y156": Sample({NOTES: "# 概况\n\n## 背景\n\n一。\n"}),
    "Y157": Sample({NOTES: "#概况\n\n一。\n"}),
}
