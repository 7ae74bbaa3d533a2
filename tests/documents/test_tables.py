"""Lines between bars are a table: a list under its heads, or a form with room for a pen."""

import pytest

from taizhang.documents.markdown import pieces, quoted, rows_apart, unquoted
from taizhang.documents.marks import Marks
from taizhang.documents.model import Line, plain
from taizhang.documents.tables import table, width


def cells(row):
    """A row as text; the paragraphs of a cell on lines of their own, those on the right with an arrow."""
    return [
        "\n".join((">" if line.align == "right" else "") + plain(line.runs) for line in cell)
        for cell in row
    ]


def test_lines_that_follow_one_another_are_one_table_and_a_blank_line_ends_it():
    found = pieces("一\n| a | b |\n| c | d |\n\n| e |\n二")
    assert [(one.kind, one.text) for one in found] == [
        ("paragraph", "一"),
        ("table", "| a | b |\n| c | d |"),
        ("table", "| e |"),
        ("paragraph", "二"),
    ]


def test_the_first_line_is_the_head_only_with_dashes_below_it():
    form = table("| 户主 | 赵甲子 |\n| 住址 | 广坪 |", Marks())
    assert not form.headed
    assert [cells(row) for row in form.rows] == [["户主", "赵甲子"], ["住址", "广坪"]]
    list_ = table("| 姓名 | 金额 |\n|---|--:|\n| 赵甲子 | 30.00 |", Marks())
    assert [column.head for column in list_.columns] == ["姓名", "金额"]
    assert [line.align for cell in list_.rows[0] for line in cell] == ["center", "right"]


def test_the_last_cell_of_a_short_row_stays_short_and_blanks_are_room_for_a_pen():
    form = table(
        "| 户主 | 赵甲子 | 电话 | ＿＿＿＿＿＿ |\n| 意见 | <br><br> > （盖章）<br>> ＿＿年＿月 |",
        Marks(),
    )
    assert cells(form.rows[0]) == ["户主", "赵甲子", "电话", ""]
    assert cells(form.rows[1]) == ["意见", "\n\n>（盖章）\n>　　年　月"]
    assert all(isinstance(line, Line) for row in form.rows for cell in row for line in cell)


@pytest.mark.parametrize(
    ("rule", "shares"),
    [("|---|-------|", [3, 7]), ("|:--|------:|", [2, 6])],
)
def test_dashes_of_different_length_say_how_wide_the_columns_are(rule, shares):
    found = table(f"| 一 | 二 |\n{rule}\n| 三 | 四 |", Marks())
    assert [column.share for column in found.columns] == shares


def test_a_number_that_no_line_break_cuts_gets_its_width_before_long_text_does():
    long = "长" * 60
    found = table(f"| {long} | 430682195306281002 | {long} |", Marks())
    first, number, last = (column.share for column in found.columns)
    assert number >= width("430682195306281002")
    assert first == last


def test_a_value_goes_through_a_template_as_it_is():
    for value in ("# 一", "% 二", "- 三", "* 四", "> 五", "a|b", "一\n二", "普通"):
        quotes = quoted(value)
        assert "|" not in quotes
        assert "\n" not in quotes
        assert pieces(quotes)[0].kind == "paragraph"
        assert unquoted(quotes) == value


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("{% for a in b %}| {{ a }} |{% endfor %}", True),
        ("{% if a %}| 一 |{% else %}| 二 |{% endif %}", True),
        ("{%- for a in b -%} | {{ a|upper }} | {%- endfor -%}", True),
        ("| 项 |{% for a in b %} {{ a }} |{% endfor %}", False),  # cells of one row
        ("| {% if a %}有{% endif %} | 二 |", False),
        ("{% for a in b %}{{ a }}、{% endfor %}", False),
    ],
)
def test_a_row_in_a_block_on_one_line_ends_its_line(source, changed):
    assert ('{{ "\\n" }}' in rows_apart(source)) is changed
    assert rows_apart(source).count("\n") == source.count("\n")
