"""Applications to build and what became of them: the fields of the national forms, in the order of the papers.

The forms are the annexes to 农经发〔2019〕6号: application, commitment letter, approval form, planning permit,
homestead certificate. The sixth, the acceptance form, is a ledger of its own: a house may be inspected twice.
"""

from typing import ClassVar

from django.db import models

from taizhang.ledgers.fields import IdNumberField, PhoneField, QuantityField
from taizhang.ledgers.record import Record
from taizhang.ledgers.validators import AT_LEAST_ONE, POSITIVE
from taizhang.lines.housing.models.households import Household, Sex, by
from taizhang.lines.housing.models.planning import Drawing, Plan


def opinion(title: str) -> models.CharField:
    """What somebody wrote on a form, next to the signature."""
    return models.CharField(title, max_length=200, blank=True)


def day(title: str, help_text: str = "") -> models.DateField:
    """A day that comes with the course of the matter, empty until then."""
    return models.DateField(title, null=True, blank=True, help_text=help_text)


def measure(title: str, unit: str = "㎡") -> QuantityField:
    """A measure that a form may leave open."""
    return QuantityField(title, unit=unit, validators=POSITIVE, null=True, blank=True)


class Approval(Record):
    """An application to build a house and what became of it.

    The applicant is the household. Who owns the land chooses the rules: homestead law is for collective land,
    a former state farm also has state land.
    """

    topic = "审批和到场"

    class Kind(models.TextChoices):
        CONCENTRATED = "concentrated", "集中"
        SCATTERED = "scattered", "分散"

    class LandOwner(models.TextChoices):
        COLLECTIVE = "collective", "集体"
        STATE = "state", "国有"

    class LandClass(models.TextChoices):
        CULTIVATED = "cultivated", "农用地（耕地）"
        FOREST = "forest", "农用地（林地）"
        GRASS = "grass", "农用地（草地）"
        OTHER_FARM = "other_farm", "农用地（其他）"
        BASIC_FARMLAND = "basic_farmland", "永久基本农田"
        CONSTRUCTION = "construction", "建设用地"
        VILLAGE_IDLE = "village_idle", "建设用地（村内空闲地或原宅基地）"
        BARREN = "barren", "未利用地（荒山荒地）"
        OTHER_UNUSED = "other_unused", "未利用地（其他）"

    FARMLAND = (LandClass.CULTIVATED, LandClass.FOREST, LandClass.GRASS, LandClass.OTHER_FARM)

    class Authority(models.TextChoices):
        COUNTY = "county", "县级"
        TOWN = "town", "乡镇"

    class Disposal(models.TextChoices):
        KEEP = "keep", "保留"
        RETURN = "return", "退给村集体"
        OTHER = "other", "其他"

    class BuildingType(models.TextChoices):
        REBUILD = "rebuild", "原址翻建"
        EXTEND = "extend", "改扩建"
        RELOCATE = "relocate", "异址新建"

    class Reason(models.TextChoices):
        SPLIT = "split", "分户新建"
        PLAN = "plan", "按规划迁址新建"
        ON_SITE = "on_site", "原址改扩翻建"
        OTHER = "other", "其他"

    # Application: who applies. The family is in the ledger of members.
    household = models.ForeignKey(
        Household,
        models.PROTECT,
        verbose_name="农户",
        related_name="approvals",
        null=True,
        blank=True,
        help_text="农户台账里的编号；家庭成员和一户一宅由此核对。",
    )
    householder = models.CharField("户主姓名", max_length=40)
    sex = models.CharField("性别", max_length=6, choices=Sex, blank=True)
    age = models.PositiveSmallIntegerField("年龄", null=True, blank=True)
    id_number = IdNumberField("户主身份证号")
    phone = PhoneField(blank=True)
    registered_residence = models.CharField("户口所在地", max_length=120, blank=True)

    # Application: the homestead that the household has.
    existing_area = measure("现有宅基地面积")
    existing_floor_area = measure("现有房屋建筑面积")
    existing_title_no = models.CharField("现有宅基地权属证书号", max_length=60, blank=True)
    disposal = models.CharField("现有宅基地处置", max_length=8, choices=Disposal, blank=True)
    kept_area = measure("保留面积")
    disposal_note = opinion("其他处置说明")

    # Application: what it wants to build, and where.
    kind = models.CharField("建房方式", max_length=12, choices=Kind)
    building_type = models.CharField("建房类型", max_length=10, choices=BuildingType, blank=True)
    land_owner = models.CharField("土地权属", max_length=10, choices=LandOwner)
    land_class = models.CharField("地类", max_length=20, choices=LandClass)
    address = models.CharField("拟建地址", max_length=120, blank=True)
    east = models.CharField("东至", max_length=60, blank=True)
    south = models.CharField("南至", max_length=60, blank=True)
    west = models.CharField("西至", max_length=60, blank=True)
    north = models.CharField("北至", max_length=60, blank=True)
    homestead_area = QuantityField("宅基地面积", unit="㎡", validators=POSITIVE)
    footprint = QuantityField("房基占地面积", unit="㎡", validators=POSITIVE)
    floor_area = QuantityField("建筑面积", unit="㎡", validators=POSITIVE)
    storeys = models.PositiveSmallIntegerField("层数", validators=AT_LEAST_ONE)
    height = measure("建筑高度", "米")
    length = measure("房屋长", "米")
    width = measure("房屋宽", "米")
    plan = models.ForeignKey(
        Plan,
        models.PROTECT,
        verbose_name="依据的规划",
        related_name="approvals",
        null=True,
        blank=True,
    )
    drawing = models.ForeignKey(
        Drawing,
        models.PROTECT,
        verbose_name="图样",
        related_name="approvals",
        null=True,
        blank=True,
    )
    contractor = models.CharField("施工单位或工匠", max_length=60, blank=True)
    neighbours_consulted = models.BooleanField("已征求相邻权利人意见", null=True, blank=True)
    reason = models.CharField("申请理由", max_length=10, choices=Reason, blank=True)
    reason_note = opinion("申请理由说明")
    applied_on = models.DateField("申请日期")

    # Commitment letter.
    committed_on = day("承诺书签署日期")
    build_months = models.PositiveSmallIntegerField(
        "承诺建成月数", null=True, blank=True, help_text="批准后几个月内建成。"
    )
    removal_days = models.PositiveSmallIntegerField(
        "承诺拆旧天数", null=True, blank=True, help_text="新房竣工后几天内拆除旧房、退回宅基地。"
    )

    # Village: discussion by the group (or, where there is none, the representatives), notice, review.
    discussed_on = day("村组讨论日期", "村民小组会议之日；没有小组的，村民代表会议之日。")
    group_head = models.CharField("组长", max_length=40, blank=True)
    group_opinion = opinion("村组意见")
    noticed_on = day("公示张贴日期")
    notice_until = day("公示截止日期", "公示期的最后一天；张贴当天不算。")
    notice_removed_on = day("公示撤下日期")
    objections = models.CharField("公示异议及处理", max_length=500, blank=True)
    village_reviewed_on = day("村级审查日期", "村级组织签署意见、盖章之日。")
    village_head = models.CharField("村级负责人", max_length=40, blank=True)
    village_opinion = opinion("村级意见")

    # Township: papers received, corrected, accepted.
    received_on = day("收件日期", "乡镇窗口收到申请材料之日。")
    receipt_no = models.CharField("受理单号", max_length=60, blank=True)
    correction_asked_on = day("告知补正日期", "材料不齐的，一次告知全部要补的内容之日。")
    correction_items = models.CharField("补正内容", max_length=500, blank=True)
    corrected_on = day("补正日期", "材料补齐之日。")
    accepted_on = day("受理日期")
    declined_on = day("不予受理日期", "申请事项依法不归这里办，或者不具备申请资格，书面告知之日。")
    declined_reason = models.CharField("不予受理理由", max_length=500, blank=True)
    is_joint = models.BooleanField(
        "联合办理", default=False, help_text="几个部门联合办理的，办理期限 45 个工作日。"
    )

    # Joint review: each department dates and words its own opinion.
    natural_resources_on = day("自然资源审查日期")
    natural_resources_opinion = opinion("自然资源审查意见")
    agriculture_on = day("农业农村审查日期")
    agriculture_opinion = opinion("农业农村审查意见")
    others_on = day("其他部门审查日期", "林业、水利、电力、交通等，涉及的才填。")
    others_opinion = opinion("其他部门审查意见")
    conversion_no = models.CharField("农用地转用批准文号", max_length=60, blank=True)
    converted_on = day("农用地转用批准日期")
    farmland_checked_on = day("八不准核对日期", "占用耕地的，逐条核对“八不准”之日。")

    # Decision.
    extended_on = day("延期批准日期", "期限内办不完、由负责人批准延长之日。")
    extended_by = models.CharField("延期批准人", max_length=40, blank=True)
    approved_on = day("批准日期")
    refused_on = day("不予批准日期")
    refusal_reason = models.CharField("不予批准理由", max_length=500, blank=True)
    withdrawn_on = day("撤回申请日期", "申请人在决定之前自己撤回之日。")
    authority = models.CharField("审批机关", max_length=10, choices=Authority, blank=True)
    document_no = models.CharField("批准文号", max_length=60, blank=True)
    result_noticed_on = day("审批结果公布日期")
    result_notice_until = day("审批结果公布截止日期")
    result_removed_on = day("审批结果撤下日期")

    # Permit and certificate.
    permit_no = models.CharField("乡村建设规划许可证号", max_length=60, blank=True)
    certificate_no = models.CharField(
        "宅基地批准书号",
        max_length=60,
        blank=True,
        help_text="农宅字后的号码，一般 16 位：县 6 位、乡镇 3 位、年份 4 位、顺序 3 位。",
    )
    certificate_from = day("批准书有效期起")
    certificate_until = day("批准书有效期止")
    delivered_on = day("发证日期", "许可证和批准书送达申请人之日。")

    # Building, to the title. What was built is measured in the ledger of acceptances.
    set_out_on = day("放线日期", "乡镇到场丈量批放之日。")
    started_on = day("开工日期")
    completed_on = day("竣工日期")
    registered_on = day("不动产登记日期")
    title_no = models.CharField("不动产权证书号", max_length=60, blank=True)

    listed = ("householder", "kind", "homestead_area", "applied_on", "document_no")
    filtered = ("kind", "land_owner", "land_class", "authority", "applied_on", "approved_on")
    sections: ClassVar = {
        "申请人": "household",
        "现有宅基地": "existing_area",
        "拟建房屋和用地": "kind",
        "承诺书": "committed_on",
        "村组讨论、公示和审查": "discussed_on",
        "收件和受理": "received_on",
        "联合审查": "natural_resources_on",
        "决定和公布": "extended_on",
        "许可证和批准书": "permit_no",
        "放线到登记": "set_out_on",
    }

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "建房审批"
        indexes = [
            by("id_number", "approval_person"),
            by("permit_no", "approval_permit"),
            by("certificate_no", "approval_certificate"),
        ]
