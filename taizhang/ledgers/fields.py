"""Fields that know what they hold: a quantity its unit, a number of a person its check digit."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from stdnum import luhn
from stdnum.cn import ric

from taizhang.core import masking
from taizhang.core.finding import Refusal
from taizhang.core.period import Period

ID_NUMBER = re.compile(r"\d{17}[\dXx]", re.ASCII)
OLD_ID_NUMBER = re.compile(r"\d{15}", re.ASCII)  # until 1999: no century, no check digit
BANK_CARD = re.compile(r"62\d{14,17}", re.ASCII)


class QuantityField(models.DecimalField):
    """An exact decimal with a unit, kept as written: 亩 stays 亩, ㎡ stays ㎡; floor area and land area never mix."""

    def __init__(
        self, verbose_name: Any = None, *, unit: str = "", decimal_places: int = 2, **kwargs: Any
    ) -> None:
        self.unit = unit
        kwargs.setdefault("max_digits", 14)
        super().__init__(verbose_name, decimal_places=decimal_places, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), {**kwargs, "unit": self.unit}

    def formfield(self, **kwargs: Any) -> Any:
        unit = f"（{self.unit}）" if self.unit else ""
        return super().formfield(**{"label": f"{self.verbose_name}{unit}", **kwargs})


def check_id_number(value: str) -> None:
    """18 digits with birth date and check digit (GB 11643).

    The county's code is not held against the year of birth: the number is given at registration, often years later.
    """
    if OLD_ID_NUMBER.fullmatch(value):
        raise ValidationError(
            f"身份证号 {value} 是 15 位旧号码，多半已换成 {id_number_of_today(value)}，请对照证件填 18 位号码。"
        )
    if ID_NUMBER.fullmatch(value) is None:
        raise ValidationError(f"身份证号 {value} 不是 18 位号码，请对照证件核对。")
    if ric.calc_check_digit(value) != value[-1].upper():
        raise ValidationError(f"身份证号 {value} 的校验位不对，请对照证件核对。")
    try:
        date(int(value[6:10]), int(value[10:12]), int(value[12:14]))
    except ValueError:
        raise ValidationError(f"身份证号 {value} 的出生日期不存在，请对照证件核对。") from None


def id_number_of_today(old: str) -> str:
    """The 18 digits that became of 15: the century put in, the check digit added. Who was born before 1900 is rare."""
    digits = f"{old[:6]}19{old[6:]}"
    return digits + ric.calc_check_digit(digits + "0")  # it leaves the last digit out


def check_account(value: str) -> None:
    """A bank card of China UnionPay by its check digit; passbooks have numbers of many shapes, and are not checked."""
    if BANK_CARD.fullmatch(value) and not luhn.is_valid(value):
        raise ValidationError(f"银行卡号 {value} 的校验位不对，请对照银行卡核对。")


class TypedNumberField(models.CharField):
    """Text made of digits that a spreadsheet ruins when it takes it for a number; such cells are refused."""

    kind = "号码"
    masked: Callable[[str], str] = staticmethod(masking.account)  # as a public paper shows it


class IdNumberField(TypedNumberField):
    kind = "身份证号"
    masked = staticmethod(masking.id_number)
    default_validators = [check_id_number]

    def __init__(self, verbose_name: Any = "身份证号", **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 18)
        super().__init__(verbose_name, **kwargs)


class PhoneField(TypedNumberField):
    kind = "电话"
    masked = staticmethod(masking.phone)
    default_validators = [
        RegexValidator(
            r"^(1\d{10}|0\d{2,3}-?\d{7,8})$", "电话要么是 11 位手机号，要么是带区号的座机。"
        )
    ]

    def __init__(self, verbose_name: Any = "电话", **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 20)
        super().__init__(verbose_name, **kwargs)


class AccountField(TypedNumberField):
    kind = "银行账号"
    default_validators = [
        RegexValidator(r"^\d{9,32}$", "银行账号是 9 至 32 位数字。"),
        check_account,
    ]

    def __init__(self, verbose_name: Any = "银行账号", **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 32)
        super().__init__(verbose_name, **kwargs)


class NumberOfField(models.CharField):
    """The number (编号) of a record of another line, whose ledger is named and not imported: lines are strangers.

    Whether there is such a record is asked by a rule (ledgers.mentions), in the acting post's own view.
    """

    def __init__(self, verbose_name: Any = None, *, ledger: str = "", **kwargs: Any) -> None:
        self.ledger = ledger
        kwargs.setdefault("max_length", 40)
        super().__init__(verbose_name, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), {**kwargs, "ledger": self.ledger}


def check_period(value: str) -> None:
    """A period as commands name it, in the one way it is kept."""
    try:
        period = Period.parse(value)
    except Refusal as wrong:
        raise ValidationError(str(wrong)) from wrong
    if period.name != value:
        raise ValidationError(f"期间“{value}”请写成{period.name}。")


class PeriodField(models.CharField):
    """A span that an office reports on or plans for: 2018, 2018H1, 2018Q1, 2018-03."""

    default_validators = [check_period]

    def __init__(self, verbose_name: Any = "期间", **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 24)
        kwargs.setdefault("help_text", "写成 2018、2018H1、2018Q1 或 2018-03。")
        super().__init__(verbose_name, **kwargs)
