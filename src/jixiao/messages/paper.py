"""Words of the findings in laying out pages and making PDF files (O)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "O111": Message(
        Words(
            "没有 LibreOffice，不能转成 PDF",
            "没有找到 LibreOffice，这份 Word 文件没有转成 PDF。",
            "安装 LibreOffice（Windows、macOS 见 libreoffice.org；Debian、Ubuntu 等：apt install libreoffice-writer）；"
            "装在别处的，用环境变量 JIXIAO_SOFFICE 写明 soffice 的位置；或者用 Word、WPS 打开后另存为 PDF。",
        ),
        Words(
            "no LibreOffice, no PDF",
            "LibreOffice was not found, so there is no PDF of this document.",
            "Install LibreOffice (libreoffice.org; on Debian apt install libreoffice-writer), or name its program "
            "soffice in the environment variable JIXIAO_SOFFICE, or save the document as PDF in Word or WPS.",
        ),
    ),
    "O112": Message(
        Words(
            "转成 PDF 超时",
            "LibreOffice 两次都没有在限定的时间内转完这份文件（每份限{seconds}秒），已停止；原有的 PDF 没有变动。",
            "电脑正忙的，稍后再试；总是这样的，用 Word 或 WPS 打开后另存为 PDF。",
        ),
        Words(
            "PDF takes too long",
            "Twice LibreOffice did not finish this document in time ({seconds} seconds for each) and was stopped; "
            "a former PDF is as it was.",
            "Try again when the computer is less busy, or save the document as PDF in Word or WPS.",
        ),
    ),
    "O113": Message(
        Words(
            "LibreOffice 出错退出",
            "LibreOffice 转这份文件时两次出错退出（{said}）；原有的 PDF 没有变动。",
            "升级 LibreOffice 后再试；或者用 Word、WPS 打开后另存为 PDF。",
        ),
        Words(
            "LibreOffice crashed",
            "LibreOffice crashed twice at this document ({said}); a former PDF is as it was.",
            "Try a newer LibreOffice, or save the document as PDF in Word or WPS.",
        ),
    ),
    "O114": Message(
        Words(
            "LibreOffice 没有给出完整的 PDF",
            "LibreOffice 没有报错，但两次都没有写出完整的 PDF（{said}）；原有的 PDF 没有变动。",
            "检查磁盘是否已满、是否装有 LibreOffice Writer（libreoffice-writer）；或者用 Word、WPS 打开后另存为 PDF。",
        ),
        Words(
            "no whole PDF from LibreOffice",
            "LibreOffice ended well, but twice without a whole PDF ({said}); a former PDF is as it was.",
            "See whether the disk is full and LibreOffice Writer installed, or save the document as PDF in Word.",
        ),
    ),
    "O115": Message(
        Words(
            "目录的页码空着",
            "LibreOffice 没有给出页码（{said}），目录的页码没有填上。",
            "使用7.4或更新的 LibreOffice；或者用 Word、WPS 打开，右击目录，选“更新域”。",
        ),
        Words(
            "contents without page numbers",
            "LibreOffice gave no page numbers ({said}), so those of the contents are empty.",
            "Use LibreOffice 7.4 or newer, or open the document in Word or WPS and update the contents.",
        ),
    ),
    "O116": Message(
        Words(
            "缺少字体",
            "这台电脑没有文档要用的字体，排版时用别的字体代替：{fonts}；页面的样子、分页和目录页码可能与有这些字体的电脑不同。",
            "装上这些字体后重新生成；或者在有这些字体的电脑上用 Word、WPS 打开 Word 文件，更新目录，另存为 PDF。",
        ),
        Words(
            "missing fonts",
            "This computer has not the fonts of the document; others stood in for them: {fonts}. "
            "The look, the page breaks and the page numbers of the contents may differ from where they are installed.",
            "Install the fonts and run again, or open the document in Word where they are, and save it as PDF.",
        ),
    ),
    "O117": Message(
        Words(
            "排版时文件变了",
            "LibreOffice 排这份文件的时候，文件被换掉、移走或损坏了；没有填页码，也没有转成 PDF，原有的 PDF 没有变动。",
            "等另一次生成做完，再运行一次。",
        ),
        Words(
            "document changed while laid out",
            "The document was replaced, moved or damaged while it was laid out; it has no page numbers and no new PDF.",
            "Run again when the other run is done.",
        ),
    ),
}
