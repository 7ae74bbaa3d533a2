"""A filled form opens in an office program with its numbers, texts, dates and totals; without recalculating and with."""

import csv
import shutil
import subprocess

import pytest

from taizhang.documents.forms.filling import save
from tests.documents.forms.sheets import cells, filled, make_form

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here"),
]

UNICODE = ":Text - txt - csv (StarCalc):44,34,76"


@pytest.fixture
def converted(tmp_path, closed):
    """The filled form as LibreOffice saves it in another format."""
    made = filled(make_form(tmp_path / "季报.xlsx"), closed)
    save(made, tmp_path / "填好.xlsx")

    def convert(kind: str, how: str = ""):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        folder = tmp_path / kind
        command = ["soffice", profile, "--headless", "--convert-to", kind + how, "--outdir", folder]
        subprocess.run(
            [*command, tmp_path / "填好.xlsx"], check=True, capture_output=True, timeout=180
        )
        return folder / f"填好.{kind}"

    return convert


def test_the_values_that_the_sheet_shows(converted):
    rows = list(csv.reader(converted("csv", UNICODE).open(encoding="utf-8")))
    assert rows[6][:5] == ["广坪村", "50", "12", "5925", "118.5"]
    assert rows[8][:3] == ["合计", "83", "12"]
    assert rows[1][1] == "黄盖镇"
    assert rows[1][3] == "2018-03-26"


def test_what_the_office_program_saves_again_has_the_same_values(converted, tmp_path, closed):
    ours = cells((tmp_path / "填好.xlsx").read_bytes())
    theirs = cells(converted("xlsx").read_bytes())
    assert {cell: theirs.get(cell) for cell in ours if ours[cell] != ""} == {
        cell: value for cell, value in ours.items() if value != ""
    }
