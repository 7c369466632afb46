"""Words of the findings in the tree of units (D3)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "D301": Message(
        Words(
            "没有这个主管部门的数据",
            "数据目录里没有叫“{name}”的单位，这个单位排在最上一级。",
            "相近的有：{near}。主管部门在数据目录里的，按它的名称或代码填写；不在的，可以不管。",
        ),
        Words(
            "superior has no data",
            "No unit in the data folder is called “{name}”; this unit stands at the top.",
            "Near: {near}. If the superior has data here, write its name or code; else leave it.",
        ),
    ),
    "D302": Message(
        Words(
            "主管部门不止一个",
            "叫“{name}”的单位不止一个：{units}。不知道是哪一个，这个单位排在最上一级。",
            "主管部门改填单位代码，或填数据目录里的文件夹。",
        ),
        Words(
            "several superiors",
            "Several units are called “{name}”: {units}. Which is meant is not clear, so this unit stands at the top.",
            "Write the code of the superior, or its folder in the data.",
        ),
    ),
    "D303": Message(
        Words(
            "上下级绕成一圈",
            "这些单位互为主管部门：{units}，都排在最上一级。",
            "改正其中一个单位的主管部门。",
        ),
        Words(
            "superiors in a circle",
            "These units are superiors of one another: {units}; all stand at the top.",
            "Correct the superior (主管部门) of one of them.",
        ),
    ),
    "D304": Message(
        Words(
            "没有这个单位", "没有“{name}”这个单位，也没有这个文件夹。", "相近的有：{near}。写单位的名称、代码或文件夹。"
        ),
        Words("no such unit", "There is no unit or folder “{name}”.", "Near: {near}. Write its name, code or folder."),
    ),
    "D305": Message(
        Words(
            "没有这一年的数据",
            "单位“{unit}”没有 {year} 年度的数据。",
            "要报的，新建数据：jixiao new；不用报的，可以不管。",
        ),
        Words(
            "no data of the year",
            "“{unit}” has no data of {year}.",
            "If it owes reports, begin its data with jixiao new; else leave it.",
        ),
    ),
}
