"""A form's workbook as the parts of its ZIP: what is not a touched sheet leaves exactly as it came.

Libraries that read and write whole workbooks drop what they do not know: charts, pictures, extensions of validations.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from taizhang.core.finding import Refusal
from taizhang.documents.forms.styles import Styles

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls, and of workbooks with a password
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
AFTER_CALCULATION = ("oleSize", "customWorkbookViews", "pivotCaches", "fileRecoveryPr", "extLst")
QUICK = 3  # of nine levels of packing: a large form in half the time, a tenth larger
PARSER_SETTINGS: dict[str, Any] = {"resolve_entities": False, "no_network": True, "huge_tree": True}


class Book:
    """A workbook opened for filling. Whatever is wrong with the file is a Refusal in one sentence."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.infos, self.parts = _read(path)
        self.changed: dict[str, bytes] = {}

    @cached_property
    def sheet_parts(self) -> dict[str, str]:
        """Each worksheet by its name, with the part that holds it; charts on sheets of their own are none."""
        targets = {one.get("Id"): one.get("Target", "") for one in self.xml(RELATIONS)}
        found = {}
        for sheet in self.xml(WORKBOOK).iter(f"{MAIN}sheet"):
            target = targets.get(sheet.get(RELATIONSHIP), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if "worksheets/" in part:
                found[sheet.get("name", "")] = posixpath.normpath(part)
        return found

    @cached_property
    def strings(self) -> list[str]:
        """The texts that sheets share; phonetic hints are no part of them."""
        if STRINGS not in self.parts:
            return []
        return [text_of(item) for item in self.xml(STRINGS).iter(f"{MAIN}si")]

    @cached_property
    def styles(self) -> Styles:
        return Styles(self.xml(STYLES) if STYLES in self.parts else None)

    @cached_property
    def counts_from_1904(self) -> bool:
        """Whether dates are days since 1904, as old Macs had it."""
        settings = self.xml(WORKBOOK).find(f"{MAIN}workbookPr")
        return settings is not None and settings.get("date1904") in ("1", "true")

    def xml(self, part: str) -> Any:
        """A part as a tree of its own."""
        try:
            content = self.changed.get(part) or self.parts[part]
            return etree.fromstring(content, etree.XMLParser(**PARSER_SETTINGS))
        except (KeyError, etree.XMLSyntaxError):
            raise Refusal(damaged(self.path)) from None

    def put(self, part: str, tree: Any) -> None:
        """Replace a part, or add one."""
        self.changed[part] = etree.tostring(
            tree, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def recalculate_when_opened(self) -> None:
        """Excel and WPS work out all formulas when they open the file, whatever is written in their cells."""
        root = self.xml(WORKBOOK)
        found = root.find(f"{MAIN}calcPr")
        if found is None:
            found = etree.Element(f"{MAIN}calcPr")
            later = [one for name in AFTER_CALCULATION for one in root.iter(f"{MAIN}{name}")]
            if later:
                later[0].addprevious(found)
            else:
                root.append(found)
        found.set("fullCalcOnLoad", "1")
        self.put(WORKBOOK, root)

    def content(self, packed: bool = True) -> bytes:
        """The file: parts in their old order, new ones at the end; unpacked for whoever reads it at once."""
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for info in self.infos:
                part = self.changed.get(info.filename, self.parts[info.filename])
                kind = info.compress_type if packed else zipfile.ZIP_STORED
                archive.writestr(info, part, kind, QUICK)
            for name in self._added():
                archive.writestr(name, self.changed[name])
        return target.getvalue()

    def _added(self) -> Iterator[str]:
        yield from (name for name in self.changed if name not in self.parts)


def text_of(item: Any) -> str:
    """The text of a shared or inline string, runs of different looks put together."""
    return "".join(
        one.text or "" for one in item.iter(f"{MAIN}t") if one.getparent().tag != f"{MAIN}rPh"
    )


def _read(path: Path) -> tuple[list[zipfile.ZipInfo], dict[str, bytes]]:
    try:
        content = path.read_bytes()
    except OSError:
        raise Refusal(f"没有表格文件“{path}”，或者打不开；请核对文件名和位置。") from None
    if content.startswith(OLE):
        raise Refusal(
            f"“{path.name}”是旧的 .xls 格式或者有打开密码，请用 Excel 或 WPS 打开，另存为不带密码的 .xlsx。"
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            parts = {info.filename: archive.read(info) for info in infos}
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError):
        raise Refusal(damaged(path)) from None
    if WORKBOOK not in parts or RELATIONS not in parts:
        raise Refusal(f"“{path.name}”不是 Excel 表格，请向要表单位要 .xlsx 文件。")
    return infos, parts


def damaged(path: Path) -> str:
    return f"表格“{path.name}”读不出来，可能已损坏，请重新向要表单位要一份。"
