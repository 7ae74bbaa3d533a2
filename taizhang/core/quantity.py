"""Amounts that know their unit, exact until the one rounding at the end."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from taizhang.core.finding import Refusal

SQUARE_METRES_PER_MU = Fraction(2000, 3)

AREA: dict[str, Fraction] = {
    "㎡": Fraction(1),
    "亩": SQUARE_METRES_PER_MU,
    "公顷": Fraction(10_000),
    "平方公里": Fraction(1_000_000),
}


class UnitMismatch(Refusal):
    """Two amounts cannot be joined: houses are not households, and floor is not land."""


@dataclass(frozen=True)
class Quantity:
    """A decimal amount of one unit."""

    value: Decimal
    unit: str

    def __add__(self, other: "Quantity") -> "Quantity":
        self._same_unit(other)
        return Quantity(self.value + other.value, self.unit)

    def __sub__(self, other: "Quantity") -> "Quantity":
        self._same_unit(other)
        return Quantity(self.value - other.value, self.unit)

    def to(self, unit: str, places: int) -> "Quantity":
        """The same area in another unit, rounded half up once; units of other kinds are refused."""
        if unit == self.unit:
            return Quantity(round_half_up(self.value, places), unit)
        if self.unit not in AREA or unit not in AREA:
            raise UnitMismatch(f"{self.unit}不能换算成{unit}，请核对单位。")
        exact = Fraction(self.value) * AREA[self.unit] / AREA[unit]
        return Quantity(round_half_up(exact, places), unit)

    def _same_unit(self, other: "Quantity") -> None:
        if self.unit != other.unit:
            raise UnitMismatch(f"{self.unit}和{other.unit}不能相加减，请先统一单位。")


def round_half_up(value: Decimal | Fraction | int, places: int) -> Decimal:
    """Round as offices do (四舍五入, halves away from zero), keeping exactly `places` decimals."""
    scaled = abs(Fraction(value)) * Fraction(10) ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = tuple(int(digit) for digit in str(whole))
    negative = value < 0 and whole > 0  # nothing rounds to minus zero
    return Decimal((int(negative), digits, -places))
