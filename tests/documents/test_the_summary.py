"""The whole summary: the lines' paragraphs in the office's frame, the annexes, and what is missing."""

import pytest
from django.apps import apps
from django.conf import settings

from taizhang.core.finding import Refusal
from taizhang.documents.model import AnnexTitle, AttachmentNote, Note, Paragraph, Table, plain
from taizhang.documents.summary import compile_summary
from taizhang.people.models import VILLAGE
from tests import cast
from tests.documents.books import CUTOFF, DEMOLISHED, FLOOR_AREA, SITES, Books, answers, demolitions


def texts(compiled):
    """Every line of text of the document above its annexes."""
    shown = []
    for block in compiled.document.blocks:
        if isinstance(block, AttachmentNote):
            return shown
        lead = plain(block.lead) if isinstance(block, Paragraph) else ""
        shown.append(lead + plain(block.runs))
    return shown


def tables(compiled):
    return [block for block in compiled.document.blocks if isinstance(block, Table)]


def rows(table):
    """The words of a table, a list for each row; the paragraphs of a cell are joined by a slash."""
    return [["/".join(plain(runs) for runs in cell) for cell in row] for row in table.rows]


def indicator_rows(compiled):
    return {row[0]: row for row in rows(tables(compiled)[0])}


def test_the_product_s_own_wording_makes_a_summary(closed):
    said = texts(compile_summary(closed, CUTOFF))
    assert said[0] == "黄盖镇2018年一季度工作总结"
    assert "2018年3月26日" in said
    assert "一、工作成效" in said
    assert said[-1] == "数据截至2018年3月26日，封存号7F3A-92C1（第1次封存）"
    assert any("83栋" in line for line in said)


@pytest.mark.parametrize(("numbering", "sign"), [("office", "1、"), ("standard", "（一）")])
def test_it_is_numbered_as_asked(closed, numbering, sign):
    assert any(line.startswith(sign) for line in texts(compile_summary(closed, CUTOFF, numbering)))


def test_lines_come_in_their_declared_order(template, closed, monkeypatch):
    template("summary.md", '# 成效\n{{ paragraphs("summary") }}')
    three = ("land", "hollow_houses", "housing")
    monkeypatch.setattr(settings, "LINES", [f"taizhang.lines.{label}" for label in three])
    for order, label in enumerate(three):
        template(f"{label}/summary.md", f"## {label}\n有。")
        monkeypatch.setattr(apps.get_app_config(label), "summary_order", order, raising=False)
    said = texts(compile_summary(closed, CUTOFF))
    assert said[1:] == ["1、land。有。", "2、hollow_houses。有。", "3、housing。有。"]


def test_the_office_s_wording_wins(template, closed):
    template(
        "hollow_houses/summary.md", "## 拆旧\n本季拆了{{ figure('hollow_houses.demolished') }}。"
    )
    said = "".join(texts(compile_summary(closed, CUTOFF)))
    assert "拆旧。本季拆了83栋。" in said
    assert "整治空心房" not in said


def test_another_part_needs_only_its_files_and_a_line_in_the_frame(template, closed):
    template("summary.md", '# 存在问题\n{{ paragraphs("problems") }}')
    template("land/problems.md", "## 指标\n不足。")
    assert texts(compile_summary(closed, CUTOFF)) == ["一、存在问题", "1、指标。不足。"]


def test_a_wrong_line_is_refused_by_its_own_name(template, closed):
    template("land/summary.md", "一\n{{ nonsense }}")
    with pytest.raises(Refusal, match=r"^模板land/summary.md第2行：没有“nonsense”这个词"):
        compile_summary(closed, CUTOFF)


def test_the_annex_says_value_unit_definition_and_records_of_every_indicator(closed):
    found = indicator_rows(compile_summary(closed, CUTOFF))
    assert len(found) == len(closed.source.definitions)
    _, value, unit, meaning, records, silent = found["拆除空心房"]
    assert (value, unit, records, silent) == ("83", "栋", "83", "无")
    assert closed.source.definitions[DEMOLISHED].definition in meaning


def test_a_derived_figure_shows_its_inputs(closed):
    meaning = indicator_rows(compile_summary(closed, CUTOFF))["栋均建筑面积"][3]
    assert meaning.endswith("/算式：拆除建筑面积9835.5㎡ ÷ 拆除空心房83栋")


def test_a_ratio_counts_the_records_of_both_its_inputs(closed):
    assert indicator_rows(compile_summary(closed, CUTOFF))["栋均建筑面积"][4] == "83 / 83"


def test_a_net_figure_shows_what_it_is_the_difference_of():
    entries = [
        ("land.net_farmland", cast.GUANGPING, "2018-02-01", "300"),
        ("land.net_farmland", cast.TOWN, "2018-03-01", "-120"),
        ("land.reclaimed", cast.GUANGPING, "2018-02-01", "300"),
        ("land.quota_used", cast.TOWN, "2018-03-01", "120"),
    ]
    row = indicator_rows(compile_summary(answers(Books(entries)), CUTOFF))["净增耕地（按实际用地）"]
    assert row[1] == "180"
    assert row[3].endswith("算式：增减挂钩复垦土地300亩 － 已使用指标120亩")


