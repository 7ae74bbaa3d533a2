"""What stands between the figures of a report: headings, and sentences whose numerals count nothing."""

from datetime import date, timedelta
from decimal import Decimal

from bench.reports.drawing import choose
from bench.reports.gold import Number, Passage, Sheet

PROSE = (
    "深入贯彻党的十九大精神，坚持一把手负总责，形成一级抓一级、层层抓落实的工作格局。",
    "严格落实“三会一课”制度，统筹推进“十三五”规划各项任务，一张蓝图绘到底。",
    "印发《人居环境整治实施方案》（政办发〔2017〕12号），压实网格责任，做到事事有人管。",
    "12345热线转办事项及时回复，“放管服”改革持续深化，群众办事更加方便。",
    "坚持统一规划、统一标准，千方百计稳就业、保民生，干部作风明显好转。",
    "3月5日召开动员大会，会后各村、各部门迅速行动，掀起比学赶超热潮。",
    "大力弘扬伟大建党精神，以钉钉子精神抓好各项工作落实，社会大局和谐稳定。",
    "全面落实河长制、林长制，打好污染防治攻坚战，PM2.5浓度持续改善。",
    "第三次全国农业普查工作圆满完成，统计基层基础进一步夯实。",
    "综合考核位居全市第3名，连续获评先进单位，《工作动态》第45期专题推介。",
    "结合第33个教师节，走访优秀教师代表，营造尊师重教浓厚氛围。",
    "落实县委〔2018〕3号文件要求，聚焦“六个突出、六个确保”，以点带面、示范引领。",
    "第2批省级美丽乡村示范村顺利通过验收，G240国道沿线环境整治成效明显。",
    "对照“五个一批”要求逐项销号，2016—2020年规划任务按序时推进。",
    "认真学习省委一号文件，把乡村振兴摆在第一位，一件事情接着一件事情办。",
)
HEADS = (
    "经济运行稳中有进",
    "三农工作扎实推进",
    "民生福祉持续改善",
    "社会治理不断加强",
    "基层党建全面加强",
)
ORDER = "一二三四五"
QUARTERS = {
    "2017年三季度": date(2017, 9, 30),
    "2017年四季度": date(2017, 12, 31),
    "2018年一季度": date(2018, 3, 31),
    "2018年二季度": date(2018, 6, 30),
}
SESSIONS_END = date(2018, 3, 20)


def dated(day: date, text: str = "") -> Number:
    """A day as a number, so that days can be held against one another."""
    return Number(
        Decimal(day.toordinal()), "日", text or f"{day.year}年{day.month}月{day.day}日", "date"
    )


def head(place: str, sheet: Sheet) -> Passage:
    """Title and date: a quarter is reported when it is over."""
    period = sheet.choose(tuple(QUARTERS), "quarter")
    end = QUARTERS[period]
    day = sheet.put(dated(end + timedelta(days=sheet.draw(3, 25, "day"))))
    over = sheet.put(dated(end, period))
    sheet.link("not_before", day, over, tag="dated after its period", told=False)
    return sheet.passage(f"{place}{over}工作情况报告\n{day}")


def sessions(sheet: Sheet) -> Passage:
    """Sent while the national sessions are held: a letter of its own, for its head is its date."""
    day = sheet.put(dated(date(2018, 3, sheet.draw(6, 14, "day"))))
    end = sheet.put(Number(Decimal(SESSIONS_END.toordinal()), "日", "", "date"))  # known, not said
    sheet.link("not_after", day, end, tag="now of something over", told=False)
    return sheet.passage(
        f"关于维稳工作的情况报告\n{day}\n当前正在召开的全国“两会”期间，全镇干部坚守岗位，实行领导带班和零报告制度。{end}"
    )


def prose(*key: object) -> str:
    return choose(PROSE, *key)


def heading(n: int) -> str:
    return f"{ORDER[n]}、{HEADS[n]}"
