"""Each rule of a household's award: a record that keeps it and one that breaks it. Nobody is paid twice."""

from collections.abc import Callable
from datetime import date

import pytest

from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import Award
from taizhang.lines.housing.tests.award_makers import (
    THIRD_CARD,
    THIRD_ID,
    accepted,
    by_area,
    by_building,
    moved_in,
    of_village,
    other_project,
    own_house,
    paid,
    spouse,
    struck_off,
    third,
)
from taizhang.lines.housing.tests.award_records import (
    FIRST_CARD,
    SECOND_CARD,
    Scene,
    award,
    batch,
    scene,
    standard,
)
from taizhang.lines.housing.tests.records import (
    FIRST_ID,
    saved,
)
from tests import cast
from tests.rule_cases import broken, declared_rules, message


@pytest.fixture
def town(office) -> Scene:
    """A list of two households in order."""
    return scene()


CASES: list[tuple[str, str, Callable[..., Record], dict[str, object], dict[str, object]]] = [
    ("奖补对应一处房屋", "error", third, {"allocation": None}, {}),
    (
        "同一处房屋不重复奖补",
        "error",
        third,
        {"home": "GP01-1"},
        {},
    ),
    ("同一身份证号不重复奖补", "error", third, {"id_number": FIRST_ID}, {"id_number": THIRD_ID}),
    (
        "同名同账号不重复奖补",
        "error",
        third,
        {"householder": "赵　甲·子", "account": FIRST_CARD},
        {"householder": "赵　甲·子"},
    ),
    ("同名的要核实", "ask", third, {"householder": "赵 甲子"}, {"householder": "赵甲丑"}),
    (
        "一个账号收几户的要核实",
        "ask",
        third,
        {"account": SECOND_CARD},
        {"account": THIRD_CARD},
    ),
    ("一户几人领的要核实", "ask", spouse, {}, {"id_number": "430682195001011239"}),
    (
        "一处房屋领几项的要核实",
        "ask",
        lambda town, of: other_project(town, of(town)),
        {"of": lambda town: town.homes[0]},
        {"of": lambda town: third(town).allocation},
    ),
    (
        "奖补对象是房屋的户主",
        "ask",
        third,
        {"id_number": "430682195001011239"},
        {},
    ),
    ("奖补的房屋已经批准", "error", own_house, {"approved_on": None}, {}),
    (
        "奖补标准属于本批项目",
        "error",
        lambda town, project: third(town, standard=saved(standard("BZ9", project=project))),
        {"project": "外墙改造奖补"},
        {"project": "集中建房奖补"},
    ),
    (
        "造册时奖补标准在用",
        "ask",
        lambda town, until: third(town, standard=saved(standard("BZ9", until=until))),
        {"until": date(2018, 3, 9)},
        {"until": date(2018, 3, 10)},
    ),
    # 150.50 × 100.05 = 15057.525: half a cent goes up.
    ("应发金额按标准计算", "error", by_area, {"payable": "15057.52"}, {"payable": "15057.53"}),
    (
        "应发金额按标准计算",
        "error",
        by_area,
        {"payable": "14999.99", "ceiling": "15000"},
        {"payable": "15000.00", "ceiling": "15000"},
    ),
    (
        "应发金额不超过每户上限",
        "error",
        by_area,
        {"payable": "15057.53", "ceiling": "15000"},
        {"payable": "15000.00", "ceiling": "15000"},
    ),
    ("按户奖补的数量是1", "error", third, {"quantity": "2", "payable": "30000"}, {}),
    (
        "同一栋奖补合计不超过1栋",
        "error",
        by_building,
        {"quantity": "0.51", "payable": "15300"},
        {"quantity": "0.50"},
    ),
    (
        "奖补面积不超过房屋面积",
        "ask",
        by_area,
        {"quantity": "168.21", "payable": "16829.41"},
        {"quantity": "168.20", "payable": "16828.41"},
    ),
    (
        "达到发放条件才造册",
        "ask",
        own_house,
        {"completed_on": date(2018, 3, 10)},
        {"completed_on": date(2018, 3, 9)},
    ),
    (
        "达到发放条件才造册",
        "ask",
        accepted,
        {"passed_on": date(2018, 3, 10)},
        {"passed_on": date(2018, 3, 9)},
    ),
    ("达到发放条件才造册", "ask", moved_in, {"on": None}, {"on": date(2018, 3, 9)}),
    (
        "收款户名是户主本人",
        "ask",
        third,
        {"account_name": "孙大圣"},
        {"account_name": "孙大圣", "authorisation": "儿子代收，委托书存国土所"},
    ),
    ("收款户名是户主本人", "ask", third, {"account_name": "孙丙"}, {"account_name": "孙 丙寅"}),
    ("核减要写明原因", "error", struck_off, {"withdrawn_because": ""}, {}),
    (
        "核减的对象没有在途或到账的款",
        "error",
        paid,
        {"withdrawn_on": date(2018, 3, 22), "withdrawn_because": "重复"},
        {},
    ),
    ("应发金额不小于已发金额", "error", paid, {"payable": "14999.99"}, {"payable": "15000"}),
    (
        "奖补对象在批次的范围里",
        "error",
        of_village,
        {"village": cast.HEXING},
        {"village": cast.GUANGPING},
    ),
]


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_an_award_that_breaks_the_rule_is_found(town, title, severity, make, breaks, keeps):
    assert broken(make(town, **breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "make", "breaks", "keeps"), CASES)
def test_an_award_that_keeps_the_rule_is_not(town, title, severity, make, breaks, keeps):
    assert title not in broken(make(town, **keeps))


def test_every_rule_has_its_case():
    declared = {title for ledger, title in declared_rules("housing") if ledger == "housing.award"}
    assert declared == {case[0] for case in CASES}


def test_a_list_in_order_raises_no_question(town):
    assert broken(third(town)) == {}


def test_an_own_house_in_order_raises_no_question(town):
    assert broken(own_house(town)) == {}


def test_the_message_says_what_the_standard_comes_to(town):
    told = message(by_area(town, payable="15057.52"), "应发金额按标准计算")
    assert "应发金额 15057.52 元" in told
    assert "应是 15057.53 元" in told


def test_who_has_been_struck_off_may_be_listed_again(town):
    saved(struck_off(town))
    again = award(
        town.batch,
        town.standard,
        Award.objects.get(number="JB3").allocation,
        "JB4",
        account=THIRD_CARD,
    )
    assert broken(again) == {}


def test_a_household_is_found_in_another_batch_of_the_project(town):
    of = saved(batch("JBPC2", households=1, amount="15000"))
    again = award(of, town.standard, town.homes[0], "JB9")
    assert broken(again).keys() >= {"同一处房屋不重复奖补", "同一身份证号不重复奖补"}
