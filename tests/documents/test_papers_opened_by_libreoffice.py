"""A printed paper is a Word document that an office program opens, on one A4 page, with every word of it."""

import shutil
import subprocess
from datetime import date

import pytest

from taizhang.documents.files import save_word
from taizhang.documents.printing import print_paper
from taizhang.lines.housing.tests.records import approval, saved

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")),
        reason="LibreOffice or the PDF tools are not installed here",
    ),
]


def printed(folder, name, record):
    """The text of a paper's pages as LibreOffice prints them, without the spaces it sets."""
    path = folder / "文书.docx"
    save_word(print_paper(name, record, date(2018, 3, 9)), path)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    told = subprocess.run(
        ["pdftotext", "-layout", path.with_suffix(".pdf"), "-"], capture_output=True, check=True
    )
    return ["".join(page.split()) for page in told.stdout.decode().rstrip("\f").split("\f")]


def test_a_form_fits_its_page_and_says_everything(office, tmp_path):
    [page] = printed(tmp_path, "housing.permit", saved(approval(note="沿渠一侧退让5米")))
    for words in ("乡村建设规划许可证数据表", "430682195306281002", "120.00", "沿渠一侧退让5米"):
        assert words in page


def test_a_notice_fits_its_page_and_hides_the_number(office, tmp_path):
    [page] = printed(tmp_path, "housing.approval_notice", saved(approval()))
    assert "430682********1002" in page
    assert "撤下日期" in page
