"""For each rule of petitions: what breaks it, how severely, and what keeps it."""

from datetime import date
from typing import Any

from taizhang.lines.petitions.tests.petitions import ACCEPTED, ANSWERED, CAME, CLOSED, SERVED

Said = dict[str, Any]


def on(text: str) -> date:
    month, day = text.split(".")
    return date(2018, int(month), int(day))


def without(said: Said, *names: str) -> Said:
    return {key: value for key, value in said.items() if key not in names}


TRANSFERRED = {"channel": "transferred", "source_level": "county", "source_document": "示例1号"}
OBJECTED = TRANSFERRED | {"objected_on": on("3.7"), "objection_reason": "不归本级"}
EXTENDED = ACCEPTED | {
    "extension_asked_on": on("4.20"),
    "extension_reason": "要等县里核定地类",
    "extension_approved_by": "孙丙寅",
    "extended_on": on("4.23"),
    "extended_to": on("5.31"),
    "extension_told_on": on("4.24"),
    "handler": "钱乙丑",
}
REVIEWED = SERVED | {
    "review_asked_on": on("4.10"),
    "review_opinion_on": on("5.2"),
    "review_organ": "临湘市人民政府",
    "review_result": "upheld",
    "review_opinion": "维持原处理意见",
}
RE_REVIEWED = REVIEWED | {
    "re_review_asked_on": on("5.10"),
    "re_review_opinion_on": on("6.1"),
    "re_review_organ": "岳阳市人民政府",
    "re_review_result": "upheld",
    "re_review_opinion": "维持复查意见",
}
FORWARDED = {
    "forwarded_on": on("3.5"),
    "forwarded_to": "临湘市水务局",
    "kind": "appeal",
    "route": "duty",
}
GUIDED = {
    "guided_on": on("3.5"),
    "guided_to": "临湘市人民法院",
    "kind": "appeal",
    "route": "litigation",
}
REFUSED = {"not_accepted_on": on("3.5"), "not_accepted_reason": "已经复核终结"}
TOLD = {"informed_on": on("3.6")}

