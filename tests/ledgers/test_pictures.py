"""A photo is a picture that opens, a scan that or a PDF; what was sent instead is called by its name."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from taizhang.core.finding import Refusal
from taizhang.ledgers.pictures import refuse_unlike, small_picture
from tests.pictures import picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
def test_what_cameras_and_scanners_write_is_taken(kind):
    refuse_unlike("photo", "现场", picture(kind))
    refuse_unlike("scan", "批准书", picture(kind))


def test_a_scan_may_be_a_pdf_and_other_files_may_be_anything():
    refuse_unlike("scan", "批准书.pdf", b"%PDF-1.4 signed")
    refuse_unlike("other", "测量.dwg", b"AC1027")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("批准书.jpg", b"%PDF-1.7", "是PDF文件，不能当照片，请传JPG或PNG图片"),
        ("说明.jpg", b"PK\x03\x04" + b"." * 30 + b"word/document.xml", "是Word文档"),
        ("名册.jpg", b"PK\x03\x04" + b"." * 30 + b"xl/workbook.xml", "是Excel表格"),
        ("照片.jpg", b"PK\x03\x04" + b"." * 30 + b"1.jpg", "是压缩包"),
        ("名册.jpg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "是旧版Office文件"),
        ("IMG_1.jpg", b"\0\0\0\x24ftypheic\0\0", "是苹果手机的HEIC照片，不能当照片，请在手机"),
        ("录像.jpg", b"\0\0\0\x20ftypisom\0\0", "是视频"),
        ("图.svg", b"<svg onload='alert(1)'/>", "是SVG图形"),
        ("图.jpg", b"\n<html><body>404</body></html>", "是网页"),
        ("图.jpg", b"MZ\x90\0", "是程序"),
        ("图.jpg", b"just words", "打不开，不是图片，不能当照片"),
        ("图.jpg", b"", "是空文件"),
        ("图.png", b"\x89PNG\r\n\x1a\n not really a picture", "打不开，不是图片"),
        ("图.jpg", picture("JPEG", (400, 300))[:1500], "打不全"),
        ("图.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "打不开，不是图片"),
    ],
)
def test_what_is_no_photo_is_refused_by_what_it_is(name, content, said):
    with pytest.raises(Refusal) as refused:
        refuse_unlike("photo", name, content)
    assert said in str(refused.value)
    assert f"“{name}”" in str(refused.value)


def test_a_scan_that_is_neither_is_told_that_pdf_would_do():
    with pytest.raises(Refusal, match="不能当扫描件，请传JPG或PNG图片或PDF"):
        refuse_unlike("scan", "批准书.docx", b"PK\x03\x04...word/document.xml")


def huge(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims any size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("size", "said"),
    [((12_000, 7_000), "12000×7000像素，太大"), ((60_000, 60_000), "多得不像照片")],
)
def test_a_small_file_that_would_unpack_to_gigabytes_is_refused(size, said):
    with pytest.raises(Refusal, match=said):
        refuse_unlike("photo", "炸弹.png", huge(*size))


def test_a_preview_is_small_and_upright():
    sideways = Image.new("RGB", (4000, 3000), "green")
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side
    taken = BytesIO()
    sideways.save(taken, "JPEG", exif=exif)
    small = Image.open(BytesIO(small_picture("现场.jpg", taken.getvalue())))
    assert small.format == "JPEG"
    assert small.height > small.width
    assert small.height <= 180
    assert len(small.getexif()) == 0  # nor where it was taken


@pytest.mark.parametrize("mode", ["RGBA", "P", "CMYK", "1", "I;16"])
def test_a_preview_of_any_kind_of_picture(mode):
    kept = BytesIO()
    Image.new(mode, (40, 30)).save(kept, "TIFF")
    assert small_picture("图", kept.getvalue()).startswith(b"\xff\xd8")


def test_what_was_kept_before_photos_were_checked_has_no_preview():
    with pytest.raises(Refusal, match="没有小图"):
        small_picture("旧照片.jpg", b"never was one")
