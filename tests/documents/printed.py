"""Papers for tests of printing: declared here, worded by the test, printed and opened again."""

import zipfile
from io import BytesIO

from docx.document import Document as WordDocument

from taizhang.documents.files import word_bytes
from taizhang.documents.papers import Paper
from taizhang.lines.housing.models import Allocation, Approval, Site

given = Paper(
    "分房结果公示",
    Site,
    public=True,
    lists={"名单": lambda site: Allocation.objects.filter(unit__building__site=site)},
    mask_names=("allocation.householder",),
)
receipt = Paper("受理通知书", Approval, when="accepted_on")
application = Paper("建房申请", Approval)
moved = Paper("入住通知", Allocation)
DECLARED = {
    "housing.given": given,
    "housing.receipt": receipt,
    "housing.application": application,
    "housing.moved": moved,
}


def fields(document: WordDocument) -> dict[str, str]:
    """The forms of a paper: what stands to the right of each label."""
    told: dict[str, str] = {}
    for table in document.tables:
        for row in table.rows:
            cells = list(dict.fromkeys(row._tr.tc_lst))
            texts = ["\n".join(one.text for one in cell.p_lst) for cell in cells]
            told |= dict(zip(texts[::2], texts[1::2], strict=False))
    return told


def rows(document: WordDocument) -> list[list[str]]:
    """The first table of a paper."""
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def text(document: WordDocument) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def everything(document: WordDocument) -> str:
    """Every part of the file as text, whatever it is for."""
    with zipfile.ZipFile(BytesIO(word_bytes(document))) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "ignore") for name in archive.namelist()
        )
