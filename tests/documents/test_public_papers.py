"""What hangs on a wall or stands on a website holds no whole number of any person, in no part of the file."""

from datetime import date

import pytest

from taizhang.documents.printing import print_paper
from taizhang.documents.record_words import Masks, worded
from taizhang.ledgers.fields import AccountField, PhoneField
from taizhang.lines.housing.models import Allocation
from taizhang.lines.housing.tests.records import (
    allocation,
    approval,
    building,
    phase,
    saved,
    site,
    unit,
)
from tests.documents.printed import DECLARED, everything, fields, rows

TODAY = date(2018, 3, 9)
ID, SECOND_ID, MOBILE = "430682195306281002", "430682195506151018", "13812341234"


def test_no_part_of_a_public_paper_holds_a_whole_number(office):
    record = saved(approval(note=f"电话{MOBILE}，配偶{SECOND_ID}"))
    template = print_paper("housing.approval_notice", record, TODAY)
    assert fields(template)["身份证号"] == "430682********1002"
    whole = everything(template)
    assert not [number for number in (ID, SECOND_ID, MOBILE) if number in whole]


def test_lists_and_what_they_point_at_are_masked_too(office, monkeypatch, template):
    monkeypatch.setattr("taizhang.documents.papers.declarations", lambda module, kind: DECLARED)
    here = saved(site(note=f"联系电话{MOBILE}"))
    home = saved(unit(saved(building(saved(phase(here))))))
    saved(allocation(home, householder="赵甲子", note=ID))
    template(
        "housing/papers/given.md",
        "{% for 户 in 名单 %}| {{ 户.户主姓名 }} | {{ 户.户主身份证号 }} | {{ 户.户主身份证号.值 }} | {{ 户.备注 }}"
        " | {{ 户.套房.楼栋.集中建房点.备注 }} | {{ 户.户主身份证号|upper }} |{% endfor %}",
    )
    paper = print_paper("housing.given", here, TODAY)
    masked = "430682********1002"
    assert rows(paper) == [["赵*子", masked, masked, masked, "联系电话138****1234", masked]]
    assert not [number for number in (ID, MOBILE) if number in everything(paper)]


def test_what_is_not_public_shows_numbers_whole(office):
    record = saved(approval(note=f"电话{MOBILE}"))
    read = fields(print_paper("housing.permit", record, TODAY))
    assert read["身份证号"] == ID
    assert read["备注"] == f"电话{MOBILE}"


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        (PhoneField("电话"), "0730-3781234", "073*****1234"),
        (PhoneField("电话"), MOBILE, "138****1234"),
        (AccountField("一卡通账号"), "6217995520001234567", "***************4567"),
    ],
)
def test_phones_and_accounts(field, value, shown):
    field.model, field.name = Allocation, "number_of_payee"
    said = worded(field, value, Masks(public=True))
    assert (said, said.值) == (shown, shown)


def test_the_telephone_meant_for_the_public_may_be_shown_and_only_that():
    field = PhoneField("监督电话")
    field.model, field.name = Allocation, "supervision_phone"
    shown = frozenset({"housing.allocation.supervision_phone"})
    assert worded(field, MOBILE, Masks(public=True, whole=shown)) == MOBILE
