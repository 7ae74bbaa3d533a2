"""Numbers with a check digit are held to it; what has none is taken as it is."""

import pytest
from django.core.exceptions import ValidationError

from taizhang.ledgers.fields import AccountField, check_account, check_id_number, id_number_of_today


@pytest.mark.parametrize(
    "number",
    [
        "6217995520000000016",  # 19 digits
        "6228480010000005",  # 16 digits
        "622848001000000005",  # 18 digits
        "605010021200012345",  # a passbook
        "6217995520000",  # too short for a card
        "4367420000000000001",  # not of this system
    ],
)
def test_accounts_that_are_taken(number):
    check_account(number)


@pytest.mark.parametrize("number", ["6217995520000000017", "6217995520000000061"])
def test_a_card_with_a_digit_mistaken_or_two_exchanged_is_refused(number):
    with pytest.raises(ValidationError, match="校验位不对，请对照银行卡核对"):
        check_account(number)


def test_the_field_asks_both_for_digits_and_for_the_check():
    field = AccountField()
    assert field.clean("6217995520000000016", None) == "6217995520000000016"
    for wrong, said in (("6217995520000000017", "校验位不对"), ("存折1234567", "9 至 32 位数字")):
        with pytest.raises(ValidationError, match=said):
            field.clean(wrong, None)


def test_an_old_number_is_refused_with_the_one_it_became():
    today = id_number_of_today("430682530628100")
    assert today == "430682195306281002"
    check_id_number(today)
    with pytest.raises(ValidationError, match=f"15 位旧号码，多半已换成 {today}"):
        check_id_number("430682530628100")
