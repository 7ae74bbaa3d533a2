"""The board of six priorities as the case report has it, its first target put lawfully: how petitions are handled."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fiction import TOWN, Row, person

SET = date(2018, 3, 7)
JUDGED = date(2018, 3, 26)
# Leaders of the invented town: the post, and who holds it.
SECRETARY = ("党委书记", "冯辛未")
MAYOR = ("镇长", "周戊辰")
BUILDING = ("副镇长（分管村镇建设）", "孙丙寅")
POLITICS = ("党委副书记（分管政法信访）", "陈壬申")
FARMING = ("副镇长（分管农业农村）", "韩己卯")
HEALTH = ("副镇长（分管卫生计生）", person(804).name)
STAFF = ("党委委员（分管组织人事）", person(805).name)
PROJECTS = ("副镇长（分管项目招商）", person(806).name)
WELFARE = ("副镇长（分管民政社保）", person(807).name)
OFFICE = ("党政办主任", "李丁卯")


def boards() -> Iterator[Row]:
    yield {
        "编号": "MB2018",
        "村（社区）": TOWN,
        "目标板名称": "六个突出、六个确保",
        "工作重心": "保稳定，强国策，转作风，办实事，重管理，增效率",
        "目标期间": "2018",
        "依据": "2018年3月7日全镇三级干部大会",
        "确定日期": SET,
    }


MEASURED_TARGETS = {
    1: ("按期办结率", "不低于", Decimal(90), Decimal(80)),
    3: ("拆除空心房", "不低于", Decimal(300), Decimal(0)),
    4: ("批准分散建房", "等于", Decimal(0), Decimal(0)),
    5: ("入住", "不低于", Decimal(170), Decimal(81)),
}
JUDGED_TARGETS = {
    2: ("部分达到", "优质服务和信息核对按计划开展，两个村的信息还没有核完", "计生信息核对表"),
    6: ("部分达到", "机关作风集中整顿开了动员会，查摆的问题正在整改", "会议记录和查摆清单"),
}


def targets() -> Iterator[Row]:
    """Four held against figures, two judged in words."""
    words = (
        (
            "信访工作",
            "信访事项依法按期办结、群众满意",
            POLITICS,
            "信访办",
            "",
        ),
        ("计划生育工作", "保类进位", HEALTH, "计生办", "全年服务和信息核对任务完成"),
        ("环境整治工作", "城镇品位大提升", BUILDING, "国土所、村镇建设站", ""),
        ("控建拆违工作", "土地隐形交易得到控制", BUILDING, "国土所、各村（社区）", ""),
        ("民生工程", "实事项目落到实处", MAYOR, "民政所、财政所", ""),
        ("作风建设", "形象得到提升", STAFF, "纪委、党政办", "查摆的问题逐条整改，群众评议满意"),
    )
    for turn, (theme, guarantee, (post, leader), units, standard) in enumerate(words, 1):
        indicator, comparison, value, baseline = MEASURED_TARGETS.get(
            turn, (None, None, None, None)
        )
        yield {
            "编号": f"MB2018-{turn}",
            "村（社区）": TOWN,
            "目标板": "MB2018",
            "序号": turn,
            "突出抓好": theme,
            "确保": guarantee,
            "责任领导": leader,
            "责任岗位": post,
            "责任单位": units,
            "挂钩指标": indicator,
            "怎样算达到": comparison,
            "目标值": value,
            "基数": baseline,
            "定性标准": standard,
            "确定日期": SET,
        }


def judgements() -> Iterator[Row]:
    for turn, (verdict, text, evidence) in JUDGED_TARGETS.items():
        yield {
            "编号": f"PY2018Q1-{turn}",
            "村（社区）": TOWN,
            "目标": f"MB2018-{turn}",
            "评议期间": "2018Q1",
            "评议日期": JUDGED,
            "评议人": OFFICE[1],
            "评议结论": verdict,
            "评议意见": text,
            "依据材料": evidence,
        }
