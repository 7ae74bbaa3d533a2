"""What an approval is held against: the plan in force on its day, and the drawing the house is built to."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE, POSITIVE
from taizhang.people.models import TOWN

YEAR = [
    MinValueValidator(1949, "年份写四位数，如 2015。"),
    MaxValueValidator(2100, "年份写四位数，如 2015。"),
]


class Plan(Record):
    """A version of a plan (规划): a revised plan is another record, so that old approvals keep theirs.

    The years of its name (2015-2030) are not the days it is valid: those follow from its approval.
    """

    topic = "规划和图集"

    kept_at = TOWN
    read_below = True

    class Kind(models.TextChoices):
        TOWN_PLAN = "town", "总体规划"
        VILLAGE_PLAN = "village", "村庄规划"
        SITE_PLAN = "site", "集中建房点详规"

    name = models.CharField("规划名称", max_length=80)
    kind = models.CharField("规划类别", max_length=10, choices=Kind)
    version = models.CharField("版本", max_length=40, help_text="如：2015年版、2018年修订。")
    covers = models.CharField(
        "规划范围", max_length=200, help_text="写到村、组或地块，如：广坪村一至五组。"
    )
    area = QuantityField("规划面积", unit="亩", validators=POSITIVE)
    from_year = models.PositiveSmallIntegerField("规划期起", validators=YEAR)
    to_year = models.PositiveSmallIntegerField("规划期止", validators=YEAR)
    approved_by = models.CharField("批准机关", max_length=60)
    approved_on = models.DateField("批准日期")
    document_no = models.CharField("批准文号", max_length=60, blank=True)
    since = models.DateField("起用日期")
    until = models.DateField(
        "停用日期", null=True, blank=True, help_text="这一天起不再适用；仍在用的空着。"
    )

    listed = ("name", "kind", "version", "since", "until")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "规划"

    def __str__(self) -> str:
        return f"{self.name}（{self.version}）"


class Drawing(Record):
    """A house of the album of drawings (图集图样) that an applicant builds to (按图建房)."""

    topic = "规划和图集"

    kept_at = TOWN
    read_below = True

    album = models.CharField("图集名称", max_length=80)
    drawing_no = models.CharField("图号", max_length=40)
    storeys = models.PositiveSmallIntegerField("层数", validators=AT_LEAST_ONE)
    footprint = QuantityField("房基占地面积", unit="㎡", validators=POSITIVE)
    floor_area = QuantityField("建筑面积", unit="㎡", validators=POSITIVE)
    height = QuantityField("建筑高度", unit="米", validators=POSITIVE)
    since = models.DateField("起用日期", help_text="这本图集公布之日。")
    description = models.CharField(
        "户型说明", max_length=200, blank=True, help_text="如：两层三开间，坡屋面，带院落。"
    )

    listed = ("album", "drawing_no", "storeys", "footprint", "floor_area")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "图集图样"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["place", "album", "drawing_no"],
                name="housing_drawing_once_an_album",
                violation_error_message="这本图集已有同一图号，请核对图号。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.album} {self.drawing_no}"
