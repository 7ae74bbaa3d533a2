"""The problems of the case report: three legacies, three challenges, three lags; and one that was solved in the quarter."""

from collections.abc import Iterator
from datetime import date

from fiction import TOWN, Row, person
from targets import BUILDING, FARMING, MAYOR, PROJECTS, SECRETARY, STAFF, WELFARE

CATEGORIES = (
    ("三大历史遗留问题", "仍然存在"),
    ("三大挑战", "仍然严峻"),
    ("三个滞后", "仍然突出"),
    ("群众身边的实事", "正在解决"),
)
LISTED, CARRIED = date(2018, 3, 7), date(2017, 10, 12)

# category, name, what is wrong, who, what is done, when it is solved, listed, deadline
PROBLEMS = (
    (1, "土地矛盾", "原农场国有土地与村集体土地界线不清，承包面积有争议", BUILDING,
     "请县国土部门逐宗勘界，争议地块依法调处", "有争议的地块全部签字确认界线", CARRIED, date(2018, 9, 30)),
    (1, "养老保险", "原农场职工养老保险接续资料不全", WELFARE,
     "查档补齐资料，逐人核对后报市社保部门", "资料齐全的人员全部受理接续", CARRIED, date(2018, 2, 28)),
    (1, "村集体经济", "村集体没有稳定收入来源", FARMING,
     "清理集体资产资源，发展稻虾基地入股分红", "每个村有一项稳定收入", CARRIED, date(2018, 12, 28)),
    (2, "产业发展起点低", "加工企业少，农产品以原料出售", FARMING,
     "扶持合作社办初加工，打造稻虾品牌", "建成一个初加工点", LISTED, date(2018, 12, 28)),
    (2, "文化旅游基础薄弱", "赤壁古战场遗迹没有配套道路和停车场", MAYOR,
     "编制旅游规划，争取项目资金修通道路", "规划获批、道路开工", LISTED, date(2018, 11, 30)),
    (2, "人才总量短板突出", "站所专业人员缺编", STAFF,
     "申报招录计划，选派干部跟班学习", "缺编岗位补足一半", LISTED, date(2018, 10, 31)),
    (3, "招商引资", "一季度没有新签项目", PROJECTS,
     "梳理可招商的地块和资源，上门对接企业", "新签一个项目", LISTED, date(2018, 6, 29)),
    (3, "龙头企业引进培育", "没有市级以上龙头企业", PROJECTS,
     "选两家合作社重点培育，帮助申报", "一家申报市级龙头企业", LISTED, date(2018, 9, 28)),
    (3, "干部作风能力", "少数干部办事拖拉、不会做群众工作", SECRETARY,
     "集中整顿作风，每月培训一次", "查摆的问题全部整改", LISTED, date(2018, 6, 29)),
    (4, "广坪点排水不畅", "广坪集中建房点一期雨天积水", BUILDING,
     "加修排水沟，接通排污管", "雨后两小时内无积水", date(2017, 11, 6), date(2018, 2, 12)),
)  # fmt: skip
SOLVED = len(PROBLEMS)


def categories() -> Iterator[Row]:
    for turn, (title, wording) in enumerate(CATEGORIES, 1):
        yield {
            "编号": f"WL{turn}",
            "村（社区）": TOWN,
            "类别名称": title,
            "序号": turn,
            "总结里怎么说": wording,
            "启用日期": date(2017, 10, 9),
        }


def problems() -> Iterator[Row]:
    for n, (category, title, found, who, measures, goal, listed, deadline) in enumerate(
        PROBLEMS, 1
    ):
        post, owner = who
        row = {
            "编号": f"WT{n:02d}",
            "村（社区）": TOWN,
            "问题类别": f"WL{category}",
            "问题名称": title,
            "具体表现": found,
            "问题来源": "党委会研究" if listed == CARRIED else "全镇三级干部大会",
            "责任领导": owner,
            "责任岗位": post,
            "整改措施": measures,
            "销号标准": goal,
            "列入日期": listed,
            "整改期限": deadline,
        }
        yield row | (closing() if n == SOLVED else {})


def closing() -> Row:
    """The last one was looked at by somebody else than its owner before it was struck off."""
    return {
        "报请销号日期": date(2018, 2, 7),
        "核实人": person(808).name,
        "销号依据": "雨后到现场查看，排水沟畅通，有照片和住户签字",
        "销号日期": date(2018, 2, 9),
    }


PROGRESS = (
    (1, date(2018, 3, 14), "请市国土局到场，勘界两宗"),
    (2, date(2018, 1, 18), "查档补齐37人资料"),
    (2, date(2018, 3, 20), "还有12人的资料在市档案馆查找"),
    (3, date(2018, 3, 16), "广坪村稻虾基地入股方案经村民代表会议通过"),
    (7, date(2018, 3, 22), "上门对接水产加工企业两家"),
    (9, date(2018, 3, 12), "机关作风集中整顿动员"),
    (SOLVED, date(2018, 1, 22), "排水沟完工"),
)


def progress() -> Iterator[Row]:
    for n, (problem, day, text) in enumerate(PROGRESS, 1):
        yield {
            "编号": f"JZ{n:02d}",
            "村（社区）": TOWN,
            "问题": f"WT{problem:02d}",
            "日期": day,
            "进展情况": text,
            "填报人": person(820 + problem).name,
        }
