"""Drawing lots: fair, the same for everybody who works it out again, and nobody can choose the outcome."""

import hashlib
import hmac
from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.core import draw
from taizhang.core.draw import DrawList, Household, Unit, result
from taizhang.core.finding import Refusal

SECRET = "ABCD2345EFGH6789JKLMNPQRSTUV"
ANNOUNCED = "305162"


def a_list(homes=3, flats=3, **changes):
    values = {
        "draw": "CQ-1",
        "title": "广坪一期分房抽签",
        "rule": "每户抽一套。",
        "households": tuple(Household(f"ZG-{n}", "赵*子") for n in range(homes)),
        "units": tuple(Unit(f"GP-{n}") for n in range(flats)),
    }
    return DrawList(**(values | changes))


lists = st.builds(
    lambda homes, spare: a_list(
        households=tuple(Household(f"户{number}", "钱*丑", kind) for number, kind in homes),
        units=tuple(Unit(f"房{n}", kind) for n, (_, kind) in enumerate([*homes, *spare])),
    ),
    st.lists(st.tuples(st.uuids(), st.sampled_from(["", "大", "小"])), min_size=1, max_size=40),
    st.lists(st.tuples(st.uuids(), st.sampled_from(["", "大", "小"])), max_size=10),
)
seeds = st.text(st.sampled_from(draw.ALPHABET), min_size=28, max_size=28)
numbers = st.from_regex(r"[0-9]{6,10}", fullmatch=True)


@given(lists, seeds, numbers)
def test_every_household_gets_one_unit_of_its_class_and_no_unit_is_given_twice(
    listed, secret, announced
):
    assert listed.faults() == []
    drawn = result(listed, secret, announced)
    assert [household for household, _ in drawn] == [one.number for one in listed.households]
    assert len({unit for _, unit in drawn}) == len(drawn)
    kinds = {one.number: one.category for one in listed.units}
    assert [kinds[unit] for _, unit in drawn] == [one.category for one in listed.households]


@given(lists, seeds, numbers)
def test_the_same_three_give_the_same_result(listed, secret, announced):
    assert result(listed, secret, announced) == result(listed, secret, announced)


def test_a_result_once_and_for_all():
    """Published files are read for decades: this result may never change under the same name of the method."""
    listed = a_list(
        households=tuple(
            Household(f"ZG-{n:02d}", "赵*子", "小" if n > 4 else "大") for n in range(8)
        ),
        units=tuple(Unit(f"GP-{n:02d}", "小" if n > 5 else "大") for n in range(10)),
    )
    assert listed.digest == "ae23212b94af044ad7f3459c6d051331cab7dc3d5e7a07f24f458c319e4034e3"
    drawn = [unit.removeprefix("GP-") for _, unit in result(listed, SECRET, ANNOUNCED)]
    assert drawn == ["04", "05", "02", "03", "00", "06", "08", "07"]


def test_the_stream_is_what_the_method_says():
    first, second, *_ = (
        number
        for _, number in zip(range(2), draw.stream(SECRET, "123456", "d" * 64, "大"), strict=False)
    )
    for step, number in enumerate((first, second)):
        text = f"123456\n{'d' * 64}\n大\n{step}".encode()
        assert number == int(hmac.new(SECRET.encode(), text, hashlib.sha256).hexdigest(), 16)


def test_what_would_favour_small_numbers_is_thrown_away():
    rest = 2**256 % 3
    assert rest
    highest = 2**256 - 1
    assert (
        draw.below(3, iter([highest, highest - rest + 1, highest - rest])) == (highest - rest) % 3
    )
    assert [draw.below(1, iter([n])) for n in (0, 7, highest)] == [0, 0, 0]


