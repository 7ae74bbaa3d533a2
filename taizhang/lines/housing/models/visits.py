"""Visits to the building plot (到场): who was there, what they measured, what they found."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from taizhang.ledgers.fields import QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE
from taizhang.lines.housing.models.approvals import Approval

PEOPLE = RegexValidator(
    r"^[^；（）]+（[^；（）]+）(；[^；（）]+（[^；（）]+）)*$",
    "到场人员写成“姓名（单位）；姓名（单位）”，用全角的括号和分号。",
)
LONGITUDE = [
    MinValueValidator(73, "东经在 73 至 136 度之间，请看看经度、纬度是不是填反了。"),
    MaxValueValidator(136, "东经在 73 至 136 度之间，请看看经度、纬度是不是填反了。"),
]
LATITUDE = [
    MinValueValidator(3, "北纬在 3 至 54 度之间，请看看经度、纬度是不是填反了。"),
    MaxValueValidator(54, "北纬在 3 至 54 度之间，请看看经度、纬度是不是填反了。"),
]


class SiteVisit(Record):
    """One visit for one application. Which kinds an office owes is set by the standards housing.visit_*.

    The rule of 2004 calls the three siting, setting-out and acceptance; that of 2019 checks the application, marks out
    the plot and inspects the finished house: the same three moments. The other three are local.
    """

    topic = "审批和到场"

    class Kind(models.TextChoices):
        SITING = "siting", "选址（申请审查）"
        SETTING_OUT = "setting_out", "放线（丈量批放）"
        TRENCH = "trench", "基槽"
        KEY_NODES = "key_nodes", "关键节点"
        STRUCTURE = "structure", "主体"
        COMPLETION = "completion", "竣工（验收）"

    class Result(models.TextChoices):
        SOUND = "sound", "符合"
        TOO_LARGE = "too_large", "不符合（超占）"
        MOVED = "moved", "不符合（移位）"
        TOO_HIGH = "too_high", "不符合（超层）"
        BASIC_FARMLAND = "basic_farmland", "不符合（占基本农田）"
        OTHER = "other", "其他"

    approval = models.ForeignKey(
        Approval, models.PROTECT, verbose_name="建房审批", related_name="visits"
    )
    kind = models.CharField("到场环节", max_length=12, choices=Kind)
    on = models.DateField("到场日期")
    is_repeat = models.BooleanField(
        "是否复查", default=False, help_text="同一环节再次到场的填“是”，不再计入应到的次数。"
    )
    people = models.CharField(
        "到场人员",
        max_length=300,
        validators=[PEOPLE],
        help_text="姓名（单位）；姓名（单位）。签名签在打印的到场记录单上。",
    )
    length = QuantityField("实测长", unit="米", null=True, blank=True, validators=POSITIVE)
    width = QuantityField("实测宽", unit="米", null=True, blank=True, validators=POSITIVE)
    area = QuantityField("实测用地面积", unit="㎡", null=True, blank=True, validators=POSITIVE)
    boundary_east = models.CharField("东至", max_length=60, blank=True)
    boundary_south = models.CharField("南至", max_length=60, blank=True)
    boundary_west = models.CharField("西至", max_length=60, blank=True)
    boundary_north = models.CharField("北至", max_length=60, blank=True)
    longitude = QuantityField(
        "经度", unit="°", decimal_places=6, null=True, blank=True, validators=LONGITUDE
    )
    latitude = QuantityField(
        "纬度", unit="°", decimal_places=6, null=True, blank=True, validators=LATITUDE
    )
    result = models.CharField("到场结论", max_length=16, choices=Result)
    next_step = models.CharField("下一步处理", max_length=200, blank=True)

    listed = ("approval", "kind", "on", "people", "result")
    filtered = ("kind", "result", "on")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "到场记录"
        indexes = [
            models.Index(
                fields=["approval", "kind", "on", "place"], name="housing_visits_of_a_case"
            )
        ]
