"""Words of the findings in binding values to the fields of records."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "D101": Message(
        Words("没有这个键", "不认识的键“{key}”。", "检查是否写错或缩进到了别处。这里可以写：{near}。"),
        Words(
            "unknown key", "The key “{key}” is not known here.", "Check spelling and indentation. Known here: {near}."
        ),
    ),
    "D102": Message(
        Words("缺少必填内容", "没有填写“{name}”（{meaning}）。", "补填“{name}: …”。"),
        Words("value missing", "“{name}” is not filled in ({meaning}).", "Add “{name}: …”."),
    ),
    "D103": Message(
        Words("应为一组“键: 值”", "“{name}”下面应当是一组“键: 值”。", "另起一行，缩进两个空格，每行写一个“键: 值”。"),
        Words("mapping expected", "“{name}” takes lines of “key: value”.", "Write them below it, indented by two."),
    ),
    "D104": Message(
        Words("应为列表", "“{name}”下面应当是列表，一项一条。", "每一项以“- ”开头，项内各行与“- ”后的文字对齐。"),
        Words("list expected", "“{name}” takes a list.", "Begin each item with “- ” and align its lines."),
    ),
    "D105": Message(
        Words("应为一个值", "“{name}”只能写一个值，这里写了一组或空项。", "写成“{name}: 值”。"),
        Words("single value expected", "“{name}” takes one value.", "Write “{name}: value”."),
    ),
    "D106": Message(
        Words("同一内容写了两次", "“{key}”和“{other}”（{first}）是同一项内容。", "保留一处，删去另一处。"),
        Words("given under two names", "“{key}” and “{other}” ({first}) are the same.", "Keep one of the two."),
    ),
    "D107": Message(
        Words(
            "应为数字",
            "“{name}”应当是数字，这里是“{typed}”。",
            "写数字，如 17.6、11,124,990.85元 或公式“=名称”；没有数据就留空。",
        ),
        Words(
            "number expected",
            "“{name}” takes a number, not “{typed}”.",
            "Write a number or a formula “=name”, or leave it empty.",
        ),
    ),
    "D108": Message(
        Words(
            "应为确切的数字", "“{name}”应当是确切的数字，不能带“{sign}”：“{typed}”。", "去掉“{sign}”，写确切的数字。"
        ),
        Words(
            "exact number expected",
            "“{name}” takes an exact number, without “{sign}”: “{typed}”.",
            "Write the exact number.",
        ),
    ),
    "D109": Message(
        Words("单位不对", "“{name}”的单位应为{units}，这里是“{typed}”。", "改用{units}，或检查数字是否填错了位置。"),
        Words(
            "wrong unit",
            "“{name}” is given in {units}, not as “{typed}”.",
            "Use {units}, or see whether the number belongs elsewhere.",
        ),
    ),
    "D110": Message(
        Words("日期写法不对", "“{typed}”不是日期。", "写成 2022、2022-12 或 2022-12-31。"),
        Words("not a date", "“{typed}” is no date.", "Write 2022, 2022-12 or 2022-12-31."),
    ),
    "D111": Message(
        Words("没有这一天", "日期“{typed}”不存在，或年份不合理。", "核对年、月、日。"),
        Words(
            "no such date",
            "The date “{typed}” does not exist, or its year cannot be meant.",
            "Check year, month and day.",
        ),
    ),
    "D112": Message(
        Words("应为是或否", "这里只能写“是”或“否”，不能写“{typed}”。", "改为“是”或“否”。"),
        Words("是 or 否 expected", "Only 是 or 否 can stand here, not “{typed}”.", "Write 是 or 否."),
    ),
    "D113": Message(
        Words("空公式", "“{name}”只有等号，没有公式。", "在“=”后写名称或算式，如 =数据共享单位；没有数据就留空。"),
        Words("empty formula", "“{name}” holds an equals sign and no formula.", "Write a name or formula behind “=”."),
    ),
    "D114": Message(
        Words(
            "名称不能用于公式",
            "名称“{name}”不能在公式和标签中引用：只能用汉字、字母、数字和下划线，不以数字开头。",
            "改名，例如“{better}”。",
        ),
        Words(
            "name unfit for formulas",
            "“{name}” cannot be used in formulas: only letters, digits and _ are allowed, and no digit first.",
            "Rename it, perhaps to “{better}”.",
        ),
    ),
    "D115": Message(
        Words("金额单位不对", "“金额单位”只能写元、千元、万元或亿元。", "改为“金额单位: 万元”或“金额单位: 元”。"),
        Words(
            "no unit of money", "金额单位 takes 元, 千元, 万元 or 亿元.", "Write “金额单位: 万元” or “金额单位: 元”."
        ),
    ),
}
