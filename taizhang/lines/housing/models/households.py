"""Households (农户), who belongs to them from when to when, and the homesteads (宅基地) they hold or held.

The household is the applicant of every application to build. It splits, marries and buries; so membership is dated.
"""

from django.db import models

from taizhang.ledgers.fields import IdNumberField, PhoneField, QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import POSITIVE


def by(column: str, name: str) -> models.Index:
    """An index that a rule finds other records by, together with the range of places that row-level security adds.

    Without the place in it, PostgreSQL that has not counted a new table yet reads the whole range for every record.
    """
    return models.Index(fields=[column, "place"], name=f"housing_{name}")


class Sex(models.TextChoices):
    MALE = "male", "男"
    FEMALE = "female", "女"


class Household(Record):
    """A household (户) of the village, under its householder of today."""

    topic = "农户和宅基地"

    group = models.CharField("村民小组", max_length=40, blank=True)
    householder = models.CharField("户主姓名", max_length=40)
    id_number = IdNumberField("户主身份证号")
    phone = PhoneField(blank=True)
    registered_residence = models.CharField("户口所在地", max_length=120, blank=True)
    since = models.DateField("立户日期", help_text="分户的填分户之日；不清楚的填建册之日。")
    until = models.DateField(
        "销户日期", null=True, blank=True, help_text="并户、迁走或绝户之日；在册的空着。"
    )

    listed = ("householder", "group", "since", "until")
    searched = ("householder", "id_number")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "农户"
        indexes = [by("id_number", "household_person")]


class Member(Record):
    """A person of a household (家庭成员), from the day of joining until the day of leaving, which no longer counts.

    Relations follow GB/T 4761. The householder is a member too: a household's heads over the years are rows.
    """

    topic = "农户和宅基地"

    class Relation(models.TextChoices):
        HEAD = "head", "户主"
        SPOUSE = "spouse", "配偶"
        SON = "son", "子"
        DAUGHTER = "daughter", "女"
        DAUGHTER_IN_LAW = "daughter_in_law", "儿媳"
        SON_IN_LAW = "son_in_law", "女婿"
        GRANDCHILD = "grandchild", "孙子女或外孙子女"
        PARENT = "parent", "父母"
        PARENT_IN_LAW = "parent_in_law", "公婆或岳父母"
        GRANDPARENT = "grandparent", "祖父母或外祖父母"
        SIBLING = "sibling", "兄弟姐妹"
        OTHER = "other", "其他"

    class Leaving(models.TextChoices):
        SPLIT = "split", "分户"
        MARRIAGE = "marriage", "婚嫁迁出"
        MOVED = "moved", "迁出"
        DEATH = "death", "死亡"
        RELATION = "relation", "与户主关系改变"
        OTHER = "other", "其他"

    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name="农户", related_name="members", db_index=False
    )
    name = models.CharField("姓名", max_length=40)
    sex = models.CharField("性别", max_length=6, choices=Sex, blank=True)
    id_number = IdNumberField()
    relation = models.CharField("与户主关系", max_length=20, choices=Relation)
    registered_residence = models.CharField("户口所在地", max_length=120, blank=True)
    since = models.DateField("入户日期", help_text="出生、婚入、分户之日；不清楚的填立户之日。")
    until = models.DateField(
        "离户日期", null=True, blank=True, help_text="这一天起不再是这户的人；在册的空着。"
    )
    left_because = models.CharField(
        "离户原因",
        max_length=10,
        choices=Leaving,
        blank=True,
        help_text="户主去世后接任的，原来那行写“与户主关系改变”，另登一行。",
    )

    listed = ("household", "name", "relation", "since", "until")
    searched = ("name", "id_number")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "家庭成员"
        indexes = [by("household", "member_household"), by("id_number", "member_person")]


class Homestead(Record):
    """A homestead (宅基地) that a household holds, and how it ended; its place is where the land lies."""

    topic = "农户和宅基地"

    class Ending(models.TextChoices):
        RETURNED = "returned", "退回集体"
        EXPROPRIATED = "expropriated", "征收"
        SOLD = "sold", "出卖"
        RENTED = "rented", "出租"
        GIVEN = "given", "赠与"
        LOST = "lost", "灭失"
        OTHER = "other", "其他"

    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name="农户", related_name="homesteads", db_index=False
    )
    holder = models.CharField("使用权人", max_length=40)
    id_number = IdNumberField("使用权人身份证号")
    location = models.CharField("坐落", max_length=120, blank=True)
    area = QuantityField("宅基地面积", unit="㎡", validators=POSITIVE)
    floor_area = QuantityField(
        "房屋建筑面积", unit="㎡", validators=POSITIVE, null=True, blank=True
    )
    title_no = models.CharField("权属证书号", max_length=60, blank=True)
    obtained_on = models.DateField("取得日期", help_text="批准或继承之日；不清楚的填建册之日。")
    approval = models.ForeignKey(
        "housing.Approval",
        models.PROTECT,
        verbose_name="建房审批",
        related_name="homesteads",
        null=True,
        blank=True,
        help_text="由哪一件建房审批取得；老宅基地空着。",
    )
    ended_on = models.DateField("终止日期", null=True, blank=True, help_text="在用的空着。")
    ended_how = models.CharField(
        "终止方式",
        max_length=14,
        choices=Ending,
        blank=True,
        help_text="出卖、出租、赠与住房的也填，之后不得再批宅基地。",
    )
    consent_no = models.CharField(
        "退出同意协议编号", max_length=60, blank=True, help_text="退回集体要有本户签字的协议。"
    )

    listed = ("household", "holder", "area", "obtained_on", "ended_on")
    searched = ("holder", "id_number")

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "宅基地登记"
        indexes = [
            by("household", "homestead_household"),
            by("id_number", "homestead_person"),
            models.Index(
                fields=["id_number", "household", "place"],
                condition=models.Q(ended_how__in=["sold", "rented", "given"]),
                name="housing_homestead_given_away",
            ),
        ]
