"""Word files as text: paragraphs, tables, text boxes and content controls in their order; macros are never looked at."""

import zipfile
from pathlib import Path

from lxml import etree

from taizhang.checks.reading.report import Report
from taizhang.core.finding import Refusal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P, T, TBL, ROW, CELL, BOX = (W + tag for tag in ("p", "t", "tbl", "tr", "tc", "txbxContent"))
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
UNSAID = {W + "del", W + "moveFrom", W + "instrText", W + "delText", FALLBACK}
SPACES = {W + "tab": " ", W + "br": "\n", W + "cr": "\n"}
LARGEST_UNPACKED = 200 * 2**20  # bytes of document.xml; a thousand pages have ten
MOST_TIMES = 200  # how much larger than packed
BODY = "word/document.xml"


def read_word(path: Path) -> Report:
    """Each paragraph is a line; a row of a table is a line whose cells are parted by tabs."""
    lines: list[tuple[str, str]] = []
    for number, block in enumerate(blocks(body_of(path)), 1):
        if block.tag == TBL:
            lines += [
                (row, f"第{number}段后的表格第{at}行") for at, row in enumerate(rows(block), 1)
            ]
        else:
            lines.append((words(block), f"第{number}段"))
            lines += [(words(inner), f"第{number}段的文本框") for inner in boxed(block)]
    if not any(line.strip() for line, _ in lines):
        raise Refusal(f"文件“{path.name}”里没有文字，请换一份有内容的。")
    places, start = [], 0
    for line, where in lines:
        places.append((start, where))
        start += len(line) + 1
    return Report(path, "".join(f"{line}\n" for line, _ in lines), tuple(places))


def body_of(path: Path) -> etree._Element:
    """The document part, unpacked only if it is of a believable size."""
    try:
        with zipfile.ZipFile(path) as package:
            part = package.getinfo(BODY)
            if part.file_size > LARGEST_UNPACKED or part.file_size > MOST_TIMES * max(
                part.compress_size, 4096
            ):
                raise Refusal(
                    f"文件“{path.name}”解开后大得不正常，没有打开；请核对来源，另存一份再试。"
                )
            content = package.read(BODY)
    except (zipfile.BadZipFile, KeyError, OSError, EOFError):
        raise Refusal(
            f"“{path.name}”不是完好的 Word 文件，请用 Word 或 WPS 打开后另存为 .docx 再试。"
        ) from None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        body = etree.fromstring(content, parser).find(W + "body")
    except etree.XMLSyntaxError:
        raise Refusal(f"“{path.name}”的内容损坏了，请用 Word 或 WPS 打开修复后再试。") from None
    if body is None:
        raise Refusal(f"“{path.name}”里没有正文，请核对文件。")
    return body


def blocks(parent: etree._Element) -> list[etree._Element]:
    """Paragraphs and tables in order, also those inside content controls."""
    found = []
    for child in parent:
        if child.tag in {P, TBL}:
            found.append(child)
        elif child.tag not in UNSAID and child.tag != BOX:
            found += blocks(child)
    return found


def rows(table: etree._Element) -> list[str]:
    return [
        "\t".join(" ".join(words(p) for p in cell.iter(P)) for cell in row.iter(CELL))
        for row in table.iter(ROW)
    ]


def boxed(paragraph: etree._Element) -> list[etree._Element]:
    """The paragraphs of text boxes that hang on a paragraph, not those kept twice for old readers."""
    boxes = (
        box for box in paragraph.iter(BOX) if not any(True for _ in box.iterancestors(FALLBACK))
    )
    return [inner for box in boxes for inner in box.iter(P)]


def words(paragraph: etree._Element) -> str:
    """What a paragraph says, without what reviewers struck out and what its text boxes say."""
    return "".join(spoken(paragraph))


def spoken(element: etree._Element) -> list[str]:
    found: list[str] = []
    for child in element:
        if child.tag == T:
            found.append(child.text or "")
        elif child.tag in SPACES:
            found.append(SPACES[child.tag])
        elif child.tag not in UNSAID and child.tag != BOX:
            found += spoken(child)
    return found
