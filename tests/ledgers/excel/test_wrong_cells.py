"""Each wrong cell is named by row, column and kind of mistake; nothing is converted in silence or guessed."""

import datetime

import pytest
from openpyxl import load_workbook

from taizhang.ledgers.excel.importing import import_workbook
from taizhang.lines.hollow_houses.models import HollowHouse
from tests.ledgers.excel.sheets import HEADS, history, house, houses, id_number, write

WRONG_CHECK_DIGIT = id_number(1)[:-1] + ("0" if id_number(1)[-1] != "0" else "1")

CASES = [
    # column, cell, what the sentence says
    ("编号", None, "没有填，这一栏必填"),
    ("编号", "字" * 41, "有 41 个字，这一栏最多 40 个"),
    ("编号", datetime.date(2018, 3, 5), "Excel 会把“3-5”之类自动变成日期"),
    ("编号", True, "是逻辑值 TRUE"),
    ("户主姓名", "  ", "没有填，这一栏必填"),
    ("户主身份证号", 430682199001010017, "是数字 4.3068E+17，第 15 位以后已经丢了"),
    ("户主身份证号", "4.3068E+17", "是数字 4.3068E+17，第 15 位以后已经丢了"),
    ("户主身份证号", WRONG_CHECK_DIGIT, "校验位不对"),
    ("户主身份证号", "430682900101001", "是 15 位旧号码"),
    ("户主身份证号", "430682********0017", "是打了星号的身份证号"),
    ("类别", "空置", "“空置”不在可选项里，是不是“闲置”？可填：一户多宅、闲置"),
    ("结构", 3, "“3”不在可选项里；可填：砖混、砖木"),
    ("层数", 1.5, "这一栏只填整数"),
    ("层数", "2层", "“2层”带了单位，请只填数字 2"),
    ("层数", 123456, "数字 123456 太大了"),
    ("建筑面积", "118.4㎡", "“118.4㎡”带了单位，请只填数字 118.4"),
    ("建筑面积", "0.2亩", "“0.2亩”的单位是亩，这一栏的单位是㎡，请核对后填 133.33"),
    ("建筑面积", "0.3万", "“0.3万”是文字，请改成数字 3000"),
    ("建筑面积", "１１８", "“１１８”是全角数字，请改成半角的 118"),
    ("建筑面积", "1,180", "“1,180”是文字，请改成数字 1180"),
    ("建筑面积", "118.4", "“118.4”是文字不是数字，Excel 求和会漏掉它"),
    ("建筑面积", "约一百", "“约一百”不是数字"),
    ("建筑面积", 118.405, "数字 118.405 的小数太多，这一栏最多 2 位小数"),
    ("建筑面积", 1e15, "太大了"),
    ("建筑面积", True, "是 TRUE，不是数字"),
    ("建筑面积", datetime.date(2018, 3, 5), "是 2018-03-05，不是数字"),
    ("建筑面积", -3, "要大于 0"),
    ("摸底日期", "2018.3.5", "“2018.3.5”是文字，请改成日期 2018-03-05 并设为日期格式"),
    ("摸底日期", "2018年3月5日", "请改成日期 2018-03-05"),
    ("摸底日期", "２０１８－３－５", "请改成日期 2018-03-05"),
    ("摸底日期", "20180305", "请改成日期 2018-03-05"),
    ("摸底日期", 20180305, "“20180305”是数字，请改成日期 2018-03-05"),
    ("摸底日期", "2018-02-30", "“2018-02-30”没有这一天"),
    ("摸底日期", "2018年2月", "只有年月，请填完整的年月日"),
    ("摸底日期", "春节后", "“春节后”不是日期"),
    ("摸底日期", 43164, "是数字 43164，不是日期，也许是 2018-03-05"),
    ("摸底日期", 2018, "是数字 2018，不是日期"),
    ("摸底日期", datetime.date(1905, 7, 10), "多半是只填了年份 2018"),
    (
        "摸底日期",
        datetime.datetime(2018, 3, 5, 10, 30),  # noqa: DTZ001 - Excel knows no zones
        "带了时刻（2018-03-05 10:30）",
    ),
    ("摸底日期", None, "没有填，这一栏必填"),
    ("村（社区）", "广平村", "没有“广平村”这个地方，是不是“广坪村”"),
    ("村（社区）", "天涯海角", "没有“天涯海角”这个地方，请核对名称或地区代码"),
    ("村（社区）", "旧河村", "“旧河村”已于 2016-06-01 并入黄盖湖村，请改填“黄盖湖村”"),
    ("村（社区）", "同心村", "“同心村”不在您的填报范围内"),
    ("备注", "长" * 501, "最多 500 个"),
]


