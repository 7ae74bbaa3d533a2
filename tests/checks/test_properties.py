"""Any true report has no contradiction; any single number changed in a tight relation is found. Reports are generated."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from taizhang.checks.checking import check
from taizhang.checks.reading.plain_text import report_of
from taizhang.core.quantity import round_half_up

COUNTS = st.integers(11, 9000)
UNITS = st.sampled_from(
    [
        ("耕地", "亩", "水田", "旱田"),
        ("总人口", "人", "男性", "女性"),
        ("住户", "户", "城镇住户", "农村住户"),
    ]
)
SETTINGS = settings(max_examples=60, deadline=None)


def checked(text):
    return check(report_of(Path("报告.txt"), text))


def broken(text):
    return [relation for relation in checked(text).relations if not relation.holds]


@st.composite
def sums(draw):
    """A total with its two halves, in 万 or plain."""
    name, unit, one, other = draw(UNITS)
    a, b = draw(COUNTS), draw(COUNTS)
    if draw(st.booleans()):
        shown = [f"{Decimal(n) / 10}万{unit}" for n in (a + b, a, b)]
    else:
        shown = [f"{n}{unit}" for n in (a + b, a, b)]
    return f"全镇{name}{{}}，其中{one}{{}}、{other}{{}}。", shown


@st.composite
def differences(draw):
    a, b = sorted((draw(COUNTS), draw(COUNTS)))
    return "企业由{}增至{}，增加{}。", [f"{a}家", f"{b + 20}家", f"{b + 20 - a}家"]


@st.composite
def shares(draw):
    whole = draw(st.integers(500, 9000))
    part = draw(st.integers(50, whole))
    rate = round_half_up(Decimal(part * 100) / whole, draw(st.integers(1, 2)))
    return "全镇在校学生{}。住校学生{}，占在校学生的{}。", [f"{whole}人", f"{part}人", f"{rate}%"]


@st.composite
def growths(draw):
    a = draw(st.integers(50, 9000))
    b = draw(st.integers(a, a * 3))
    rate = round_half_up(Decimal((b - a) * 100) / a, 1)
    return "参保人数由{}增加到{}，增长{}。", [f"{a}人", f"{b}人", f"{rate}%"]


REPORTS = st.one_of(sums(), differences(), shares(), growths())


@given(st.lists(REPORTS, min_size=1, max_size=4, unique_by=lambda pair: pair[0]))
@SETTINGS
def test_a_true_report_has_no_contradiction(parts):
    text = "\n".join(template.format(*shown) for template, shown in parts)
    assert broken(text) == []


@given(REPORTS, st.integers(0, 2), st.integers(1, 8))
@SETTINGS
def test_a_changed_first_digit_is_found(report, which, by):
    template, shown = report
    digit = next((n for n, letter in enumerate(shown[which]) if letter in "123456789"), None)
    if digit is None:  # 增长0.0%
        return
    changed = str((int(shown[which][digit]) + by - 1) % 9 + 1)
    if changed == shown[which][digit]:
        return
    wrong = [*shown]
    wrong[which] = shown[which][:digit] + changed + shown[which][digit + 1 :]
    found = broken(template.format(*wrong))
    start = template.format(*wrong).index(wrong[which]) if wrong.count(wrong[which]) == 1 else None
    assert found, template.format(*wrong)
    assert start is None or any(
        which_claims(template.format(*wrong), relation, start) for relation in found
    )


def which_claims(text, relation, start):
    claims = checked(text).claims
    return any(claims[i].start <= start < claims[i].end for i in relation.claims)


@given(
    st.text(
        alphabet="一二三十百千万亿0123456789.,，。、；（）%～-年月日户人亩元其中共占由到增长 \n第级“”",
        max_size=200,
    )
)
@settings(max_examples=300, deadline=None)
def test_no_text_makes_it_fail_and_offsets_always_fit(text):
    found = checked(text)
    for claim in found.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end] == claim.text
    ends = [(claim.start, claim.end) for claim in found.claims]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
