"""What any ledger may ask of a value: an amount above nothing, a count of at least one, a text that asks for nothing refused."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator

from taizhang.core.finding import Refusal
from taizhang.core.refused import refuse

POSITIVE = [MinValueValidator(Decimal("0.01"), "要大于 0。")]
AT_LEAST_ONE = [MinValueValidator(1, "至少是 1。")]


def nothing_refused(text: str) -> None:
    """A text that sets what is to be done may not ask for what the product does not do (docs/refusals.md)."""
    try:
        refuse(text)
    except Refusal as refused:
        raise ValidationError(str(refused)) from refused