@pytest.mark.parametrize(
    ("column", "value", "says"), CASES, ids=[f"{c}-{v!s:.12}" for c, v, _ in CASES]
)
def test_a_wrong_cell_is_named_and_nothing_is_written(office, tmp_path, column, value, says):
    changed = {"村（社区）": value} if column == "村（社区）" else {column: value}
    rows = [house(1), house(2, **changed), house(3)]
    result = import_workbook(HollowHouse, write(tmp_path / "空心房.xlsx", rows))
    (problem,) = result.problems.kept
    assert says in problem.message
    assert problem.where == f"工作表“空心房”第 3 行 {problem.cell}“{column}”"
    letter = "ABCDEFGHIJKLMNO"[
        [head.partition("（")[0] for head in HEADS].index(column.partition("（")[0])
    ]
    assert problem.cell == f"{letter}3"
    assert not result.written
    assert not HollowHouse.objects.exists()
    assert not history().exists()


def test_a_cell_that_shows_an_error_value(office, tmp_path):
    book = write(tmp_path / "空心房.xlsx", houses(2))
    opened = load_workbook(book)
    opened.active["H3"] = "#N/A"
    opened.save(book)
    (problem,) = import_workbook(HollowHouse, book).problems.kept
    assert problem.cell == "H3"
    assert "公式算出了错误值" in problem.message


def test_a_formula_that_was_never_calculated(office, tmp_path):
    book = write(tmp_path / "空心房.xlsx", [house(1), house(2, 建筑面积="=100+20")])
    (problem,) = import_workbook(HollowHouse, book).problems.kept
    assert problem.cell == "H3"
    assert "公式还没有算出结果" in problem.message


def test_a_number_that_stands_in_two_rows_names_both(office, tmp_path):
    rows = [house(1), house(2), house(3, 编号="KX-0001")]
    result = import_workbook(HollowHouse, write(tmp_path / "空心房.xlsx", rows))
    first, second = result.problems.in_order()
    assert (first.row, first.message) == (2, "编号“KX-0001”与第 4 行重复。")
    assert second.row == 4
    assert "与第 2 行重复" in second.message


def test_contents_under_no_head(office, tmp_path):
    book = write(tmp_path / "空心房.xlsx", houses(3), heads=["编号", None, *HEADS[1:]])
    opened = load_workbook(book)
    opened.active["B3"] = "补测"
    opened.save(book)
    (problem,) = import_workbook(HollowHouse, book).problems.kept
    assert problem.cell == "B3"
    assert "没有栏名却有内容" in problem.message


def test_a_line_of_totals_is_one_problem_not_ten(office, tmp_path):
    total = {**dict.fromkeys(HEADS), "编号": "合 计", "建筑面积（㎡）": 300}
    result = import_workbook(HollowHouse, write(tmp_path / "空心房.xlsx", [*houses(3), total]))
    (problem,) = result.problems.kept
    assert problem.row == 5
    assert "像是合计行" in problem.message


def test_every_wrong_cell_is_told_in_one_go_and_counted_by_kind(office, tmp_path):
    rows = [house(n, 摸底日期="2018.1.8", 类别="空") for n in range(1, 41)]
    result = import_workbook(HollowHouse, write(tmp_path / "空心房.xlsx", rows))
    assert result.problems.total == 80
    assert result.wrong == 40
    assert result.problems.kinds == {"日期写成了文字": 40, "不在可选项里": 40}