@pytest.mark.parametrize("size", [2, 3, 4])
def test_every_order_comes_out_about_as_often_as_any_other(size):
    """6,000 fixed secrets: chi-squared below the value that a fair draw exceeds once in a thousand."""
    exceeded_once_in_a_thousand = {2: 10.83, 3: 20.52, 4: 49.73}[
        size
    ]  # 1, 5 and 23 degrees of freedom
    listed, rounds = a_list(size, size), 6000
    seen = Counter(
        tuple(unit for _, unit in result(listed, f"{n:028d}", ANNOUNCED)) for n in range(rounds)
    )
    orders = list(permutations(one.number for one in listed.units))
    expected = rounds / len(orders)
    assert (
        sum((seen[order] - expected) ** 2 / expected for order in orders)
        < exceeded_once_in_a_thousand
    )


def test_each_of_many_units_is_as_likely_for_the_first_household_and_for_the_last():
    listed, rounds = a_list(5, 10), 5000
    for household in (0, 4):
        seen = Counter(result(listed, f"{n:028d}", ANNOUNCED)[household][1] for n in range(rounds))
        assert sum((seen[one.number] - 500) ** 2 / 500 for one in listed.units) < 27.88  # 9 degrees


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"households": ()}, "名单里没有户"),
        ({"households": (Household("A", "赵*"), Household("A", "钱*"))}, "户编号重复：A"),
        ({"units": (Unit("1"), Unit("2"), Unit("3"), Unit("3"))}, "套房编号重复：3"),
        ({"units": (Unit("1"), Unit("2"))}, "有 3 户，这一类的套房只有 2 套"),
        (
            {"units": tuple(Unit(f"{n}", "大") for n in range(3))},
            "没有填类别的有 3 户，这一类的套房只有 0 套",
        ),
        (
            {"households": (Household("A", "赵*", "大"),), "units": (Unit("1", "小"),)},
            "类别“大”有 1 户，这一类的套房只有 0 套",
        ),
        (
            {"households": (Household("A", "赵*", "大\n小"),), "units": (Unit("1", "大\n小"),)},
            "类别里有换行",
        ),
    ],
)
def test_a_list_over_which_no_draw_can_be_held(changes, said):
    assert said in "".join(a_list(**changes).faults())


def test_many_repeated_numbers_are_counted():
    twice = tuple(Unit(f"{n % 7}") for n in range(14))
    (told,) = a_list(units=twice).faults()
    assert told.startswith("套房编号重复：0、1、2、3、4等 7 个")


@pytest.mark.parametrize(
    "changes",
    [
        {"draw": "CQ-2"},
        {"title": "广坪二期"},
        {"rule": "每户抽一套，可以换。"},
        {"households": tuple(Household(f"ZG-{n}", "赵*丑") for n in range(3))},
        {"households": tuple(Household(f"ZG-{n}", "赵*子") for n in (1, 0, 2))},
        {"units": tuple(Unit(f"GP-{n}") for n in range(4))},
        {"repeats": draw.Repeated("CQ-0", "断电", "")},
    ],
)
def test_whatever_is_published_is_in_the_digest(changes):
    assert a_list(**changes).digest != a_list().digest


def test_a_secret_is_long_new_each_time_and_easy_to_read_aloud():
    secret = draw.make_secret()
    assert len(secret) == 28
    assert not set(secret) & set("0O1I")
    assert secret != draw.make_secret()
    assert draw.read_secret(f" {draw.grouped(secret).lower()} ") == secret
    assert draw.grouped(SECRET) == "ABCD-2345-EFGH-6789-JKLM-NPQR-STUV"


@pytest.mark.parametrize("typed", ["", "ABCD", SECRET + "A", SECRET[:-1] + "0", SECRET[:-1] + "赵"])
def test_what_is_no_secret_is_refused(typed):
    with pytest.raises(Refusal, match="密数是 28 个字母和数字"):
        draw.read_secret(typed)


@pytest.mark.parametrize(
    ("typed", "read"), [("305162", "305162"), (" 30-51 62 ", "305162"), ("３０５１６２", "305162")]
)
def test_a_number_as_people_type_it(typed, read):
    assert draw.read_announced(typed) == read


@pytest.mark.parametrize("typed", ["", "30516", "1" * 11, "30516a", "三〇五一六二", "-305162.0"])
def test_a_number_too_short_or_no_number_is_refused(typed):
    with pytest.raises(Refusal, match="公开数是 6 至 10 位数字"):
        draw.read_announced(typed)
