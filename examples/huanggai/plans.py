"""Two plans: that of the first quarter, made at the end of 2017 and now held against its results, and the next one."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fiction import TOWN, Row
from targets import BUILDING, FARMING, MAYOR, POLITICS, PROJECTS, WELFARE

FIRST, SECOND = "JH2018Q1", "JH2018Q2"
FIRST_MADE, SECOND_MADE = date(2017, 12, 28), date(2018, 3, 23)
HOUSING, CLEARING, MONEY, OTHERS = "集中规范建房", "整治空心房", "兑付奖补", "惠民兴业"
INDUSTRY = "深入调整经济结构，实现产业结构再优化再升级"
PROJECT_WORK = "强力推进项目攻坚，拉动经济增长再上新台阶"
PEACE = "创新社会治理方式，深入推进“平安黄盖”建设"

Result = dict[str, object]
Aim = tuple[str, str, int]


def plans() -> Iterator[Row]:
    yield {
        "编号": FIRST,
        "村（社区）": TOWN,
        "计划名称": "2018年一季度工作计划",
        "计划期间": "2018Q1",
        "制定日期": FIRST_MADE,
        "审定": "镇党委会",
    }
    yield {
        "编号": SECOND,
        "村（社区）": TOWN,
        "计划名称": "2018年二季度工作计划",
        "计划期间": "2018Q2",
        "总体要求": "2018年是落实党的十九大精神的开局之年，要按照“小而特、小而美、小而优”的精品乡镇目标，敢于担当、敢于作为",
        "制定日期": SECOND_MADE,
        "审定": "镇党政联席会",
    }


def done(day: date, text: str) -> Result:
    return {"完成日期": day, "完成情况": text}


# task, content, measure, who, deadline, aim, result
QUARTER: tuple[tuple[str, str, str, tuple[str, str], date, Aim | None, Result], ...] = (
    (HOUSING, "广坪点、天鹅点一期房屋分到农户", "公开抽签，当场登记", BUILDING, date(2018, 3, 15),
     ("分房", "不低于", 173), done(date(2018, 3, 9), "广坪点3月9日分房，两个点一期全部分完")),
    (CLEARING, "拆除大堤沿线空心房", "先签协议后拆，逐栋核实", BUILDING, date(2018, 3, 20),
     ("拆除空心房", "不低于", 300), done(date(2018, 3, 20), "沿堤整治带内的空心房拆完")),
    (CLEARING, "拆后复垦", "边拆边复垦，及时上报", BUILDING, date(2018, 3, 23),
     ("增减挂钩复垦土地", "不低于", 300), done(date(2018, 3, 22), "复垦地块全部上报")),
    (MONEY, "建房奖补资金发放到位", "按银行回单逐户核对", MAYOR, date(2018, 3, 20),
     ("奖补资金未发", "等于", 0), done(date(2018, 3, 19), "一户退票的也已补发")),
    (HOUSING, "每村每月控建巡查", "驻村干部带队，逐组巡查", BUILDING, date(2018, 3, 26),
     ("控建巡查", "不低于", 12), done(date(2018, 3, 23), "四个村（社区）每月巡查一次")),
    (OTHERS, "贫困户建档立卡信息核对", "入户核对，逐户签字", WELFARE, date(2018, 3, 9),
     None, done(date(2018, 3, 14), "信息核对完毕，比计划晚了五天")),
    (OTHERS, "稻虾产业规划", "请农技部门指导编制", FARMING, date(2018, 3, 30), None, {}),
    (OTHERS, "春季招商推介会", "邀请水产加工企业", PROJECTS, date(2018, 3, 16), None,
     {"取消日期": date(2018, 3, 12), "取消原因": "改为上门对接企业"}),
)  # fmt: skip
NEXT: tuple[tuple[str, str, str, tuple[str, str], date, Aim | None, Result], ...] = (
    (INDUSTRY, "扩大优质水稻种植面积", "推广超级稻，做实现代农业这根主线", FARMING, date(2018, 5, 31), None, {}),
    (INDUSTRY, "发展稻虾和特种水产养殖", "编完稻虾产业规划，扶持黄鳝、龙虾、甲鱼、螃蟹养殖", FARMING, date(2018, 6, 15), None, {}),
    (PROJECT_WORK, "黄盖湖综合治理项目征地和搬迁", "逐户签订协议，及时兑付补偿", BUILDING, date(2018, 6, 20),
     ("空心房补偿兑付率", "不低于", 95), {}),
    (PROJECT_WORK, "复垦地块申请验收", "按市里的要求完善资料，申请初验和验收", BUILDING, date(2018, 6, 28),
     ("复垦验收面积", "不低于", 297), {}),
    (PROJECT_WORK, "新签招商项目", "责任、目标分解到人到岗，上门对接企业", PROJECTS, date(2018, 6, 29), None, {}),
    (PEACE, "信访积案化解", "落实领导包案，件件有负责人、有时限、有答复", POLITICS, date(2018, 6, 29), None, {}),
    (PEACE, "道路交通、消防和防汛安全检查", "逐处登记，整改销号", MAYOR, date(2018, 5, 15), None, {}),
)  # fmt: skip


def items() -> Iterator[Row]:
    for plan, made, rows in ((FIRST, FIRST_MADE, QUARTER), (SECOND, SECOND_MADE, NEXT)):
        for turn, (task, content, measure, (post, owner), deadline, aim, result) in enumerate(
            rows, 1
        ):
            indicator, comparison, value = aim or (None, None, None)
            yield {
                "编号": f"{plan}-{turn}",
                "村（社区）": TOWN,
                "工作计划": plan,
                "序号": turn,
                "工作任务": task,
                "事项": content,
                "措施": measure,
                "责任人": owner,
                "责任岗位": post,
                "列入日期": made,
                "完成期限": deadline,
                "上期事项编号": f"{FIRST}-7" if (plan, turn) == (SECOND, 2) else None,
                "挂钩指标": indicator,
                "怎样算达到": comparison,
                "目标值": None if value is None else Decimal(value),
                "完成日期": result.get("完成日期"),
                "完成情况": result.get("完成情况"),
                "取消日期": result.get("取消日期"),
                "取消原因": result.get("取消原因"),
            }
