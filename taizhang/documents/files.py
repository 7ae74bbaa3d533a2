"""Opening and saving Word files: whatever is wrong with one is said in one sentence."""

import os
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from lxml.etree import XMLSyntaxError

from taizhang.core.finding import Refusal

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LARGEST = 300 << 20  # bytes
MACROS = "vbaProject.bin"
MAIN_PART = "word/document.xml"
EARLIEST = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # zip knows no earlier day; a fixed one makes equal documents equal files


def open_word(path: Path) -> WordDocument:
    """Open a .docx; a refusal says what the file is instead."""
    content = _content(path)
    if content.startswith(OLD_OFFICE):
        raise Refusal(_old_office(path, content))
    try:
        check_archive(path, content)
        return docx.Document(BytesIO(content))
    except ValueError as trouble:  # another main part: a template, or a document with macros
        raise Refusal(
            f"文件{path.name}不是普通的Word文档（可能带宏），请另存为.docx后再试。"
        ) from trouble
    except (zipfile.BadZipFile, XMLSyntaxError, KeyError, EOFError, NotImplementedError) as trouble:
        raise Refusal(_broken(path, content)) from trouble


def check_archive(path: Path, content: bytes) -> None:
    """Refuse an archive that is damaged, is no document, or would unpack to more than memory holds."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        if sum(one.file_size for one in archive.infolist()) > LARGEST:
            raise Refusal(f"文件{path.name}解开后太大，不像一份文稿，请核对。")
        damaged = archive.testzip()
        names = archive.namelist()
    if any(name.endswith(MACROS) for name in names):
        raise Refusal(f"文件{path.name}带宏，不能用，请在Word或WPS里另存为不带宏的.docx。")
    if damaged:
        raise Refusal(f"文件{path.name}已损坏（{damaged}读不出来），请重新取得这份文件。")
    if MAIN_PART not in names:
        raise Refusal(f"文件{path.name}不是Word文档，请选.docx文件。")


def save_word(document: WordDocument, path: Path) -> None:
    """Write the document whole or not at all; the same document gives the same bytes."""
    content = word_bytes(document)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".docx")
    except OSError as trouble:
        raise Refusal(
            f"不能在{path.parent}里写文件，请换一个位置，或检查这个文件夹的权限。"
        ) from trouble
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, 0o644)
        os.replace(draft, path)
    except OSError as trouble:
        os.unlink(draft)
        raise Refusal(
            f"文件{path}没有写成，请关闭正打开它的程序、检查磁盘空间后再试。"
        ) from trouble


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal(f"没有找到文件{path}，请核对文件名和位置。") from None
    except IsADirectoryError:
        raise Refusal(f"{path}是一个文件夹，请写明其中的.docx文件。") from None
    except OSError as trouble:
        raise Refusal(f"文件{path}打不开，请检查它的权限。") from trouble


def _old_office(path: Path, content: bytes) -> str:
    if ENCRYPTED in content:
        return f"文件{path.name}设有打开密码，请在Word里去掉密码、另存后再试。"
    return f"文件{path.name}是旧版格式，请在Word或WPS里另存为.docx后再试。"


def _broken(path: Path, content: bytes) -> str:
    if content.startswith(b"PK"):
        return f"文件{path.name}已损坏，打不开，请重新取得这份文件。"
    return f"文件{path.name}不是Word文档，请选.docx文件。"


def word_bytes(document: WordDocument) -> bytes:
    """The file that a document is; the same document gives the same bytes."""
    draft, final = BytesIO(), BytesIO()
    document.save(draft)
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(final, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EARLIEST), old.read(name), zipfile.ZIP_DEFLATED)
    return final.getvalue()
