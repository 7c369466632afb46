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
    "O201": Message(
        Words(
            "数据一直在变",
            "生成报告时，单位“{unit}”的数据一直有人在改，生成的报告可能不是最后的数据。",
            "等数据改完，再运行一次。",
        ),
        Words(
            "data kept changing",
            "Somebody kept changing the data of “{unit}” while its reports were written; they may be behind.",
            "Run again when the data are finished.",
        ),
    ),
    "O202": Message(
        Words(
            "处理时进程中断",
            "处理单位“{unit}”的进程两次中途被终止，这个单位没有处理成；原有的报告没有变动，其他单位照常处理。",
            "单独运行 jixiao report 看它的数据；内存不足时系统也会终止进程，可以用 --jobs 减少进程。",
        ),
        Words(
            "process ended",
            "The process at “{unit}” was killed twice; the unit was left, and its former reports are as they were.",
            "Run jixiao report for it alone; where memory is short, fewer processes (--jobs) help.",
        ),
    ),
    "O203": Message(
        Words(
            "处理超过时限",
            "单位“{unit}”处理了 {seconds} 秒还没有完成，已经停止；原有的报告没有变动，其他单位照常处理。",
            "看它的数据是不是大得不合常理；确实需要时，用 --seconds 放宽时限。",
        ),
        Words(
            "took too long",
            "“{unit}” was not finished after {seconds} seconds and was stopped; its former reports are as they were.",
            "See whether its data are larger than they can be; allow more with --seconds.",
        ),
    ),
    "O204": Message(
        Words(
            "内存超过限额",
            "处理单位“{unit}”用的内存超过限额，已经停止；原有的报告没有变动，其他单位照常处理。",
            "看它的数据是不是大得不合常理；确实需要时，用 --memory 放宽限额。",
        ),
        Words(
            "too much memory",
            "“{unit}” needed more memory than allowed and was stopped; its former reports are as they were.",
            "See whether its data are larger than they can be; allow more with --memory.",
        ),
    ),
    "O205": Message(
        Words(
            "程序出错",
            "处理单位“{unit}”时程序出错（{said}），这个单位没有处理成；原有的报告没有变动，其他单位照常处理。",
            "请把这个单位的数据和上面的话交给程序的维护者。",
        ),
        Words(
            "program error",
            "The program failed on “{unit}” ({said}); the unit was left, its former reports are as they were.",
            "Give the data of this unit and these words to the maintainers of the program.",
        ),
    ),
}
