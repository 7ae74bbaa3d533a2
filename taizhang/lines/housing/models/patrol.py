"""Patrols against illegal building (控建拆违), and what they found."""

from django.db import models

from taizhang.ledgers.fields import IdNumberField, QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.households import by
from taizhang.lines.housing.models.visits import PEOPLE


class Patrol(Record):
    """A round that was made. One that found nothing is a record too: nothing found is not nobody went."""

    topic = "控建拆违"

    on = models.DateField("巡查日期")
    route = models.CharField(
        "巡查路线", max_length=200, help_text="路线或范围：走了哪些组、哪条路、哪片田。"
    )
    people = models.CharField(
        "巡查人员", max_length=300, validators=[PEOPLE], help_text="姓名（单位）；姓名（单位）。"
    )
    findings = models.PositiveSmallIntegerField(
        "发现处数", help_text="没有发现填 0；发现的逐处登记到“违法建房”。"
    )

    listed = ("on", "route", "people", "findings")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "控建巡查"


class Violation(Record):
    """A house or part of one built against the law: found, stopped, handed to whoever may punish, closed.

    The township may order to stop and hands over; who may punish depends on the day and on who owns the land.
    """

    topic = "控建拆违"

    class Stage(models.TextChoices):
        PREPARING = "preparing", "备料平基"
        FOUNDATION = "foundation", "基础"
        STRUCTURE = "structure", "主体施工"
        ROOFED = "roofed", "封顶"
        OCCUPIED = "occupied", "已入住"

    class Kind(models.TextChoices):
        UNAPPROVED = "unapproved", "未批先建"
        TOO_LARGE = "too_large", "少批多占"
        ELSEWHERE = "elsewhere", "批东建西"
        TOO_HIGH = "too_high", "超层"
        CULTIVATED = "cultivated", "占用耕地"
        BASIC_FARMLAND = "basic_farmland", "占基本农田"
        SECOND_HOMESTEAD = "second_homestead", "一户多宅"

    class Receiver(models.TextChoices):
        LAND = "land", "县级国土资源部门"
        AGRICULTURE = "agriculture", "县级农业农村部门"
        TOWN = "town", "乡镇政府（承接处罚权）"
        OTHER = "other", "其他部门"

    class Result(models.TextChoices):
        MENDED = "mended", "整改到位"
        REGULARISED = "regularised", "补办手续"
        REMOVED = "removed", "拆除"
        PROSECUTED = "prosecuted", "移送立案"
        OTHER = "other", "其他"

    found_on = models.DateField("发现日期")
    patrol = models.ForeignKey(
        Patrol,
        models.PROTECT,
        verbose_name="哪次巡查发现",
        related_name="violations",
        null=True,
        blank=True,
    )
    location = models.CharField("具体位置", max_length=120)
    builder = models.CharField("建房人", max_length=40)
    id_number = IdNumberField("建房人身份证号", blank=True)
    approval = models.ForeignKey(
        Approval,
        models.PROTECT,
        verbose_name="建房审批",
        related_name="violations",
        null=True,
        blank=True,
        help_text="批过的填它的编号；没有批的空着。",
    )
    kind = models.CharField("违法类型", max_length=20, choices=Kind)
    stage = models.CharField("建设阶段", max_length=12, choices=Stage)
    land_owner = models.CharField("土地权属", max_length=10, choices=Approval.LandOwner)
    land_class = models.CharField("地类", max_length=20, choices=Approval.LandClass)
    area = QuantityField("违法占地面积", unit="㎡", validators=POSITIVE)
    stop_order_no = models.CharField("责令停工通知书文号", max_length=60, blank=True)
    stopped_on = models.DateField("责令停工日期", null=True, blank=True)
    handed_to = models.CharField("移交给", max_length=12, choices=Receiver, blank=True)
    delegation_document = models.CharField(
        "处罚权下放文件",
        max_length=120,
        blank=True,
        help_text="由乡镇自己处罚的，填省级政府下放处罚权的决定。",
    )
    handed_over_on = models.DateField("移交日期", null=True, blank=True)
    result = models.CharField("处理结果", max_length=12, choices=Result, blank=True)
    removed_area = QuantityField(
        "拆除建筑面积", unit="㎡", null=True, blank=True, validators=POSITIVE
    )
    closed_on = models.DateField("办结日期", null=True, blank=True)

    listed = ("builder", "location", "kind", "area", "closed_on")
    searched = ("builder", "id_number", "location")
    filtered = ("kind", "stage", "result", "found_on")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "违法建房"
        indexes = [by("id_number", "violations_by_id")]