def test_a_stock_that_grew_shows_what_came_in_and_went_out():
    entries = [(SITES, cast.SITE, day, "1") for day in ("2017-06-01", "2018-02-01", "2018-03-01")]
    row = indicator_rows(compile_summary(answers(Books(entries)), CUTOFF))["集中建房点"]
    assert row[1] == "3"
    assert row[3].endswith("算式：期初1个 ＋ 本期增2个 － 本期减0个")


def test_the_villages_of_a_table_sum_to_the_town(closed):
    table = next(one for one in tables(compile_summary(closed, CUTOFF))[1:])
    found = {row[0]: row[1:] for row in rows(table)}
    heads = [column.head for column in table.columns]
    assert heads[1:3] == ["拆除空心房（栋）", "拆除建筑面积（㎡）"]
    assert found["广坪村"][0] == "50"
    assert found["团山社区"][0] == "0"
    assert found["合计"][0] == str(
        sum(int(row[0]) for place, row in found.items() if place != "合计")
    )


def test_many_columns_are_spread_over_tables_of_about_equal_width():
    known = answers(Books([])).source.definitions
    kept = [
        name
        for name, one in known.items()
        if name.startswith("housing.")
        and one.kind == "additive"
        and set(one.ledgers.values()) == {VILLAGE}
    ]
    entries = [
        (name, place, "2018-01-05", "1") for name in kept for place in (cast.GUANGPING, cast.HEXING)
    ]
    widths = [
        len(table.columns) - 1
        for table in tables(compile_summary(answers(Books(entries)), CUTOFF))[1:]
    ]
    assert sum(widths) == len(kept)
    assert max(widths) <= 6
    assert max(widths) - min(widths) <= 1


def test_what_the_town_keeps_itself_is_a_row_of_its_own():
    entries = [
        *demolitions(cast.GUANGPING, 2),
        *demolitions(cast.HEXING, 1),
        *demolitions(cast.TOWN, 4),
    ]
    table = tables(compile_summary(answers(Books(entries)), CUTOFF))[1]
    found = {row[0]: row[1] for row in rows(table)}
    assert (found["黄盖镇本级"], found["合计"]) == ("4", "7")


def test_the_attachments_are_named_below_the_text(closed):
    blocks = compile_summary(closed, CUTOFF).document.blocks
    note = next(one for one in blocks if isinstance(one, AttachmentNote))
    assert note.titles == ("指标附表", "分村（社区）情况表")
    annexes = [one for one in blocks if isinstance(one, AnnexTitle)]
    assert [(one.label, one.title) for one in annexes] == [
        ("附件1", "指标附表"),
        ("附件2", "分村（社区）情况表"),
    ]


@pytest.fixture
def incomplete():
    """合兴村 has not reported."""
    entries = demolitions(cast.GUANGPING, 50)
    return answers(Books(entries, silent=[cast.HEXING]))


def test_a_village_that_has_not_reported_is_named(template, incomplete):
    template(
        "summary.md", '拆除{{ figure("hollow_houses.demolished") }}。\n\n> 数据截至{{ cutoff }}'
    )
    compiled = compile_summary(incomplete, CUTOFF)
    assert texts(compiled) == [
        "拆除50栋。",
        "缺报情况：拆除空心房（未报单位：合兴村）。补报后数字会相应调整。",
        "数据截至2018年3月26日",
    ]
    assert compiled.remarks == ("“拆除空心房”缺报，未报单位：合兴村；文中数字不含未报单位。",)
    assert isinstance(compiled.document.blocks[2], Note)
    assert indicator_rows(compiled)["拆除空心房"][5] == "合兴村"


def test_a_missing_figure_is_a_gap_in_the_text_in_the_table_and_in_the_remarks(
    template, incomplete
):
    name = "hollow_houses.demolished"
    template("summary.md", f'拆除{{{{ figure("{name}", place="{cast.HEXING}") }}}}。')
    compiled = compile_summary(incomplete, CUTOFF)
    assert texts(compiled)[0] == "拆除〔缺：拆除空心房〕。"
    assert "文中以“〔缺：拆除空心房〕”标出" in compiled.remarks[0]


def test_an_indicator_younger_than_the_snapshot_is_a_gap(template, closed):
    template("summary.md", '面积{{ figure("hollow_houses.floor_area") }}。')
    definitions = dict(closed.source.definitions)
    for name in (FLOOR_AREA, "hollow_houses.floor_area_per_house"):
        del definitions[name]
    closed.source.definitions = definitions
    compiled = compile_summary(closed, CUTOFF)
    assert texts(compiled)[0] == "面积〔缺：拆除建筑面积〕。"
    assert "封存时还没有这个指标" in compiled.remarks[0]


def test_an_expired_sentence_is_among_the_remarks(template, closed):
    template("summary.md", '{% call until("2018-03-20") %}两会正在召开。{% endcall %}春耕开始。')
    compiled = compile_summary(closed, CUTOFF)
    assert texts(compiled) == ["春耕开始。"]
    assert "已略去" in compiled.remarks[0]
