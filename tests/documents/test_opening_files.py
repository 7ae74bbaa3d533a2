"""Whatever is given instead of a Word document is named in one sentence."""

import zipfile

import docx
import pytest

from taizhang.core.finding import Refusal
from taizhang.documents import files
from taizhang.documents.files import ENCRYPTED, OLD_OFFICE, open_word


def zipped(path, **files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return path.read_bytes()


CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "不是Word文档"),
        ("只是文字".encode(), "不是Word文档"),
        (b"%PDF-1.4", "不是Word文档"),
        (b"PK\x03\x04 cut short", "已损坏"),
        (OLD_OFFICE + b"\0" * 100, "是旧版格式"),
        (OLD_OFFICE + b"\0" * 100 + ENCRYPTED, "设有打开密码"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path, content, sentence):
    path = tmp_path / "总结.docx"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=sentence) as refusal:
        open_word(path)
    assert "总结.docx" in str(refusal.value)


def test_a_workbook_is_refused(tmp_path):
    path = tmp_path / "表.docx"
    zipped(path, xl__workbook="<a/>")
    with pytest.raises(Refusal, match="不是Word文档"):
        open_word(path)


def test_a_document_without_its_parts_is_refused(tmp_path):
    path = tmp_path / "总结.docx"
    zipped(path, **{"word__document.xml": "<a>", "[Content_Types].xml": CONTENT_TYPES})
    with pytest.raises(Refusal, match="已损坏"):
        open_word(path)


def test_a_flipped_byte_is_refused(tmp_path):
    path = tmp_path / "总结.docx"
    content = bytearray(zipped(path, **{"word__document.xml": "<w>" + "字" * 50 + "</w>"}))
    content[60] ^= 1
    path.write_bytes(content)
    with pytest.raises(Refusal, match="已损坏"):
        open_word(path)


def test_a_document_with_macros_is_refused(tmp_path):
    path = tmp_path / "总结.docx"
    document = docx.Document()
    document.part._content_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
    document.save(path)
    with pytest.raises(Refusal, match="可能带宏"):
        open_word(path)


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "总结.docx"
    zipped(path, word__document=" " * 100)
    monkeypatch.setattr(files, "LARGEST", 99)
    with pytest.raises(Refusal, match="太大"):
        open_word(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(Refusal, match="没有找到文件"):
        open_word(tmp_path / "无.docx")
    with pytest.raises(Refusal, match="文件夹"):
        open_word(tmp_path)
