"""Meetings, who came, who passes them on; and who makes up a village's representatives' meeting."""

from typing import Any

from django.db import models

from taizhang.ledgers.validators import AT_LEAST_ONE
from taizhang.lines.directives.models.common import EMPTY, LATER, OfficeRecord

MEETINGS = "会议"


class Unit(OfficeRecord):
    """Who has to pass a meeting on: a village, a community, a station. Kept at the town, read everywhere."""

    class Kind(models.TextChoices):
        VILLAGE = "village", "村（社区）"
        STATION = "station", "站所"
        OFFICE = "office", "机关办公室"

    PASS_ON = (Kind.VILLAGE, Kind.STATION)
    read_below = True
    topic = MEETINGS
    listed = ("name", "kind", "head", "since", "until")

    name = models.CharField("单位名称", max_length=60, db_index=True)
    kind = models.CharField("单位类别", max_length=10, choices=Kind)
    head = models.CharField("负责人", max_length=40, **EMPTY)
    since = models.DateField("设立日期")
    until = models.DateField("撤并日期", **LATER, help_text="从这一天起不再是传达单位。")

    class Meta(OfficeRecord.Meta):
        verbose_name = verbose_name_plural = "单位名册"

    def __str__(self) -> str:
        return self.name


class Meeting(OfficeRecord):
    """A meeting held here, or one above that is to be passed on here (`relayed_from` tells which).

    `units_asked` are the units in force on the day of a meeting that is to be passed on; `report_from` starts the
    clock of reporting back, only for villages and stations. Both are worked out.
    """

    class Level(models.TextChoices):
        PROVINCE = "province", "省"
        PREFECTURE = "prefecture", "市（地级）"
        COUNTY = "county", "县（市）"
        TOWN = "town", "镇"
        STATION = "station", "站所"
        VILLAGE = "village", "村（社区）"
        GROUP = "group", "组"

    class Kind(models.TextChoices):
        THREE_LEVELS = "three_levels", "三级干部会"
        CADRES = "cadres", "机关干部会"
        PARTY = "party", "党委会"
        JOINT = "joint", "党政领导（联席）会"
        SPECIAL = "special", "专题会"
        HUDDLE = "huddle", "碰头会"
        EXCHANGE = "exchange", "现场交流会"
        FIELD = "field", "现场推进会"
        BRANCH = "branch", "支委会"
        COMMITTEES = "committees", "“两委”会"
        REPRESENTATIVES = "representatives", "村民代表会议"
        ASSEMBLY = "assembly", "村民会议"
        GROUP = "group", "村民小组会议"
        HEADS = "heads", "户主会"
        OTHER = "other", "其他"

    class Matter(models.TextChoices):
        HOMESTEAD = "homestead", "宅基地使用方案"
        LAND_MONEY = "land_money", "征地补偿费使用分配"
        SUBSIDIES = "subsidies", "误工人员及补贴标准"
        INCOME = "income", "集体收益使用"
        WORKS = "works", "公益事业兴办、筹资筹劳及承包"
        CONTRACTS = "contracts", "土地承包经营方案"
        PROJECTS = "projects", "集体经济项目立项、承包"
        PROPERTY = "property", "借贷、租赁等处分集体财产"
        OTHER = "other", "涉及村民利益的其他事项"

    class Secrecy(models.TextChoices):
        NONE = "none", "不涉密"
        INTERNAL = "internal", "内部"
        SECRET = "secret", "秘密"
        CONFIDENTIAL = "confidential", "机密"
        TOP = "top", "绝密"

    read_below = True
    topic = MEETINGS
    listed = ("title", "kind", "unit", "held_on", "present", "reported_on")
    filtered = ("level", "kind", "held_on", "reported_on", "must_relay")
    sections = {
        "到会": "expected",
        "议程和决定": "agenda",
        "传达贯彻": "relayed_from",
        "村民（代表、小组）会议表决": "matter",
    }
    UPPER = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
    BELOW = (Level.STATION, Level.VILLAGE, Level.GROUP)

    title = models.CharField("会议名称", max_length=120)
    level = models.CharField("会议层级", max_length=12, choices=Level)
    kind = models.CharField("会议类别", max_length=16, choices=Kind)
    secrecy = models.CharField(
        "密级", max_length=12, choices=Secrecy, default=Secrecy.NONE, db_default=Secrecy.NONE
    )
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        verbose_name="召开单位",
        related_name="meetings",
        **LATER,
        help_text="本镇的单位；上级召开的空着。",
    )
    host = models.CharField("主办单位", max_length=60, **EMPTY, help_text="上级会议由谁召开。")
    held_on = models.DateField("召开日期", db_index=True)
    began_at = models.CharField("开始时间", max_length=20, **EMPTY)
    venue = models.CharField("会议地点", max_length=80, **EMPTY)
    chair = models.CharField("主持人", max_length=40, **EMPTY)
    recorder = models.CharField("记录人", max_length=40, **EMPTY)
    noticed_on = models.DateField("通知日期", **LATER)

    expected = models.PositiveIntegerField("应到人数", **LATER)
    present = models.PositiveIntegerField("实到人数", **LATER)
    absent = models.PositiveIntegerField("缺席人数", **LATER)
    absence_reason = models.CharField("缺席原因", max_length=300, **EMPTY)

    agenda = models.CharField("会议议程", max_length=1000, **EMPTY)
    minutes = models.CharField("会议内容", max_length=4000, **EMPTY)
    decisions = models.CharField(
        "议定事项", max_length=2000, **EMPTY, help_text="要督办的，另到“督办事项”一事一项立项。"
    )

    relayed_from = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="传达的会议",
        related_name="relays",
        **LATER,
        help_text="这次会议传达的是哪次会议，填它的编号。",
    )
    must_relay = models.BooleanField(
        "要求各单位传达",
        default=False,
        db_default=False,
        help_text="各村、社区、站所都要开会传达。",
    )
    reported_on = models.DateField("上报贯彻情况日期", **LATER)
    report = models.CharField("学习贯彻情况", max_length=1000, **EMPTY)

    matter = models.CharField("议决事项类别", max_length=12, choices=Matter, **EMPTY)
    authorised = models.BooleanField("村民会议已授权", default=False, db_default=False)
    households = models.PositiveIntegerField("本村（组）户数", validators=AT_LEAST_ONE, **LATER)
    households_present = models.PositiveIntegerField("到会户代表", **LATER)
    agreed = models.PositiveIntegerField("同意人数", **LATER)
    passed = models.BooleanField("表决通过", default=False, db_default=False)

    units_asked = models.PositiveIntegerField("应传达单位数", null=True, editable=False)
    report_from = models.DateField("上报期限起算日", null=True, editable=False)

    class Meta(OfficeRecord.Meta):
        verbose_name = verbose_name_plural = "会议"
        indexes = [models.Index(fields=["place", "kind", "held_on"], name="meetings_of_a_place")]

    def __str__(self) -> str:
        return f"{self.title}（{self.number}）"

    def values(self) -> dict[str, Any]:
        """With the day of the meeting that it passes on."""
        above = self.relayed_from if self.relayed_from_id else None
        return super().values() | {"above_on": above.held_on if above else None}


