"""Photos and scans: whether a file is what it is said to be, and a small picture of it to show."""

import re
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from taizhang.core.finding import Refusal
from taizhang.ledgers.models import Attachment

# What cameras, phones and scanners write; formats that run other programs to be opened are left out.
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
MOST_PIXELS = 80_000_000  # an A3 scan at 600 dpi has 70 million; a small file can claim any number
SMALL = (240, 180)  # pixels of a preview
BROKEN = (OSError, SyntaxError, ValueError, EOFError)  # what Pillow's readers stumble with
PDF = b"%PDF-"
HEAD = 1024  # bytes in which a PDF must say what it is

# What files are that are sent for photos by mistake, by how they begin.
BEGINNINGS = (
    (re.compile(rb"%PDF-"), "PDF文件"),
    (re.compile(rb"PK\x03\x04(?s:.{0,4000})word/"), "Word文档"),
    (re.compile(rb"PK\x03\x04(?s:.{0,4000})xl/"), "Excel表格"),
    (re.compile(rb"PK\x03\x04"), "压缩包"),
    (re.compile(rb"Rar!|7z\xbc\xaf"), "压缩包"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "旧版Office文件"),
    (re.compile(rb"(?s:.{4})ftyp(heic|heix|mif1|hevc)"), "苹果手机的HEIC照片"),
    (re.compile(rb"(?s:.{4})ftyp"), "视频"),
    (re.compile(rb"RIFF(?s:.{4})AVI |\x1aE\xdf\xa3"), "视频"),
    (re.compile(rb"(?s:\s*)(<\?xml(?s:.*))?<svg"), "SVG图形"),
    (re.compile(rb"(?s:\s*)<"), "网页"),
    (re.compile(rb"MZ|\x7fELF"), "程序"),
)
ADVICE = {"苹果手机的HEIC照片": "请在手机“设置—相机—格式”里选“兼容性最佳”再拍，或另存为JPG再传"}


def refuse_unlike(kind: str, name: str, content: bytes) -> None:
    """Raise Refusal where a photo is no picture that opens, or a scan neither that nor a PDF."""
    if kind == Attachment.Kind.PHOTO:
        opened(name, content, "照片")
    elif kind == Attachment.Kind.SCAN and PDF not in content[:HEAD]:
        opened(name, content, "扫描件")


def opened(name: str, content: bytes, wanted: str) -> Image.Image:
    """The picture in a file, read to its last line."""
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise Refusal(
                f"“{name}”有{picture.width}×{picture.height}像素，太大，请缩小到每边九千像素以内再传。"
            )
        picture.load()
    except Image.DecompressionBombError:
        raise Refusal(f"“{name}”的像素多得不像照片，没有收下，请核对这个文件。") from None
    except UnidentifiedImageError:
        raise Refusal(what_it_is(name, content, wanted)) from None
    except BROKEN as trouble:
        raise Refusal(
            f"“{name}”是图片但打不全，可能没有传完或已损坏，请重新取得后再传。"
        ) from trouble
    return picture


def what_it_is(name: str, content: bytes, wanted: str) -> str:
    """What somebody sent for a photo or a scan, in a sentence."""
    if not content:
        return f"“{name}”是空文件，请重新选择。"
    kind = next((kind for begins, kind in BEGINNINGS if begins.match(content)), "")
    said = f"是{kind}" if kind else "打不开，不是图片"
    usual = "请传JPG或PNG图片" + ("或PDF" if wanted == "扫描件" else "")
    rest = "" if kind in ADVICE else "；别的文件类别请选“其他”"
    return f"“{name}”{said}，不能当{wanted}，{ADVICE.get(kind, usual)}{rest}。"


def small_picture(name: str, content: bytes) -> bytes:
    """A preview of a photo as JPEG, upright as it was taken. Raises Refusal for what was kept before photos were checked."""
    told = BytesIO()
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
        picture.draft("RGB", (SMALL[0] * 2, SMALL[1] * 2))  # a JPEG need not be read in full
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail(SMALL)
        upright.convert("RGB").save(told, "JPEG", quality=80)
    except (Image.DecompressionBombError, *BROKEN):
        raise Refusal(f"“{name}”打不开，没有小图。") from None
    return told.getvalue()
