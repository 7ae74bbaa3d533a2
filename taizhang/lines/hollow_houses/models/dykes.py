"""The dykes along whose strip houses are cleared, as lines of points.

A dyke is the town's: its villages measure by it and do not change it. Its length and extent are worked out.
"""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from taizhang.core.coordinates import read_line
from taizhang.core.finding import Refusal
from taizhang.core.quantity import round_half_up
from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.standards import standard_on
from taizhang.ledgers.validators import POSITIVE
from taizhang.lines.hollow_houses.models.coordinates import System, degrees, misplaced_point
from taizhang.people.models import TOWN


def check_line(text: str) -> None:
    """A line of at least two points; what cannot be read is said with its place."""
    try:
        read_line(text)
    except Refusal as wrong:
        raise ValidationError(str(wrong)) from wrong


def usual_strip() -> Decimal:
    """The width that the notice in force today sets."""
    return round_half_up(standard_on("hollow_houses.dyke_strip", timezone.localdate()), 1)


class Dyke(Record):
    """A dyke (大堤) and the width of the strip along it that is to be cleared of houses."""

    kept_at = TOWN
    read_below = True

    name = models.CharField("大堤名称", max_length=60)
    polyline = models.TextField(
        "堤线",
        validators=[check_line],
        help_text="堤脚线或堤轴线上的点，写成“经度,纬度 经度,纬度 ……”，或整段粘贴 GeoJSON 的 LineString。"
        "从哪条线量起，看整治方案怎么写。",
    )
    system = models.CharField("坐标系", max_length=10, choices=System)
    strip_width = QuantityField(
        "整治带宽度",
        unit="m",
        decimal_places=1,
        default=usual_strip,
        validators=POSITIVE,
        help_text="堤线两侧各多少米以内的房屋列入整治。",
    )
    surveyed_on = models.DateField("测绘日期", help_text="堤线是哪一天测绘或量取的。")
    document = models.CharField(
        "来源", max_length=120, help_text="测绘成果、整治方案或图纸的名称和文号。"
    )
    length = QuantityField(
        "堤线长度", unit="m", decimal_places=1, null=True, blank=True, editable=False
    )
    west = degrees("最西经度", editable=False)
    east = degrees("最东经度", editable=False)
    south = degrees("最南纬度", editable=False)
    north = degrees("最北纬度", editable=False)

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "大堤"

    def values(self) -> dict[str, Any]:
        """With what its first point outside looks like."""
        return super().values() | {"misplaced": SimpleLazyObject(self.misplaced)}

    def misplaced(self) -> str:
        told = (misplaced_point(*point, self.system) for point in read_line(self.polyline))
        return next(filter(None, told), "")
