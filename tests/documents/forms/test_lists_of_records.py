"""Rows of a form that list records: from the snapshot's own files, never more than the acting post may see."""

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from taizhang.core.finding import Refusal
from taizhang.core.period import Period
from taizhang.documents.forms.mapping import Block
from taizhang.documents.forms.records import Listing
from taizhang.indicators.source import PlaceInfo
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.snapshots.contents import ledger_table
from tests import cast
from tests.snapshots.towns import house

PERIOD, CUTOFF = Period.parse("2018Q1"), date(2018, 3, 26)
PLACES = {code: PlaceInfo(code, name, kind) for code, name, kind in cast.PLACES}


@pytest.fixture
def houses(office):
    """Three houses in two villages, one demolished in the quarter, one after the cut-off."""
    rows = [
        house(cast.GUANGPING, "K-2", date(2018, 1, 5), demolished_on=date(2018, 3, 5)),
        house(cast.HEXING, "K-1", date(2018, 1, 4), demolished_on=date(2018, 3, 28)),
        house(cast.HEXING, "K-3", date(2018, 1, 6), id_number="430682195306281002"),
    ]
    return HollowHouse.objects.bulk_create(rows)


@pytest.fixture
def folder(houses, tmp_path):
    """A snapshot's folder with their ledger's file."""
    table = ledger_table(HollowHouse)
    rows = [{one.name: getattr(house, one.name) for one in table.columns} for house in houses]
    for row in rows:
        for name, value in row.items():
            row[name] = str(value) if isinstance(value, list) else value
    path = tmp_path / table.path
    path.parent.mkdir()
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), path)
    return tmp_path


def rows(folder, columns, **block):
    said = {"sheet": "表", "first": 2, "last": 9, "ledger": "空心房"} | block
    made = Block(columns=dict(enumerate(columns)), **said)
    return Listing(made, folder, PLACES, PERIOD, CUTOFF).rows()


def test_a_record_is_worded_as_the_ledger_words_it(folder):
    [first, *_] = rows(folder, ["序号", "编号", "村名", "摸底日期", "宅基地面积"], order="编号")
    assert first == [Decimal(1), "K-1", "合兴村", date(2018, 1, 4), Decimal("640.25")]


def test_choices_are_written_by_their_labels_and_numbers_of_persons_as_text(folder):
    told = rows(
        folder,
        ["编号", str(HollowHouse._meta.get_field("category").verbose_name), "户主身份证号"],
        order="编号",
    )
    assert told[2] == [
        "K-3",
        HollowHouse(category="idle").get_category_display(),
        "430682195306281002",
    ]


def test_only_the_records_of_the_period_up_to_the_cut_off(folder):
    assert rows(folder, ["编号"], only=("拆除日期，本期",)) == [["K-2"]]


@pytest.mark.parametrize(
    ("condition", "numbers"),
    [("拆除日期，空", ["K-3"]), ("拆除日期，不空", ["K-1", "K-2"]), ("编号，K-1", ["K-1"])],
)
def test_conditions_of_a_list(folder, condition, numbers):
    assert [one for [one] in rows(folder, ["编号"], only=(condition,), order="编号")] == numbers


WRONG = {
    "an unknown column": (["户主"], {}, "《空心房》没有“户主”这一栏"),
    "an unknown ledger": (["编号"], {"ledger": "没有的台账"}, "没有叫“没有的台账”的台账"),
    "a condition in two words": (["编号"], {"only": ("拆除日期",)}, "写成“栏名，值”"),
    "a ledger that is not in the snapshot": (
        ["编号"],
        {"ledger": "大堤"},
        "这次封存里没有《大堤》",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_list_is_refused(folder, case):
    columns, block, words = WRONG[case]
    with pytest.raises(Refusal, match=words):
        rows(folder, columns, **block)


def test_records_that_the_post_may_not_see_are_refused_not_left_out(folder, acting):
    acting("clerk")  # of 广坪村, which has one of the three
    with pytest.raises(Refusal, match="有2条您的岗位看不到"):
        rows(folder, ["编号"])
