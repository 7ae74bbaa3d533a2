"""The styles of an official paper (GB/T 9704-2012, 7.3): fonts live here and nowhere in the text.

A font set on a run is lost or doubled by the first editor that opens the file; one set in a paragraph
style stays. The four official faces are named although a server rarely has them: the office's computers do.
"""

from dataclasses import dataclass

from taizhang.documents.measures import (
    CHARACTER_SPACE,
    LINE_PITCH,
    PAGE_NUMBER_LINE,
    SIZE_2,
    SIZE_3,
    SIZE_4,
    SIZE_5,
)

FANGSONG, KAITI, HEITI = "仿宋_GB2312", "楷体_GB2312", "黑体"
XIAOBIAOSONG, SONGTI = "方正小标宋简体", "宋体"
LATIN = "Times New Roman"
TITLE_PITCH, TABLE_PITCH, REMARK_PITCH = 700, 340, 360
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Style:
    """A paragraph style; sizes in half points, pitches in twips, indents in hundredths of a character."""

    id: str
    name: str
    font: str = FANGSONG
    size: int = SIZE_3
    align: str = "both"
    first_line: int = 0
    left: int = 0
    right: int = 0
    before: int = 0
    pitch: int = LINE_PITCH
    outline: int | None = None
    keep_next: bool = False
    page_before: bool = False
    latin: str = LATIN


STYLES = (
    Style("Normal", "Normal"),
    Style("Title", "Title", XIAOBIAOSONG, SIZE_2, "center", pitch=TITLE_PITCH, keep_next=True),
    Style("Byline", "署名日期", KAITI, SIZE_3, "center"),
    Style("BodyText", "Body Text", first_line=200),
    Style("Addressee", "主送", align="left"),
    Style("Signature", "落款", align="right", right=200),
    Style("Heading1", "heading 1", HEITI, first_line=200, outline=0, keep_next=True),
    Style("Heading2", "heading 2", KAITI, first_line=200, outline=1, keep_next=True),
    Style("Heading3", "heading 3", first_line=200, outline=2, keep_next=True),
    Style("Heading4", "heading 4", first_line=200, outline=3, keep_next=True),
    Style("Note", "数据说明", SONGTI, SIZE_4, "right", before=LINE_PITCH),
    Style("Attachment", "附件说明", first_line=200, before=LINE_PITCH),
    Style("AttachmentMore", "附件说明续", left=500),
    Style(
        "AnnexLabel", "附件序号", HEITI, align="left", page_before=True, keep_next=True, outline=0
    ),
    Style(
        "AnnexTitle", "附件标题", XIAOBIAOSONG, SIZE_2, "center", pitch=TITLE_PITCH, keep_next=True
    ),
    Style("Remark", "表注", SONGTI, SIZE_5, "left", before=120, pitch=REMARK_PITCH, keep_next=True),
    Style("TableHead", "表头", HEITI, SIZE_5, "center", pitch=TABLE_PITCH, keep_next=True),
    Style("TableText", "表文", SONGTI, SIZE_5, "left", pitch=TABLE_PITCH),
    Style("TableNumber", "表数", SONGTI, SIZE_5, "right", pitch=TABLE_PITCH),
    Style("TableCentre", "表中", SONGTI, SIZE_5, "center", pitch=TABLE_PITCH),
    Style(
        "PageNumberOdd",
        "单页码",
        SONGTI,
        SIZE_4,
        "right",
        right=100,
        pitch=PAGE_NUMBER_LINE,
        latin=SONGTI,
    ),
    Style(
        "PageNumberEven",
        "双页码",
        SONGTI,
        SIZE_4,
        "left",
        left=100,
        pitch=PAGE_NUMBER_LINE,
        latin=SONGTI,
    ),
)

# A figure must not look like a link: black, and no line under it. A lead is a heading inside a paragraph.
CHARACTER_STYLES = """
<w:style w:type="character" w:customStyle="1" w:styleId="Figure"><w:name w:val="数字"/>
<w:rPr><w:color w:val="auto"/><w:u w:val="none"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Lead"><w:name w:val="段首标题"/>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>
<w:bottom w:w="30" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
"""


def styles_xml() -> str:
    """The whole styles part of a document."""
    return (
        f'<w:styles xmlns:w="{WORD}">{_defaults()}'
        + "".join(_style_xml(style) for style in STYLES)
        + CHARACTER_STYLES
        + "</w:styles>"
    )


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANGSONG, LATIN)}"
        f'<w:kern w:val="2"/><w:sz w:val="{SIZE_3}"/><w:szCs w:val="{SIZE_3}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    )


def _style_xml(style: Style) -> str:
    default = ' w:default="1"' if style.id == "Normal" else ""
    custom = "" if style.name.isascii() else ' w:customStyle="1"'
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>{based}'
        f"<w:qFormat/><w:pPr>{_paragraph(style)}</w:pPr>"
        f"<w:rPr>{_fonts(style.font, style.latin)}{_spacing(style)}"
        f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr>'
        "</w:style>"
    )


def _paragraph(style: Style) -> str:
    """The paragraph properties, in the order the schema wants them."""
    flags = "<w:keepNext/>" * style.keep_next + "<w:pageBreakBefore/>" * style.page_before
    # Every page has its 22 lines, figures stand close to their words, and only lines of the common
    # pitch snap to the grid (LibreOffice would stretch those of a table to it).
    off = ["widowControl", "autoSpaceDE", "autoSpaceDN"]
    off += ["snapToGrid"] if style.pitch != LINE_PITCH else []
    flags += "".join(f'<w:{name} w:val="0"/>' for name in off)
    spacing = f'<w:spacing w:before="{style.before}" w:after="0" w:line="{style.pitch}" w:lineRule="exact"/>'
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return f'{flags}{spacing}{_indent(style)}<w:jc w:val="{style.align}"/>{outline}'


def _spacing(style: Style) -> str:
    """Only text of size 3 stands 28 to the line."""
    return (
        f'<w:spacing w:val="{CHARACTER_SPACE}"/>'
        if style.size == SIZE_3
        else '<w:spacing w:val="0"/>'
    )


def _indent(style: Style) -> str:
    """Indents in characters, so that they follow the type size, with the twips older readers look at."""
    said = {
        "left": style.left,
        "right": style.right,
        "firstLine": style.first_line,
    }
    width = style.size * 10  # one character in twips
    parts = [
        f'w:{side}Chars="{value}" w:{side}="{width * value // 100}"'
        for side, value in said.items()
        if value
    ]
    return f"<w:ind {' '.join(parts)}/>" if parts else ""


def _fonts(east_asian: str, latin: str) -> str:
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asian}" w:cs="{latin}"/>'
    )
