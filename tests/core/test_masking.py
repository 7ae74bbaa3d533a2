"""What may stand on a wall: enough to find oneself, too little to be used by anybody else."""

import pytest

from taizhang.core import masking

ID = "430682195306281002"


@pytest.mark.parametrize(
    ("hide", "value", "shown"),
    [
        (masking.id_number, ID, "430682********1002"),
        (masking.id_number, "43068219530628100X", "430682********100X"),
        (masking.phone, "13812341234", "138****1234"),
        (masking.phone, "0730-3781234", "073*****1234"),
        (masking.account, "6217995520001234567", "***************4567"),
        (masking.account, "123456789", "*****6789"),
        (masking.name, "赵甲子", "赵*子"),
        (masking.name, "赵甲", "赵*"),
        (masking.name, "欧阳甲子", "欧*甲子"),
        (masking.name, "赵", "赵"),
        (masking.name, "", ""),
    ],
)
def test_the_ends_are_kept_and_the_rest_is_hidden(hide, value, shown):
    assert hide(value) == shown


@pytest.mark.parametrize("value", ["", "1", "1234", "1234567"])
def test_a_number_too_short_to_have_a_middle_is_hidden_whole(value):
    assert masking.phone(value) == "*" * len(value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"身份证{ID}，电话13812341234。", "身份证430682********1002，电话138****1234。"),
        ("身份证43068219530628100x", "身份证430682********100x"),
        # An ID number with a digit wrong is a person's all the same: its birth date gives it away.
        ("430682195306281003", "430682********1003"),
        ("农宅字4306821132018001号", "农宅字4306821132018001号"),  # 16 digits of a certificate
        ("不动产单元430682113201999999", "不动产单元430682113201999999"),  # no birth date in it
        ("文号2018138123412345", "文号2018138123412345"),  # a mobile only inside a longer number
        ("面积120.50㎡", "面积120.50㎡"),
    ],
)
def test_numbers_of_persons_in_free_text_are_hidden_and_other_numbers_are_not(text, shown):
    assert masking.numbers_in(text) == shown
