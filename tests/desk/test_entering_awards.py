"""A household of a payment list entered by hand: the same rules as from Excel, each at its field."""

import pytest

from taizhang.lines.housing.models import Award, AwardPayment
from taizhang.lines.housing.tests.award_records import FIRST_CARD, SECOND_CARD, Scene, scene
from tests import cast
from tests.desk.test_entering_a_record import errors

AWARDS, PAYMENTS = "/housing/award/", "/housing/awardpayment/"


@pytest.fixture
def town(acting) -> Scene:
    """A list of two households, approved, nothing sent yet."""
    acting("office")
    return scene()


def filled(town: Scene, **changes: object) -> dict[str, object]:
    """The second household's form once more, under another number."""
    return {
        "number": "JB9",
        "place": cast.SITE,
        "batch": town.batch.pk,
        "standard": town.standard.pk,
        "householder": "孙丙寅",
        "id_number": "430682196001011233",
        "allocation": town.homes[1].pk,
        "approval": "",
        "quantity": "1",
        "payable": "15000",
        "account_name": "孙丙寅",
        "account": SECOND_CARD,
        "bank": "临湘农商行",
        "authorisation": "",
        "withdrawn_on": "",
        "withdrawn_because": "",
        "note": "",
    } | changes


def test_a_house_that_is_on_the_list_already_is_refused(town, visit):
    answer = visit("officer").post(f"{AWARDS}add/", filled(town))
    assert answer.status_code == 200
    assert "这处房屋在同一奖补项目里已有另一条" in str(errors(answer))
    assert Award.objects.filter(number="JB9").count() == 0


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("account", FIRST_CARD[:-1] + "7", "校验位不对"),
        ("id_number", "430682600101123", "15 位旧号码"),
        ("payable", "15000.01", "应是 15000 元"),
    ],
)
def test_what_is_wrong_stands_at_its_field(town, visit, field, value, word):
    answer = visit("officer").post(f"{AWARDS}add/", filled(town, **{field: value}))
    assert word in str(errors(answer)[field])


def test_the_page_of_a_household_opens_and_is_saved(town, visit, acting):
    client = visit("officer")
    page = f"{AWARDS}{town.second.pk}/change/"
    assert "钱乙丑" in client.get(page).content.decode()
    changes = {
        "number": "JB2",
        "householder": town.second.householder,
        "id_number": town.second.id_number,
        "account_name": "钱乙丑",
        "bank": "邮储银行黄盖营业所",
        "reason": "农户换了开户行",
    }
    assert client.post(page, filled(town, **changes)).status_code == 302
    acting("office")
    assert Award.objects.get(pk=town.second.pk).bank == "邮储银行黄盖营业所"


def test_a_payment_above_the_grant_is_refused(town, visit):
    answer = visit("officer").post(
        f"{PAYMENTS}add/",
        {
            "number": "JB1-1",
            "place": cast.SITE,
            "award": town.first.pk,
            "instalment": "1",
            "repays": "",
            "account_name": "赵甲子",
            "account": FIRST_CARD,
            "bank": "临湘农商行",
            "amount": "15000.01",
            "bank_file": "",
            "sent_on": "2018-03-20",
            "paid_on": "",
            "returned_on": "",
            "returned_because": "",
            "note": "",
        },
    )
    assert "超过了应发金额" in str(errors(answer)["amount"])
    assert not AwardPayment.objects.exists()