class Attendee(OfficeRecord):
    """One person on the sign-in sheet."""

    class State(models.TextChoices):
        PRESENT = "present", "到会"
        DEPUTY = "deputy", "由他人代会"
        EXCUSED = "excused", "请假"
        ABSENT = "absent", "缺席"

    topic = MEETINGS
    CAME = (State.PRESENT, State.DEPUTY)

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, verbose_name="会议", related_name="attendees"
    )
    name = models.CharField("姓名", max_length=40)
    unit_name = models.CharField("单位及职务", max_length=80, **EMPTY)
    state = models.CharField("到会情况", max_length=10, choices=State)
    deputy = models.CharField("代会人", max_length=40, **EMPTY)
    reason = models.CharField("未到原因", max_length=120, **EMPTY)

    class Meta(OfficeRecord.Meta):
        verbose_name = verbose_name_plural = "会议签到"


class Assembly(OfficeRecord):
    """Who makes up a village's representatives' meeting (organic law of village committees, article 25)."""

    topic = MEETINGS

    since = models.DateField("推选日期")
    until = models.DateField("任期届满日期", **LATER)
    members = models.PositiveIntegerField("组成人员", validators=AT_LEAST_ONE)
    representatives = models.PositiveIntegerField("其中村民代表", validators=AT_LEAST_ONE)
    women = models.PositiveIntegerField("其中妇女")
    households = models.PositiveIntegerField("全村户数", validators=AT_LEAST_ONE)

    class Meta(OfficeRecord.Meta):
        verbose_name = verbose_name_plural = "村民代表会议组成"
