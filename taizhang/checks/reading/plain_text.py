"""Plain text in the encodings that Chinese offices use: UTF-8, UTF-16 with its mark, GB 18030 (with GBK in it)."""

import codecs
from pathlib import Path

from taizhang.checks.reading.report import Report
from taizhang.core.finding import Refusal

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
UNPRINTABLE = {chr(code) for code in range(32)} - set("\t\n\r\f\v")


def read_text(path: Path) -> Report:
    text = decoded(path.read_bytes(), path.name)
    if not text.strip():
        raise Refusal(f"文件“{path.name}”里没有文字，请换一份有内容的。")
    return report_of(path, text)


def report_of(path: Path, text: str) -> Report:
    """A text whose places are its lines, as an editor numbers them."""
    places, start = [], 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        places.append((start, f"第{number}行"))
        start += len(line)
    return Report(path, text, tuple(places))


def decoded(content: bytes, name: str) -> str:
    """The text, its encoding told by its mark or found by trying."""
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return strictly(content, (encoding,), name)
    return strictly(content, ("utf-8", "gb18030"), name)


def strictly(content: bytes, encodings: tuple[str, ...], name: str) -> str:
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not UNPRINTABLE.intersection(text):
            return text
    raise Refusal(f"文件“{name}”不是文字文件，或者编码认不出来；请用记事本另存，编码选UTF-8。")
