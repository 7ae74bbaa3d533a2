"""Workbooks as another program leaves them: the old .xls, and our own files opened and saved elsewhere."""

import shutil
import subprocess

import pytest

from taizhang.ledgers.excel.exporting import export_workbook
from taizhang.ledgers.excel.importing import import_workbook
from taizhang.lines.hollow_houses.models import HollowHouse
from tests.ledgers.excel.sheets import house, houses, write

OFFICE = shutil.which("localc")
pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="没有安装 LibreOffice Calc（localc）"),
]


def saved_as(path, kind):
    """The workbook opened by LibreOffice and saved as another kind."""
    folder = path.parent / kind
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", folder, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{kind}"


def test_an_old_xls_imports_and_says_what_cannot_be_seen_in_it(office, tmp_path):
    book = saved_as(write(tmp_path / "a.xlsx", [*houses(3), house(4, 摸底日期="2018.1.8")]), "xls")
    result = import_workbook(HollowHouse, book)
    assert (result.new, result.wrong) == (3, 1)
    assert "旧格式的 .xls 看不出隐藏行" in result.notes[0]


def test_an_export_that_was_opened_and_saved_imports_as_the_same(office, tmp_path):
    import_workbook(HollowHouse, write(tmp_path / "a.xlsx", houses(5)))
    export_workbook(HollowHouse, tmp_path / "b.xlsx")
    assert import_workbook(HollowHouse, saved_as(tmp_path / "b.xlsx", "xlsx")).same == 5
