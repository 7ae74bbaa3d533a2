"""A form is filled from a closed period, its own formulas are worked out again, and differences are told."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.core.finding import Refusal
from taizhang.documents.forms.comparing import same
from tests import cast
from tests.documents.books import Books, answers, demolitions, first_quarter
from tests.documents.forms.sheets import MAPPING, VILLAGES, cells, filled, make_form


@pytest.fixture
def form(tmp_path):
    return make_form(tmp_path / "季报.xlsx")


def test_each_village_is_found_by_the_name_that_the_form_has_printed(form, closed):
    told = cells(filled(form, closed).content)
    assert [told[f"A{row}"] for row in range(5, 9)] == list(VILLAGES)
    assert [told[f"B{row}"] for row in range(5, 9)] == [0, 0, 50, 33]
    assert [told[f"C{row}"] for row in range(5, 9)] == [0, 0, 12, 0]
    assert told["D7"] == 5925


def test_facts_of_the_snapshot_stand_where_the_mapping_wants_them(form, closed):
    told = cells(filled(form, closed).content)
    assert told["B2"] == "黄盖镇"
    assert told["D2"].date() == date(2018, 3, 26)


def test_formulas_have_their_results_written_beside_them(form, closed):
    told = cells(filled(form, closed).content)
    assert (told["B9"], told["C9"], told["E7"]) == (83, 12, 118.5)


def test_a_form_whose_totals_agree_has_no_differences(form, closed):
    assert filled(form, closed).differences == []


def test_a_formula_that_leaves_a_village_out_is_told_with_both_numbers(tmp_path, closed):
    form = make_form(tmp_path / "季报.xlsx", B9="=SUM(B5:B7)")
    [one] = filled(form, closed).differences
    assert str(one) == (
        "季报!B9 =SUM(B5:B7) 得50，台账的黄盖镇2018年一季度拆除空心房是83；相差33。"
    )


def test_what_is_kept_at_the_town_itself_is_named_as_the_reason(form):
    source = answers(Books([*first_quarter(), *demolitions(cast.TOWN, 2)]))
    [one] = filled(form, source).differences
    assert "相差2，正好是黄盖镇本级的，不在各村行里" in str(one)


def test_a_village_that_did_not_report_stays_empty_and_is_no_zero(form):
    source = answers(Books(first_quarter(), silent=[cast.TUANSHAN]))
    made = filled(form, source)
    assert "B6" not in cells(made.content)
    assert any("团山社区2018年一季度拆除空心房缺报" in remark for remark in made.remarks)


WORDS = {
    "拆除空心房": 83,
    "hollow_houses.demolished": 83,
    "拆除空心房，上年同期": 12,
    "拆除空心房，广坪村": 50,
    "拆除空心房, 广坪村, 上年同期": 12,
    "拆除空心房，期末数": 95,
    "拆除空心房，期初数": 12,
    "拆除空心房，增加数": 83,
    "拆除空心房，减少数": 0,
    "拆除空心房，记录数": 83,
    "拆除空心房，2017Q1": 12,
    "拆除空心房，上年末，期末数": 12,
    "拆除空心房，累计": 83,
    "拆除建筑面积": 9835.5,
    "拆除建筑面积，亩": 14.75,
    "拆除建筑面积，亩，保留4位": 14.7533,
    "拆除建筑面积，保留0位": 9836,
    "写：无": "无",
    "年": 2018,
    "封存号": "7F3A-92C1",
    "填报日期": "2018年3月26日",
}


@pytest.mark.parametrize("words", WORDS)
def test_a_clerks_words_mean_a_figure(form, closed, words):
    made = filled(form, closed, f'[填]\nB2 = "{words}"')
    assert cells(made.content)["B2"] == WORDS[words]


WRONG = {
    "拆除空心屋": "没有叫“拆除空心屋”的指标，相近的有“拆除空心房",
    "拆除空心房，去年": "“去年”既不是地区，也不是别的词",
    "拆除空心房，上期，上年同期": "说的是同一件事",
    "拆除空心房，万元": "栋不能换算成万元",
    "拆除空心房，其中：没有的": "没有“没有的”这一类",
}


@pytest.mark.parametrize("words", WRONG)
def test_words_that_nobody_knows_are_refused_with_what_is_near(form, closed, words):
    with pytest.raises(Refusal, match=WRONG[words]):
        filled(form, closed, f'[填]\nB2 = "{words}"')


def test_an_unknown_village_on_the_form_is_refused(tmp_path, closed):
    form = make_form(tmp_path / "季报.xlsx", villages=("团山社区", "天鹅村", "广坪村", "合兴村"))
    with pytest.raises(Refusal, match="第6行印着“天鹅村”"):
        filled(form, closed)


def test_a_village_without_a_row_is_refused(tmp_path, closed):
    form = make_form(tmp_path / "季报.xlsx", villages=("团山社区", "广坪村", "合兴村"))
    with pytest.raises(Refusal, match="没有黄盖湖村的行"):
        filled(form, closed)


def test_more_villages_than_rows_are_refused_with_what_to_do(form, closed):
    text = MAPPING.replace('村名在 = "A"', 'A = "村名"').replace('"5-8"', '"5-7"')
    with pytest.raises(Refusal, match=r"只有3行，要填4个村（社区），什么都没有填。.*插入1行"):
        filled(form, closed, text)


def test_villages_may_be_written_by_the_form_in_the_order_of_their_codes(tmp_path, closed):
    form = make_form(tmp_path / "季报.xlsx", villages=("", "", "", ""))
    text = "锁定格也填 = true\n" + MAPPING.replace('村名在 = "A"', 'A = "村名"')
    told = cells(filled(form, closed, text).content)
    assert [told[f"A{row}"] for row in range(5, 9)] == ["团山社区", "广坪村", "合兴村", "黄盖湖村"]
    assert told["B6"] == 50


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (Decimal("0.3"), Decimal("0.30000000000000004"), True),
        (Decimal("199800"), Decimal("199800.0001"), False),
        (Decimal(0), None, False),
        (None, None, True),
    ],
)
def test_binary_noise_is_no_difference_and_the_fourth_decimal_is(one, other, equal):
    assert same(one, other) is equal
