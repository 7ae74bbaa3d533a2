"""Each rule of what is agreed on, posted and paid: a house that keeps it and one that breaks it."""

from datetime import date

import pytest

from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.lines.hollow_houses.tests.houses import house
from taizhang.lines.hollow_houses.tests.owners import co_owner
from tests.rule_cases import broken, message

DAY, EARLIER, LATER = date(2018, 1, 10), date(2018, 1, 9), date(2018, 1, 11)
AGREED = {"agreement_on": DAY, "agreement_no": "XY-1"}
GONE = AGREED | {"demolished_on": DAY}
TODAY = {  # under the ordinance of 2021
    "surveyed_on": date(2021, 9, 1),
    "agreement_on": date(2021, 9, 1),
    "agreement_no": "XY-1",
    "demolished_on": date(2021, 9, 1),
}
SIGNED = {"consent_by": "agreement"}
BY_FLOOR = {
    "compensation_document": "镇办〔2017〕示例3号",
    "compensation_for": "floor",
    "compensation_rate": "80",
    "compensation_quantity": "120.50",
    "compensation_amount": "9640.00",
}
PAID = AGREED | BY_FLOOR | {"paid_on": DAY, "paid_amount": "9640.00", "voucher_no": "PZ-7"}
POSTED = {"notice_from": date(2017, 11, 1), "notice_until": date(2017, 11, 8)}
POSTED_LIST = {
    "compensation_notice_from": date(2018, 1, 1),
    "compensation_notice_until": date(2018, 1, 8),
}

# title, how hard, what breaks it, what keeps it
CASES = [
    ("协议要有编号", "ask", {"agreement_on": DAY}, AGREED),
    ("退出要有同意文书", "error", TODAY, TODAY | SIGNED),
    ("退出要有同意文书", "error", TODAY, GONE),
    (
        "拆了另有住处",
        "ask",
        GONE | {"other_house": False},
        GONE | {"other_house": False, "reapply": "unit"},
    ),
    (
        "拆了另有住处",
        "ask",
        GONE | {"other_house": False, "reapply": "waived"},
        GONE | {"other_house": True, "reapply": "waived"},
    ),
    ("有人居住的不拆", "ask", GONE | {"occupied": True}, GONE | {"occupied": False}),
    (
        "摸底公示的日期依次",
        "error",
        POSTED | {"notice_until": date(2017, 10, 31)},
        POSTED | {"notice_taken_down_on": date(2017, 11, 8)},
    ),
    ("摸底公示的日期依次", "error", {"notice_until": DAY}, POSTED),
    (
        "摸底公示的日期依次",
        "error",
        POSTED | {"notice_taken_down_on": date(2017, 11, 7)},
        {"notice_from": DAY},
    ),
    ("摸底公示满规定天数", "ask", POSTED | {"notice_until": date(2017, 11, 7)}, POSTED),
    (
        "补偿公示的日期依次",
        "error",
        POSTED_LIST | {"compensation_notice_taken_down_on": date(2018, 1, 7)},
        POSTED_LIST | {"compensation_notice_taken_down_on": date(2018, 1, 8)},
    ),
    (
        "补偿公示满规定天数",
        "ask",
        POSTED_LIST | {"compensation_notice_until": date(2018, 1, 7)},
        POSTED_LIST,
    ),
    (
        "公示期满再拆",
        "ask",
        GONE | POSTED | {"notice_until": LATER},
        GONE | POSTED | {"notice_until": DAY},
    ),
    (
        "公示期满再拆",
        "ask",
        GONE | POSTED_LIST | {"compensation_notice_until": LATER},
        GONE | POSTED_LIST,
    ),
    ("补偿金额等于单价乘数量", "error", BY_FLOOR | {"compensation_amount": "9640.01"}, BY_FLOOR),
    (
        "补偿金额等于单价乘数量",
        "error",
        BY_FLOOR | {"compensation_rate": "80.01", "compensation_amount": "9641.20"},
        BY_FLOOR | {"compensation_rate": "80.01", "compensation_amount": "9641.21"},
    ),
    ("补偿要有标准文件", "ask", BY_FLOOR | {"compensation_document": ""}, BY_FLOOR),
    ("补偿要有标准文件", "ask", {"compensation_amount": "9640"}, {"compensation_amount": "0"}),
    (
        "补偿数量与登记的面积一致",
        "ask",
        BY_FLOOR | {"compensation_for": "plot"},
        BY_FLOOR | {"compensation_for": "base"},
    ),
    (
        "补偿数量与登记的面积一致",
        "ask",
        BY_FLOOR | {"compensation_for": "house"},
        {
            "compensation_document": "镇办〔2017〕示例3号",
            "compensation_for": "house",
            "compensation_rate": "9000",
            "compensation_quantity": "1",
            "compensation_amount": "9000",
        },
    ),
    ("已付补偿与日期一同填", "error", PAID | {"paid_amount": None}, PAID),
    ("已付补偿与日期一同填", "error", AGREED | {"paid_amount": "9640"}, AGREED | BY_FLOOR),
    ("付款要有凭证号", "ask", PAID | {"voucher_no": ""}, PAID),
    ("付的不多于应付", "error", PAID | {"paid_amount": "9640.01"}, PAID),
    ("付清的等于应付", "ask", PAID | {"paid_amount": "9639.99"}, PAID),
    (
        "补偿付清后再拆",
        "ask",
        PAID | {"paid_on": LATER, "demolished_on": DAY},
        PAID | {"demolished_on": DAY},
    ),
]
OWNERS = [("全体共有人同意后才拆", "error", {}, {})]


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_a_house_that_breaks_the_rule_is_found(office, title, severity, breaks, keeps):
    assert broken(house(**breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), CASES)