# title: severity, what breaks it, what keeps it
PETITIONS: dict[str, tuple[str, Said, Said]] = {
    "写明姓名或注明匿名": (
        "error",
        {"petitioner_name": ""},
        {"petitioner_name": "", "anonymous": True, "phone": ""},
    ),
    "匿名的不写身份": ("ask", {"anonymous": True, "phone": "13800000001"}, {"anonymous": True}),
    "收到之后登记": ("error", {"registered_on": on("2.28")}, {"registered_on": CAME}),
    "上级转交的写明来源": ("ask", TRANSFERRED | {"source_document": ""}, TRANSFERRED),
    "走访代表不超过规定人数": (
        "ask",
        {"people": 20, "representatives": 6},
        {"people": 20, "representatives": 5},
    ),
    "集体访写明代表人数": ("ask", {"people": 5}, {"people": 4}),
    "另一事项不由登记人认定": (
        "error",
        {"other_matter_reason": "另一件", "other_matter_by": "登记甲"},
        {"other_matter_reason": "另一件", "other_matter_by": "周戊辰"},
    ),
    "认定为另一事项的请复核": (
        "ask",
        {"other_matter_reason": "另一件", "other_matter_by": "周戊辰"},
        {},
    ),
    "承办人不能是当事人": ("error", {"handler": "赵甲子"}, {"handler": "钱乙丑"}),
    "只作一种处理决定": ("error", ACCEPTED | FORWARDED, ACCEPTED),
    "按期告知": (
        "ask",
        FORWARDED | {"informed_on": on("3.17")},
        FORWARDED | {"informed_on": on("3.16")},
    ),
    "作了决定要告知信访人": ("ask", FORWARDED, FORWARDED | TOLD),
    "收到之后告知": ("error", {"informed_on": on("2.28")}, {"informed_on": CAME}),
    "不予受理写明理由": ("error", REFUSED | {"not_accepted_reason": ""}, REFUSED),
    "转送写明去向": ("error", FORWARDED | {"forwarded_to": ""}, FORWARDED),
    "引导写明途径": ("error", GUIDED | {"guided_to": ""}, GUIDED),
    "交办写明承办单位": (
        "error",
        {"handed_over_on": on("3.5")},
        {"handed_over_on": on("3.5"), "handling_unit": "国土所"},
    ),
    "交办到村有交办日期": (
        "error",
        {"handed_to_id": "430682113203"},
        {"handed_to_id": "430682113203", "handed_over_on": on("3.5")},
    ),
    "申诉求决分清途径": ("ask", ACCEPTED | {"route": ""}, ACCEPTED),
    "作决定时分清类别": ("ask", ACCEPTED | {"kind": ""}, ACCEPTED),
    "异议在五个工作日内提出": (
        "error",
        OBJECTED | {"objected_on": on("3.9")},
        OBJECTED | {"objected_on": on("3.8")},
    ),
    "异议只对上级转交的提": ("error", OBJECTED | {"channel": "letter"}, OBJECTED),
    "异议写明理由": ("error", OBJECTED | {"objection_reason": ""}, OBJECTED),
    "异议经同意后退还材料": (
        "error",
        OBJECTED | {"papers_returned_on": on("3.12")},
        OBJECTED | {"objection_agreed_on": on("3.9"), "papers_returned_on": on("3.12")},
    ),
    "异议不早于收到": ("error", OBJECTED | {"objected_on": on("2.27")}, OBJECTED),
    "延期在期满前申请": (
        "error",
        EXTENDED | {"extension_asked_on": on("5.7"), "extended_on": on("5.8")},
        EXTENDED,
    ),
    "延期要负责人批准并写明理由": ("error", EXTENDED | {"extension_reason": ""}, EXTENDED),
    "没有批准的不算延期": (
        "error",
        without(EXTENDED, "extended_on", "extension_told_on"),
        EXTENDED,
    ),
    "承办人不能自己批准延期": ("error", EXTENDED | {"extension_approved_by": "钱乙丑"}, EXTENDED),
    "延期先申请后批准": ("error", EXTENDED | {"extended_on": on("4.19")}, EXTENDED),
    "延期不超过三十日": (
        "error",
        EXTENDED | {"extended_to": on("6.5")},
        EXTENDED | {"extended_to": on("6.4")},
    ),
    "延长到的日子晚于原期限": ("error", EXTENDED | {"extended_to": on("5.4")}, EXTENDED),
    "延期告知信访人": ("ask", without(EXTENDED, "extension_told_on"), EXTENDED),
    "处理意见写全四项": ("error", ANSWERED | {"legal_basis": ""}, ANSWERED),
    "处理意见按期作出": (
        "ask",
        ANSWERED | {"opinion_on": on("5.7")},
        ANSWERED | {"opinion_on": on("5.4")},
    ),
    "处理意见不是一句话": ("ask", ANSWERED | {"facts": "属实"}, ANSWERED),
    "送达写明方式": ("ask", SERVED | {"served_how": ""}, SERVED),
    "支持的要督促落实": ("ask", without(CLOSED, "carried_out_on"), CLOSED),
    "转送、引导、不予受理告知后办结": (
        "error",
        FORWARDED | {"closed_on": on("3.8")},
        FORWARDED | TOLD | {"closed_on": on("3.8")},
    ),
    "调解结案有协议": ("ask", ACCEPTED | {"mediated_on": on("3.20")}, ACCEPTED),
    "撤回要写明方式": (
        "error",
        {"withdrawn_on": on("3.5")},
        {"withdrawn_on": on("3.5"), "withdrawn_how": "本人书面"},
    ),
    "并入原件的是重复件": ("error", {"merged_on": on("3.5")}, {}),
    "复查申请期过后办结": (
        "ask",
        CLOSED | {"closed_on": on("5.3")},
        CLOSED | {"closed_on": on("5.4")},
    ),
    "复查在三十日内申请": (
        "ask",
        REVIEWED | {"review_asked_on": on("5.4"), "review_opinion_on": None},
        REVIEWED,
    ),
    "复核在三十日内申请": (
        "ask",
        RE_REVIEWED | {"re_review_asked_on": on("6.4"), "re_review_opinion_on": None},
        RE_REVIEWED,
    ),
    "复查写明机关和结果": ("error", REVIEWED | {"review_organ": ""}, REVIEWED),
    "复核写明机关和结果": ("error", RE_REVIEWED | {"re_review_result": ""}, RE_REVIEWED),
    "归档有档号": (
        "error",
        CLOSED | {"archived_on": on("6.1")},
        CLOSED | {"archived_on": on("6.1"), "archive_no": "1"},
    ),
    "评价与日期一同填": (
        "error",
        {"rated_on": on("3.8")},
        {"rated_on": on("3.8"), "satisfaction": "satisfied"},
    ),
    "办结前有跟进记录": ("ask", CLOSED, SERVED),
    "受理的案件有负责领导": ("ask", ACCEPTED, {}),
}

