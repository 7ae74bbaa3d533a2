"""Places, offices, posts and who holds them.

A place's code is a prefix of its parts' codes (GB/T 10114 and the 12-digit statistical codes): 430682 county,
430682113 town, 430682113201 village, two more digits for a group or site below it. So "within" is a range of text.
"""

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.crypto import salted_hmac

COUNTY, TOWN, VILLAGE = 6, 9, 12


class Place(models.Model):
    """A place for which records are kept. Codes are text: some forms add digits, and villages merge."""

    class Kind(models.TextChoices):
        COUNTY = "county", "县（市、区）"
        TOWN = "town", "乡镇（街道）"
        VILLAGE = "village", "村"
        COMMUNITY = "community", "社区"
        BELOW = "below", "村以下地点（组、片、建房点）"

    code = models.CharField(
        "地区代码",
        max_length=20,
        primary_key=True,
        db_collation="C",
        validators=[
            RegexValidator(
                r"^\d{6}(\d{3}(\d{3}(\d{2})*)?)?$",
                "地区代码是 6、9、12 位数字，村以下每级加 2 位。",
            )
        ],
    )
    name = models.CharField("名称", max_length=60)
    kind = models.CharField("类别", max_length=12, choices=Kind)
    valid_from = models.DateField("启用日期", null=True, blank=True)
    valid_to = models.DateField(
        "撤销日期", null=True, blank=True, help_text="撤并之日；之后不再填报。"
    )
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="并入",
        related_name="predecessors",
    )
    note = models.CharField("备注", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "地区"
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="place_ends_after_it_begins",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gt=F("valid_from")),
                violation_error_message="撤销日期要晚于启用日期。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def official_code(self) -> str:
        """The 12 digits the statistical offices print; a place below a village has none of its own."""
        return self.code.ljust(12, "0")[:12]

    @property
    def town_code(self) -> str:
        return self.code[:TOWN]

    def is_within(self, code: str) -> bool:
        return self.code.startswith(code)

    def is_valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day < self.valid_to
        )


def within(code: str, field: str = "place_id") -> Q:
    """Rows placed at a place or below it, as a range that an index can use."""
    return Q(**{f"{field}__gte": code, f"{field}__lt": code + ":"})


class Role(models.TextChoices):
    VILLAGE_CLERK = "village_clerk", "村（社区）文书"
    STATION_OFFICER = "station_officer", "站所干部"
    LINE_LEADER = "line_leader", "分管领导"
    OFFICE = "office", "党政办"
    TOWN_LEADER = "town_leader", "乡镇主要领导"
    COUNTY_READER = "county_reader", "县级查阅"
    ADMINISTRATOR = "administrator", "系统管理员"


WRITING_ROLES = (Role.VILLAGE_CLERK, Role.STATION_OFFICER, Role.LINE_LEADER, Role.OFFICE)
CLOSING_ROLES = (Role.OFFICE, Role.TOWN_LEADER)


class Office(models.Model):
    """A village committee, a station or the party-government office. Names change with every reform: data."""

    name = models.CharField("单位", max_length=60, unique=True)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name="所在地区")

    class Meta:
        verbose_name = verbose_name_plural = "单位"

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """What somebody in this chair may see and do: a place and everything below it, for some lines of work."""

    office = models.ForeignKey(Office, models.PROTECT, verbose_name="单位")
    title = models.CharField("岗位", max_length=60)
    role = models.CharField("角色", max_length=20, choices=Role)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name="管辖地区")
    lines = ArrayField(
        models.CharField(max_length=40),
        verbose_name="条线",
        default=list,
        blank=True,
        help_text="空着就是所有条线。",
    )
    trusted_with = ArrayField(
        models.CharField(max_length=60),
        verbose_name="另行授权的保密事项",
        default=list,
        blank=True,
        help_text="保密的记录只给写明授权的岗位看；空着就都看不到，管所有条线的岗位也一样。",
    )

    class Meta:
        verbose_name = verbose_name_plural = "岗位"
        constraints = [
            models.UniqueConstraint(fields=["office", "title"], name="post_title_once_in_an_office")
        ]

    def __str__(self) -> str:
        return f"{self.office}{self.title}"


class User(AbstractUser):
    """An account of one natural person."""

    last_login = None  # not used; writing it would need rights before anybody is known
    full_name = models.CharField("姓名", max_length=40)
    sign_outs = models.PositiveIntegerField(
        "退出次数", default=0, editable=False, help_text="每退出一次，此前登录的页面全部失效。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "账号"

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session is bound to: signing out, like a new password, voids every cookie given before."""
        return str(
            salted_hmac(
                "taizhang.people.session",
                f"{self.password}:{self.sign_outs}",
                secret=secret,
                algorithm="sha256",
            ).hexdigest()
        )


class Appointment(models.Model):
    """Who holds which post, by date. A person acts through one appointment at a time."""

    user = models.ForeignKey(User, models.PROTECT, verbose_name="账号", related_name="appointments")
    post = models.ForeignKey(Post, models.PROTECT, verbose_name="岗位", related_name="appointments")
    since = models.DateField("任职日期")
    until = models.DateField("离任日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "任职"
        ordering = ["since"]

    def __str__(self) -> str:
        return f"{self.user}（{self.post}）"

    def is_current(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


class AreaDuty(models.Model):
    """Who answers for a village, or for a part of one, from when to when (驻村分片).

    One person at a time for a place and a line of work; a part's own person comes before the village's. The database
    holds it (area_duty_once). Ended by a date, never deleted: that is its history.
    """

    user = models.ForeignKey(User, models.PROTECT, verbose_name="责任人", related_name="duties")
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        verbose_name="村（社区）或其中一片",
        related_name="duties",
        help_text="村里的组、片、建房点另有责任人的，单独登记一条，以那一条为准。",
    )
    lines = ArrayField(
        models.CharField(max_length=40),
        verbose_name="条线",
        default=list,
        blank=True,
        help_text="空着就是所有条线。",
    )
    since = models.DateField("起始日期")
    until = models.DateField(
        "截止日期", null=True, blank=True, help_text="这一天起由别人负责；还在负责的空着。"
    )
    note = models.CharField("备注", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "驻村分片"
        ordering = ["place", "since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="area_duty_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                violation_error_message="截止日期要晚于起始日期。",
            ),
            models.CheckConstraint(
                name="area_duty_at_a_village_or_below",
                condition=GreaterThanOrEqual(Length("place"), VILLAGE),
                violation_error_message="分片要落到村（社区）或村里的一片，不能是乡镇或县。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}：{self.user}（{self.since} 起）"


class SignInFailures(models.Model):
    """Wrong passwords under a name since the last right one, whether or not there is such an account.

    The application reads and writes none of it but through the functions of signing_in.sql.
    """

    username = models.CharField("登录名", max_length=150, primary_key=True)
    failures = models.PositiveIntegerField("连续输错次数")
    last_at = models.DateTimeField("最近一次")

    class Meta:
        verbose_name = verbose_name_plural = "登录失败"

    def __str__(self) -> str:
        return f"{self.username}：{self.failures} 次"
