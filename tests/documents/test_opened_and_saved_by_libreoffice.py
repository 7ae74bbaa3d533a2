"""A document that LibreOffice opened and saved still says where each of its figures comes from."""

import shutil
import subprocess
from pathlib import Path

import pytest

from taizhang.documents.files import open_word, save_word
from taizhang.documents.reading import read_document
from taizhang.documents.refreshing import refresh
from taizhang.documents.verifying import verify

OFFICE = shutil.which("soffice")
LIMIT = 120  # seconds that LibreOffice may take to start and convert

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="没有安装 LibreOffice（soffice）"),
]


def saved_as(path: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice writes it, with a profile of its own so that no other one disturbs it."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=LIMIT)
    return folder / f"{path.stem}.{kind}"


@pytest.fixture(scope="module")
def by_libreoffice(tmp_path_factory):
    """Documents once converted are kept: LibreOffice takes seconds to start."""
    done: dict[bytes, bytes] = {}

    def convert(path: Path, kind: str = "docx") -> Path:
        folder = tmp_path_factory.mktemp("libreoffice")
        key = kind.encode() + path.read_bytes()
        if key not in done:
            done[key] = saved_as(path, kind, folder).read_bytes()
        target = folder / f"saved.{kind}"
        target.write_bytes(done[key])
        return target

    return convert


@pytest.fixture
def paper(summary, by_libreoffice):
    return open_word(by_libreoffice(summary))


def test_it_still_verifies_in_every_figure(paper, summary, known):
    before = read_document(open_word(summary)).figures
    outcomes = verify(paper, known)
    assert len(outcomes) == len(before)
    assert {one.verdict for one in outcomes} == {"agrees"}


def test_every_bookmark_is_still_around_its_figure(paper, summary):
    before = [(one.name, one.text) for one in read_document(open_word(summary)).figures]
    assert [(one.name, one.text) for one in read_document(paper).figures] == before


def test_an_altered_number_is_found(paper, known):
    next(one for one in read_document(paper).figures if one.text == "83栋").say("93栋")
    assert [str(one) for one in verify(paper, known) if one.is_wrong] == [
        "拆除空心房（黄盖镇，2018年一季度）：写的是“93栋”，应为“83栋”。"
    ]


def test_it_can_be_refreshed(paper, known, later):
    refresh(paper, known, later)
    assert {one.verdict for one in verify(paper, known)} == {"agrees"}


def test_the_way_through_odt_loses_nothing(summary, by_libreoffice, known):
    odt = by_libreoffice(summary, "odt")
    outcomes = verify(open_word(by_libreoffice(odt)), known)
    assert {one.verdict for one in outcomes} == {"agrees"}


def test_a_refreshed_document_opens_again(summary, by_libreoffice, known, later, tmp_path):
    document = open_word(summary)
    refresh(document, known, later)
    save_word(document, tmp_path / "refreshed.docx")
    again = open_word(by_libreoffice(tmp_path / "refreshed.docx"))
    assert {one.verdict for one in verify(again, known)} == {"agrees"}