ACCUSED = {"accused": "甄有名", "accused_place_id": None}
ACCUSATIONS: dict[str, tuple[str, Said, Said]] = {
    "揭发控告归入检举控告类": ("error", ACCUSED | {"kind": "appeal"}, ACCUSED),
    "检举控告写明被反映的人或单位": ("ask", ACCUSED | {"accused": ""}, ACCUSED),
    "被反映单位写全称": (
        "ask",
        ACCUSED | {"accused_unit": "林业站"},
        ACCUSED | {"accused_unit": "国土所"},
    ),
    "检举控告不转给被反映的单位和人": (
        "error",
        ACCUSED | {"accused_unit": "国土所", "forwarded_on": on("3.5"), "forwarded_to": "镇国土所"},
        ACCUSED
        | {"accused_unit": "国土所", "forwarded_on": on("3.5"), "forwarded_to": "临湘市纪委监委"},
    ),
    "检举控告不交办到村": (
        "error",
        ACCUSED | {"handed_to_id": "430682113203", "handed_over_on": on("3.5")},
        ACCUSED,
    ),
    "承办人不是被反映人": (
        "error",
        ACCUSED | {"handler": "甄有名"},
        ACCUSED | {"handler": "严守纪"},
    ),
}

MEETINGS: dict[str, tuple[str, Said, Said]] = {}
MEDIATED = {
    "kind": "people", "committee": "黄盖镇人民调解委员会", "mediators": "冯丁丑", "parties": "两户",
    "dispute": "滴水界", "begun_by": "asked", "begun_on": on("3.8"),
}  # fmt: skip
AGREED = MEDIATED | {
    "agreed_on": on("3.20"), "form": "written", "facts": "屋檐相距一米二", "agreement": "装雨槽",
    "performance": "四月十日前",
}  # fmt: skip
MEETINGS = {
    "一方拒绝的不调解": ("error", AGREED | {"refused": True}, AGREED),
    "拒绝调解的要终止": (
        "ask",
        MEDIATED | {"refused": True},
        MEDIATED | {"refused": True, "failed_on": on("3.9")},
    ),
    "书面协议写全": (
        "error",
        AGREED | {"facts": ""},
        AGREED | {"form": "oral", "facts": "", "performance": ""},
    ),
    "达成协议和终止只有一个": ("error", AGREED | {"failed_on": on("3.21")}, AGREED),
    "调解日期依次": ("error", AGREED | {"begun_on": on("3.21")}, AGREED),
    "司法确认三十日内共同申请": (
        "ask",
        AGREED | {"confirmation_asked_on": on("4.20")},
        AGREED | {"confirmation_asked_on": on("4.19")},
    ),
}
