"""A petition as it is registered: who came, by which channel, about what, and which way it is to go."""

from django.db import models

from taizhang.ledgers.fields import IdNumberField, PhoneField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE
from taizhang.lines.petitions.models.classes import ContentClass
from taizhang.people.models import TOWN, Place

EMPTY = {"blank": True, "default": "", "db_default": ""}
LATER = {"null": True, "blank": True}
ACCUSATION = "petitions.accusation"  # what a post must be appointed for by name

# The county and above read closed figures, not petitioners. An accusation is for posts appointed for it, less the
# unit, the village and the person it is about (regulations of 2022, article 30).
SEEN_IF = f"""(SELECT taizhang_role()) <> 'county_reader' AND (
    (kind <> 'accusation' AND purpose <> 'accusation')
    OR ((SELECT taizhang_trusted('{ACCUSATION}'))
        AND NOT petitions_is_accused(accused_place_id, accused_unit, accused)))"""


class RegisteredPetition(Record):
    """The registration form (信访登记). `place` is where the case is kept; where the problem is, is another field."""

    class Channel(models.TextChoices):
        LETTER = "letter", "来信"
        VISIT = "visit", "来访"
        WEB = "web", "网上"
        CALL = "call", "来电"
        FAX = "fax", "传真"
        TRANSFERRED = "transferred", "上级转交"

    class Level(models.TextChoices):
        TOWN = "town", "本乡镇"
        COUNTY = "county", "县（市、区）"
        PREFECTURE = "prefecture", "市（州）"
        PROVINCE = "province", "省"
        NATION = "nation", "国家"

    class Purpose(models.TextChoices):
        APPEAL = "appeal", "申诉"
        SETTLEMENT = "settlement", "求决"
        ACCUSATION = "accusation", "揭发控告"
        SUGGESTION = "suggestion", "意见建议"
        OTHER = "other", "其他"

    class Kind(models.TextChoices):
        SUGGESTION = "suggestion", "建议意见类"
        ACCUSATION = "accusation", "检举控告类"
        APPEAL = "appeal", "申诉求决类"

    class Route(models.TextChoices):
        LITIGATION = "litigation", "诉讼"
        ARBITRATION = "arbitration", "仲裁"
        PARTY = "party", "党员申诉"
        ADMINISTRATIVE = "administrative", "行政程序"
        DUTY = "duty", "申请查处或履行职责"
        HANDLING = "handling", "信访程序"

    class Petitioners(models.TextChoices):
        CITIZEN = "citizen", "公民"
        COMPANY = "company", "法人"
        ORGANISATION = "organisation", "其他组织"

    class Sex(models.TextChoices):
        MALE = "male", "男"
        FEMALE = "female", "女"

    kept_at = TOWN
    seen_if = SEEN_IF
    also_seen_at = "handed_to"
    confidential_matters = ((ACCUSATION, "检举控告"),)

    received_on = models.DateField("收到日期", help_text="信访人来到、来信收到、上级转到的那一天。")
    received_at = models.CharField("收到时间", max_length=20, **EMPTY)
    registered_on = models.DateField("登记日期")
    registered_at = models.CharField("登记机关", max_length=60, **EMPTY)
    registered_by = models.CharField("登记人", max_length=40)
    channel = models.CharField("信访形式", max_length=12, choices=Channel)
    source_level = models.CharField("来源层级", max_length=12, choices=Level, **EMPTY)
    source_document = models.CharField("转送（交办）文号", max_length=60, **EMPTY)
    anonymous = models.BooleanField("匿名", default=False, db_default=False)
    petitioners = models.CharField("信访人类别", max_length=12, choices=Petitioners, **EMPTY)
    petitioner_name = models.CharField(
        "信访人姓名",
        max_length=60,
        **EMPTY,
        help_text="多人的写牵头的一人，其余写在《共同信访人》。",
    )
    sex = models.CharField("性别", max_length=6, choices=Sex, **EMPTY)
    id_number = IdNumberField("身份证号", **EMPTY)
    other_id = models.CharField("其他证件及号码", max_length=60, **EMPTY)
    phone = PhoneField("电话", **EMPTY)
    address = models.CharField("住址", max_length=120, **EMPTY)
    people = models.PositiveIntegerField(
        "人数", default=1, db_default=1, validators=AT_LEAST_ONE, help_text="照实填，不是代表人数。"
    )
    representatives = models.PositiveSmallIntegerField("代表人数", **LATER)
    may_publish = models.BooleanField("信访人同意公开答复", default=False, db_default=False)

    purpose = models.CharField("信访目的", max_length=12, choices=Purpose)
    content_class = models.ForeignKey(
        ContentClass, models.PROTECT, verbose_name="内容分类", related_name="petitions"
    )
    problem_place = models.ForeignKey(
        Place,
        models.PROTECT,
        verbose_name="问题发生地",
        related_name="+",
        help_text="数字按它归村；不在哪个村的填乡镇。",
    )
    problem_since = models.CharField("问题发生时间", max_length=60, **EMPTY)
    matter = models.CharField(
        "反映事项", max_length=80, help_text="一句话写明是哪件事，例如“三组水田界址”。"
    )
    summary = models.CharField("主要内容", max_length=500, **EMPTY)
    request = models.CharField("诉求", max_length=300, **EMPTY)
    organs = models.CharField("涉及单位", max_length=120, **EMPTY)
    earlier_handling = models.CharField("以前的办理情况", max_length=300, **EMPTY)
    accused = models.CharField("被反映人", max_length=120, **EMPTY)
    accused_unit = models.CharField(
        "被反映单位", max_length=60, **EMPTY, help_text="写单位表里的全称，数据库才能替它回避。"
    )
    accused_place = models.ForeignKey(
        Place, models.PROTECT, verbose_name="被反映的村（社区）", related_name="+", **LATER
    )
    other_matter_reason = models.CharField(
        "认定为另一事项的理由",
        max_length=200,
        **EMPTY,
        help_text="同一人、同一类、同一地方又来一件，比对会列为重复；确是另一件事的才写。",
    )
    other_matter_by = models.CharField("另一事项认定人", max_length=40, **EMPTY)
    code_round = models.PositiveSmallIntegerField(
        "查询码换发次数", default=0, db_default=0, help_text="查询码泄露了的加一，原来的码就作废。"
    )

    kind = models.CharField("信访事项类别", max_length=12, choices=Kind, **EMPTY)
    route = models.CharField("申诉求决办理途径", max_length=16, choices=Route, **EMPTY)

    class Meta(Record.Meta):
        abstract = True