def test_a_house_that_keeps_the_rule_is_not(office, title, severity, breaks, keeps):
    assert title not in broken(house(**keeps))


@pytest.mark.parametrize(
    ("signed", "found"),
    [(EARLIER, None), (DAY, None), (LATER, "error"), (None, "error")],
)
def test_no_house_goes_before_all_who_own_it_have_signed(office, signed, found):
    record = house(**AGREED)
    record.save()
    co_owner(record, consent_on=signed).save()
    co_owner(record, "GY-2", name="贾同意", consent_on=EARLIER).save()
    assert "全体共有人同意后才拆" not in broken(record)
    record.demolished_on = DAY
    assert broken(record).get("全体共有人同意后才拆") == found


def test_who_has_not_signed_is_named(acting):
    acting("clerk")
    record = house(**AGREED)
    save_record(record)
    save_record(co_owner(record))
    save_record(co_owner(record, "GY-2", name="贾同意", consent_on=DAY))
    record.demolished_on = DAY
    with pytest.raises(Refusal, match=r"没有签字同意（贾共有）.*民法典第301条"):
        save_record(record)


def test_the_product_is_told_with_the_amount(office):
    told = message(house(**BY_FLOOR | {"compensation_amount": "9000"}), "补偿金额等于单价乘数量")
    assert "却是 9640.00 元" in told


def test_how_many_days_the_notice_wants_is_told(office):
    short = POSTED | {"notice_until": date(2017, 11, 4)}
    assert "不满 7 天" in message(house(**short), "摸底公示满规定天数")


def test_a_house_of_before_with_only_its_three_dates_is_in_order(office):
    assert broken(house(**GONE)) == {}


def test_a_house_with_everything_filled_in_is_in_order(office):
    everything = (
        PAID
        | POSTED
        | POSTED_LIST
        | SIGNED
        | {
            "witness": "甄见证",
            "reapply": "waived",
            "other_house": True,
            "occupied": False,
            "handed_over_on": DAY,
            "demolished_on": DAY,
        }
    )
    assert broken(house(**everything)) == {}
