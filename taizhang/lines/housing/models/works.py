"""What goes into a site: its land, the money, the contracts, the facilities around the houses, and how far they are."""

from django.core.exceptions import ValidationError
from django.db import models
from stdnum.cn import uscc

from taizhang.ledgers.fields import IdNumberField, QuantityField, TypedNumberField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE
from taizhang.lines.housing.models.sites import Building, Phase, Site


def check_credit_code(value: str) -> None:
    """18 characters with a check character (GB 32100-2015)."""
    if not uscc.is_valid(value):
        raise ValidationError(
            f"统一社会信用代码 {value} 不对（18 位，最后一位是校验位），请对照营业执照核对。"
        )


class CreditCodeField(TypedNumberField):
    """The number of an organisation (统一社会信用代码)."""

    kind = "统一社会信用代码"
    default_validators = [check_credit_code]


class SiteLand(Record):
    """Land secured for a site (落实用地): from which source, how much, by which quota and document.

    The quota is kept by the land line, which is a stranger here: its project or movement is named by its number.
    """

    topic = "集中建房点"

    site = models.ForeignKey(Site, models.PROTECT, verbose_name="集中建房点", related_name="land")
    phase = models.ForeignKey(
        Phase, models.PROTECT, verbose_name="建房期次", related_name="land", null=True, blank=True
    )
    source = models.CharField("用地来源", max_length=10, choices=Site.LandSource)
    area = QuantityField("面积", unit="亩", validators=POSITIVE)
    quota_batch = models.CharField(
        "指标批次编号",
        max_length=40,
        blank=True,
        help_text="增减挂钩项目或用地指标变动的编号，和用地指标台账一致。",
    )
    document_no = models.CharField("批准文号", max_length=60, blank=True)
    secured_on = models.DateField("落实日期", help_text="用地批准之日。")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "建房点用地"


class Facility(Record):
    """A public facility of a site (配套设施): road, water, power, drains, green."""

    topic = "集中建房点"

    class Kind(models.TextChoices):
        ROAD = "road", "道路"
        WATER = "water", "供水"
        POWER = "power", "供电"
        DRAINS = "drains", "排污"
        GREEN = "green", "绿化"
        OTHER = "other", "其他"

    class Measure(models.TextChoices):
        METRE = "metre", "米"
        SQUARE_METRE = "square_metre", "㎡"
        PLACE = "place", "处"
        PIECE = "piece", "个"
        MACHINE = "machine", "台"
        LAMP = "lamp", "盏"

    site = models.ForeignKey(
        Site, models.PROTECT, verbose_name="集中建房点", related_name="facilities"
    )
    kind = models.CharField("类别", max_length=10, choices=Kind)
    name = models.CharField("名称", max_length=60)
    amount = models.DecimalField("数量", max_digits=12, decimal_places=2, validators=POSITIVE)
    measure = models.CharField("计量单位", max_length=12, choices=Measure)
    cost = QuantityField("造价", unit="元", null=True, blank=True, validators=POSITIVE)
    completed_on = models.DateField("建成日期", null=True, blank=True, help_text="没有建成的空着。")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "配套设施"


class Funding(Record):
    """Money for a site (建房点资金), by source. Promised is not received: without a day it has not come in."""

    topic = "集中建房点"

    class Source(models.TextChoices):
        AWARD = "award", "财政奖补"
        HOUSEHOLDS = "households", "农户自筹"
        VILLAGE = "village", "村集体"
        SOCIETY = "society", "社会"
        OTHER = "other", "其他"

    site = models.ForeignKey(
        Site, models.PROTECT, verbose_name="集中建房点", related_name="funding"
    )
    source = models.CharField("资金来源", max_length=12, choices=Source)
    document_no = models.CharField("文号", max_length=60, blank=True)
    amount = QuantityField("金额", unit="元", validators=POSITIVE)
    received_on = models.DateField(
        "到账日期", null=True, blank=True, help_text="还没有到账的空着，不计入到账资金。"
    )

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "建房点资金"


class Contract(Record):
    """A contract of construction (施工合同)."""

    topic = "集中建房点"

    site = models.ForeignKey(
        Site, models.PROTECT, verbose_name="集中建房点", related_name="contracts"
    )
    phase = models.ForeignKey(
        Phase,
        models.PROTECT,
        verbose_name="建房期次",
        related_name="contracts",
        null=True,
        blank=True,
    )
    contractor = models.CharField("施工单位", max_length=80)
    credit_code = CreditCodeField("统一社会信用代码", max_length=18)
    supervisor = models.CharField("监理单位", max_length=80, blank=True)
    scope = models.CharField("合同内容", max_length=200)
    amount = QuantityField("合同金额", unit="元", validators=POSITIVE)
    signed_on = models.DateField("签订日期")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "施工合同"


class Deposit(Record):
    """What a household pays in before its house is built (订金), and gets back or has set off."""

    topic = "集中建房点"

    site = models.ForeignKey(
        Site, models.PROTECT, verbose_name="集中建房点", related_name="deposits"
    )
    householder = models.CharField("户主姓名", max_length=40)
    id_number = IdNumberField("户主身份证号", db_index=True)
    amount = QuantityField("金额", unit="元", validators=POSITIVE)
    receipt_no = models.CharField("收据编号", max_length=40)
    kept_by = models.CharField("保管人", max_length=60, help_text="如村务监督委员会。")
    paid_on = models.DateField("交款日期")
    settled_on = models.DateField(
        "退还（抵扣）日期", null=True, blank=True, help_text="退还或抵作房款之日。"
    )

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "建房订金"


class Progress(Record):
    """How far a building or a phase is on a day (工程进度); photos are kept with it as attachments."""

    topic = "集中建房点"

    class Stage(models.TextChoices):
        FOUNDATION = "foundation", "基础"
        STRUCTURE = "structure", "主体"
        TOPPED = "topped", "封顶"
        FITTING = "fitting", "装修"
        COMPLETED = "completed", "竣工"

    site = models.ForeignKey(
        Site, models.PROTECT, verbose_name="集中建房点", related_name="progress"
    )
    phase = models.ForeignKey(
        Phase,
        models.PROTECT,
        verbose_name="建房期次",
        related_name="progress",
        null=True,
        blank=True,
        help_text="整期的进度填期次，单栋的进度填楼栋，只填一个。",
    )
    building = models.ForeignKey(
        Building,
        models.PROTECT,
        verbose_name="楼栋",
        related_name="progress",
        null=True,
        blank=True,
    )
    stage = models.CharField("形象进度", max_length=12, choices=Stage)
    reached_on = models.DateField("达到日期")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "工程进度"
