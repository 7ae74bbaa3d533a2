"""What any ledger may ask of a number: an area or an amount above nothing, a count of at least one."""

from decimal import Decimal

from django.core.validators import MinValueValidator

POSITIVE = [MinValueValidator(Decimal("0.01"), "要大于 0。")]
AT_LEAST_ONE = [MinValueValidator(1, "至少是 1。")]
