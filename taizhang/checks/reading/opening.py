"""Opening what a clerk hands in: which kind of file it is, and a sentence for each kind that cannot be read."""

from pathlib import Path

from taizhang.checks.reading.plain_text import read_text
from taizhang.checks.reading.report import Report
from taizhang.checks.reading.word import read_word
from taizhang.core.finding import Refusal

LARGEST = 20 * 2**20  # bytes of a file; a report of a thousand pages has two
TEXTS = {".txt", ".md", ".text", ".markdown", ""}
WORD_FILES = {".docx", ".docm"}
OLD = {".doc": "Word", ".wps": "WPS", ".rtf": "Word", ".odt": "LibreOffice"}


def open_report(path: Path) -> Report:
    """A report from a file. Raises Refusal: what the file is and what to do about it."""
    if not path.is_file():
        raise Refusal(f"没有文件“{path}”，请核对文件名和所在的文件夹。")
    size = path.stat().st_size
    if not size:
        raise Refusal(f"文件“{path.name}”是空的，请换一份有内容的。")
    if size > LARGEST:
        raise Refusal(
            f"文件“{path.name}”有 {size // 2**20} MB，超过 20 MB 的上限；请去掉图片，或只留正文再来核对。"
        )
    return read_kind(path, path.suffix.lower())


def read_kind(path: Path, suffix: str) -> Report:
    if suffix in TEXTS:
        return read_text(path)
    if suffix in WORD_FILES:
        return read_word(path)
    if suffix == ".pdf":
        from taizhang.checks.reading.pdf import read_pdf  # noqa: PLC0415 - half a second that other kinds need not wait for

        return read_pdf(path)
    if suffix in OLD:
        raise Refusal(f"“{path.name}”是旧格式，请用 {OLD[suffix]} 打开，另存为 .docx 再来核对。")
    raise Refusal(f"不认识“{path.name}”这种文件，能核对的有 .docx、.pdf、.txt 和 .md。")
