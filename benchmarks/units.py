"""Units to measure on: copies of an example, each with a name and 20 KB of narrative of its own."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from jixiao.locate import templates_dir
from jixiao.sample.tree import write_unit as write_sample
from jixiao.sample.units import draw_unit, kinds

TAGS, PARAGRAPHS = 150, 50
_NAME = re.compile(r"^(?P<key> +名称: ).+", re.MULTILINE)
_OWN = ("便民服务事项", "办理窗口", "帮代办点", "自助终端")
"""Facts of each unit's own, with its number in their names."""
_OPENINGS = ("持续推进", "统筹落实", "稳步实施", "全面加强", "规范开展", "优化完善", "有序组织", "深入推动")
_SUBJECTS = ("政务云平台", "一体化平台", "数据共享交换", "网络安全防护", "适老化改造", "基层公共服务", "信用信息归集")
_ENDINGS = (
    "各项任务按期完成，群众办事体验明显改善",
    "系统运行平稳，没有发生重大安全事故",
    "资金支付合规，没有截留、挤占、挪用的情形",
    "跨部门协同机制进一步健全，数据质量稳步提升",
)


class Example(NamedTuple):
    """What units are copied from: its folder, where its words and facts are, chapters to add to, figures to tell."""

    folder: Path
    words: Path
    chapters: tuple[str, ...]
    figures: tuple[str, ...]

    @property
    def year(self) -> int:
        """The year of its data."""
        return int(self.folder.name)


DEPARTMENT = Example(
    Path("data_examples", "hunan-zwfw", "2023"),
    Path("部门"),
    ("单位性质", "履职效能", "社会效应", "可持续发展能力", "预算管理"),
    (
        "年初预算数",
        "预算调整数",
        "全年预算数",
        "全年执行数",
        "预算执行率",
        "基本支出.全年执行数",
        "项目支出.全年执行数",
        "三公经费.全年执行数",
        "人员情况.编制数",
        "人员情况.在职人数",
        "基本支出占比",
        "总分",
        "公用经费控制率",
        "项目数|汉字",
    ),
)
PROJECT = Example(
    Path("data_examples", "xiangxi", "2022"),
    Path("项目", "州智慧湘西建设专项"),
    ("项目组织", "项目完成情况", "决策情况", "社会效益", "主要经验做法"),
    ("年初预算数", "全年预算数", "全年执行数", "预算执行率", "到位资金", "结转结余", "总分", "子项目数|汉字"),
)


class Sample(NamedTuple):
    """Invented units (`jixiao sample`) whose first report is in one format."""

    format: str
    year: int = 2024


SAMPLE = Sample("xiangxi-project")
"""A project's report with a document of the size of the others in the field: 320 KB, 350 figures, 80 KB narrative."""

Kind = Example | Sample
KINDS: dict[str, Kind] = {"department": DEPARTMENT, "project": PROJECT, "sample": SAMPLE}


def write_units(data: Path, number: int, kind: Kind = DEPARTMENT) -> list[str]:
    """Folders of so many units below `data`; their names."""
    if isinstance(kind, Sample):
        return list(islice(_samples(data, kind), number))
    return [write_unit(data, seed, kind) for seed in range(number)]


def _samples(data: Path, sample: Sample) -> Iterator[str]:
    known = kinds(templates_dir(), sample.year)
    for number in count():
        unit = draw_unit(number, 1, sample.year, known)
        if unit.kind.formats[0] == sample.format:
            write_sample(data, unit, sample.year)
            yield unit.place.folder


def write_unit(data: Path, seed: int, example: Example = DEPARTMENT) -> str:
    """The folder of one unit below `data`, which differs from those of other seeds; its name."""
    name = f"示例单位{seed + 1:04}"
    folder = data / name / example.folder.name
    shutil.copytree(example.folder, folder)
    unit = folder / "单位.yaml"
    unit.write_text(_NAME.sub(rf"\g<key>{name}", unit.read_text(encoding="utf-8"), count=1), "utf-8")
    own = [f"{each}{seed + 1:04}" for each in _OWN]
    with (folder / example.words / "事实.yaml").open("a", encoding="utf-8") as facts:
        facts.writelines(f"  {each}: {40 + seed % 50}个\n" for each in own)
    figures = (*example.figures, *own)
    _add_narrative(folder / example.words / "文字.md", example.chapters, figures, random.Random(seed))  # noqa: S311
    return name


def _add_narrative(file: Path, chapters: Sequence[str], figures: Sequence[str], chance: random.Random) -> None:
    """Paragraphs behind those of a few chapters, with tags spread evenly over them."""
    text = file.read_text(encoding="utf-8")
    share = PARAGRAPHS // len(chapters)
    for chapter in chapters:
        words = "\n\n".join(_paragraph(figures, chance) for _ in range(share))
        head, mark, rest = text.partition(f"# {chapter}\n")
        own, hash_mark, others = rest.partition("\n# ")
        text = f"{head}{mark}{own.rstrip()}\n\n{words}\n{hash_mark}{others}"
    file.write_text(text, encoding="utf-8")


def _paragraph(figures: Sequence[str], chance: random.Random) -> str:
    """Sentences of about 400 bytes with their share of the tags."""
    return (
        "；".join(
            f"{chance.choice(_OPENINGS)}{chance.choice(_SUBJECTS)}相关工作，涉及"
            f"{{{{ {chance.choice(figures)} }}}}，{chance.choice(_ENDINGS)}"
            for _ in range(TAGS // PARAGRAPHS)
        )
        + "。"
    )
