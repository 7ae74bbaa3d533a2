"""PDF files that carry text. A scan carries none and is sent back with a sentence."""

import re
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from taizhang.checks.reading.report import Report
from taizhang.core.finding import Refusal

MOST_PAGES = 500
FULL_LINE = 20  # letters; a shorter line ends a paragraph
PAGE_NUMBER = re.compile(r"^\s*[—\-–]?\s*\d{1,3}\s*[—\-–]?\s*$")
ENDS = "。！？；：:"


def read_pdf(path: Path) -> Report:
    pages = page_texts(path)
    if not any(text.strip() for text in pages):
        raise Refusal(
            f"“{path.name}”是扫描件，里面没有文字，无法核对；请换成 Word 文件，或先做文字识别。"
        )
    text, places = "", []
    for number, page in enumerate(pages, 1):
        places.append((len(text), f"第{number}页"))
        text += joined(page)
    return Report(path, text, tuple(places))


def page_texts(path: Path) -> list[str]:
    try:
        reader = PdfReader(path)
        if reader.is_encrypted:
            raise Refusal(f"“{path.name}”加了密码，请去掉密码再来核对。")
        if len(reader.pages) > MOST_PAGES:
            raise Refusal(f"“{path.name}”超过 {MOST_PAGES} 页，请拆开再来核对。")
        return [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, OSError, RecursionError):
        raise Refusal(f"“{path.name}”不是完好的 PDF 文件，请重新导出再试。") from None


def joined(page: str) -> str:
    """Lines broken by the page's width put together again, so that a number cut in two is one."""
    lines = [line.strip() for line in page.splitlines()]
    lines = [line for line in lines if line and not PAGE_NUMBER.match(line)]
    text = ""
    for line in lines:
        text += line
        if len(line) < FULL_LINE or line[-1] in ENDS:
            text += "\n"
    return text
