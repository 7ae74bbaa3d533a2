"""A list for others to work with: the columns it is declared with, as text where Excel would spoil them."""

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from taizhang.core.finding import Refusal
from taizhang.documents import list_files
from taizhang.documents.list_files import ListFile, named_list_file, write_list, wrong_lists
from taizhang.lines.housing.models import Allocation, Site
from taizhang.lines.housing.tests.records import (
    allocation,
    building,
    phase,
    saved,
    site,
    unit,
)

TODAY = date(2018, 3, 9)
MOVING = ListFile(
    "入住通知名单",
    Site,
    Allocation,
    lambda record, day: Allocation.objects.filter(unit__building__site=record),
    columns={
        "户主": "户主姓名",
        "身份证": "户主身份证号",
        "点": "套房.楼栋.集中建房点",
        "点名": "套房.楼栋.集中建房点.名称",
        "方式": "分房方式",
        "日期": "分房日期",
        "面积": "套房.建筑面积",
        "村": "村社区",
    },
    total="家庭人口",
)


@pytest.fixture
def here(office):
    """A site with one household."""
    record = saved(site())
    home = saved(unit(saved(building(saved(phase(record))))))
    saved(allocation(home))
    return record


def test_columns_are_what_the_words_lead_to(here, tmp_path):
    book = tmp_path / "名单.xlsx"
    assert write_list(MOVING, here, book, TODAY) == 1
    opened = load_workbook(book)
    head, row = opened.worksheets[0].iter_rows()
    told = {title.value: cell.value for title, cell in zip(head, row, strict=True)}
    assert told | {"日期": None} == {
        "户主": "贾新居",
        "身份证": "430682195306281002",
        "点": "GP",
        "点名": "广坪集中建房点",
        "方式": "抽签",
        "日期": None,
        "面积": 168.2,
        "村": "广坪集中建房点",
    }
    formats = {title.value: cell.number_format for title, cell in zip(head, row, strict=True)}
    assert (formats["身份证"], formats["日期"], formats["面积"]) == ("@", "yyyy-mm-dd", "0.00")
    totals = dict(zip(*opened["合计"].iter_rows(values_only=True), strict=True))
    assert (totals["笔数"], totals["合计家庭人口"], totals["集中建房点"]) == (1, 4, "GP")


def test_nothing_to_list_is_no_file(office, tmp_path):
    with pytest.raises(Refusal, match="没有要列进《入住通知名单》的"):
        write_list(MOVING, saved(site()), tmp_path / "名单.xlsx", TODAY)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"columns": {"户主": "户主名"}}, "没有“户主名”这个词，相近的有“户主姓名”"),
        ({"columns": {"点": "套房.楼号"}}, "没有“楼号”这个词"),
        ({"total": "人口"}, "没有“人口”这个词"),
    ],
)
def test_a_word_that_does_not_exist_is_found_before_anything_runs(monkeypatch, changes, said):
    declared = {"housing.moving": replace(MOVING, **changes)}
    monkeypatch.setattr(list_files, "declarations", lambda module, kind: declared)
    [sentence] = wrong_lists()
    assert "housing.moving" in sentence
    assert said in sentence


def test_a_wrong_name_gets_the_nearest():
    assert named_list_file("housing.award_bank_file").title == "奖补资金银行代发清单"
    with pytest.raises(Refusal, match="相近的有奖补资金银行代发清单"):
        named_list_file("银行代发清单")
