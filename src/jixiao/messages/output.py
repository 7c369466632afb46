"""Words of the findings in writing files (O)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "O101": Message(
        Words(
            "文件正被打开，无法替换",
            "原有的文件正被 Word、WPS 等程序打开，或被系统占用（{reason}），没有替换；新文件已另存在旁边：{kept}。",
            "关闭原文件后重新运行；或者直接使用新文件，再删去旧文件。",
        ),
        Words(
            "file in use, not replaced",
            "The former file is open in Word, WPS or another program ({reason}) and was not replaced; "
            "the new one was kept beside it: {kept}.",
            "Close the former file and run again, or use the new file and delete the old one.",
        ),
    ),
    "O102": Message(
        Words(
            "无法写入文件",
            "文件没有写成：{reason}。",
            "检查输出目录是否存在、是否有写入权限、磁盘是否已满；也可以用 --out 换一个目录。",
        ),
        Words(
            "file cannot be written",
            "The file was not written: {reason}.",
            "See whether the output folder exists, may be written to and has room; or choose another one with --out.",
        ),
    ),
    "O103": Message(
        Words(
            "两份报告的文件名相同",
            "这份报告的文件名“{file}”与“{other}”的相同，没有生成。",
            "在报告.yaml 中为其中一份填写不同的“文件名”。",
        ),
        Words(
            "two reports with one file name",
            "The file name “{file}” of this report is that of “{other}” too; it was not written.",
            "Give one of them another 文件名 in 报告.yaml.",
        ),
    ),
}
