"""Duty of the town's leaders: every working day from the first after Spring Festival, 22 February 2018, to 26 March.

Three rosters, the last of them in a special period with a second leader; every day signed, with visitors on some.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from chinese_calendar import is_workday
from fiction import DAY, TOWN, Row, choose, draw, person

FIRST, LAST = date(2018, 2, 22), date(2018, 3, 26)
SESSIONS = (date(2018, 3, 3), date(2018, 3, 20))  # 全国两会
HOURS = "8:30—12:00，14:30—17:30"
NIGHT = "17:30—次日8:30"
ROOM = f"{TOWN}政府一楼群众接待室"


@dataclass(frozen=True)
class Leader:
    name: str
    title: str
    in_charge: str


LEADERS = [
    Leader("冯辛未", "镇党委书记", "全面工作"),
    Leader("周戊辰", "镇长", "政府全面工作"),
    Leader("蒋丁丑", "人大主席", "人大、作风建设"),
    Leader("陈壬申", "党委副书记", "党建、信访"),
    Leader("沈戊寅", "纪委书记", "纪检监察"),
    Leader("韩己卯", "党委委员、副镇长", "农业、扶贫"),
    Leader("杨庚辰", "党委委员、武装部长", "武装、综治"),
    Leader("孙丙寅", "副镇长", "国土、村镇建设"),
]
RECORDER = "朱癸酉"
ROSTERS = (  # number, first and last day, published on
    ("ZB201801", FIRST, date(2018, 3, 2), date(2018, 2, 12)),
    ("ZB201802", date(2018, 3, 5), date(2018, 3, 20), date(2018, 3, 1)),
    ("ZB201803", date(2018, 3, 21), LAST, date(2018, 3, 16)),
)
SUBSTITUTES = {  # who could not sit in: day -> reason
    date(2018, 2, 28): "参加市三级干部会议",
    date(2018, 3, 9): "参加岳阳市规范村民建房推进现场会",
}
MATTERS = (  # matter, advice, next step
    ("宅基地与邻居的边界", "请国土所到场丈量，再当面答复", "交站所、村办理"),
    ("拆除空心房的补偿什么时候到账", "对照公示名单说明，已在本批兑付", "当场答复"),
    ("养老保险补缴的手续", "说明政策和办理地点，给了办事指南", "当场答复"),
    ("承包田流转租金没有付清", "双方愿意调解，转镇人民调解委员会", "转人民调解"),
    ("村道路灯坏了几盏", "交村委会三天内修好", "交站所、村办理"),
    ("建房审批要哪些材料", "逐项说明，给了申请表", "当场答复"),
)
# What was registered as a petition: day -> number, the petitioner among the invented people, matter, village.
REGISTERED = {
    date(2018, 2, 22): ("XF2018005", 1505, "鱼塘承包合同到期", "黄盖湖村"),
    date(2018, 3, 5): ("XF2018009", 1508, "集中建房点路灯", "广坪村"),
    date(2018, 3, 14): ("XF2018011", 1510, "学生接送车站点", "合兴村"),
}


def days(first: date = FIRST, last: date = LAST) -> list[date]:
    """The working days of a span by the official calendar: 24 February, a Saturday, is one."""
    every = (first + n * DAY for n in range((last - first).days + 1))
    return [day for day in every if is_workday(day)]


def special_periods() -> Iterator[Row]:
    """The sessions of the national congress: more leaders sit in, and open cases are gone through by clock."""
    yield {
        "编号": "TH201801",
        "村（社区）": TOWN,
        "名称": "2018年全国两会期间",
        "起始日期": SESSIONS[0],
        "截止日期": SESSIONS[1],
        "加派第二名领导": "是",
        "安排夜间值班": "否",
        "安排": "每个工作日两名领导坐班；未办结的事项按负责领导和时限逐件过一遍",
    }


def rosters() -> Iterator[Row]:
    for number, first, last, published in ROSTERS:
        yield {
            "编号": number,
            "村（社区）": TOWN,
            "名称": f"{TOWN}党政领导坐班表（{first.month}月{first.day}日至{last.month}月{last.day}日）",
            "起始日期": first,
            "截止日期": last,
            "公布日期": published,
            "公布地点": "政府政务公开栏、各村公开栏",
            "特护期": "TH201801" if first <= SESSIONS[1] and SESSIONS[0] <= last else None,
        }


def shifts() -> list[tuple[date, str]]:
    """Every day, and in the special period a second leader."""
    return [
        (day, shift)
        for day in days()
        for shift in ("白天", "白天（第二名领导）")
        if shift == "白天" or SESSIONS[0] <= day <= SESSIONS[1]
    ]


def leader(day: date, shift: str) -> Leader:
    """In turn; the second one half a round later."""
    return LEADERS[(days().index(day) + 4 * (shift != "白天")) % len(LEADERS)]


def substitute(day: date, shift: str) -> Leader | None:
    """Whoever comes next in the turn takes over, where the leader could not sit in."""
    if day not in SUBSTITUTES or shift != "白天":
        return None
    return LEADERS[(days().index(day) + 2) % len(LEADERS)]


def roster_days() -> Iterator[Row]:
    for number, first, last, _ in ROSTERS:
        for day, shift in shifts():
            if first <= day <= last:
                yield roster_day(number, day, shift)


def roster_day(roster: str, day: date, shift: str) -> Row:
    who, other = leader(day, shift), substitute(day, shift)
    return {
        "编号": number_of("ZBR", day, shift),
        "村（社区）": TOWN,
        "坐班表": roster,
        "坐班日期": day,
        "班次": shift,
        "坐班领导": who.name,
        "职务": who.title,
        "分管工作": who.in_charge,
        "坐班地点": ROOM,
        "坐班时间": HOURS,
        "替班领导": other.name if other else None,
        "替班领导职务": other.title if other else None,
        "替班原因": SUBSTITUTES[day] if other else None,
    }


def number_of(kind: str, day: date, shift: str) -> str:
    return f"{kind}{day:%Y%m%d}{'' if shift == '白天' else '-2'}"


def sits_in(day: date, shift: str) -> str:
    return (substitute(day, shift) or leader(day, shift)).name


def visits() -> Iterator[Row]:
    """What became a petition, and one or two batches on about every third day; the leader of the day hears them."""
    n = 0
    for day in days():
        if day in REGISTERED:
            n += 1
            yield registered(n, day)
        for _ in range(draw(-3, 2, "batches", day)):
            n += 1
            yield visit(n, day)


def registered(n: int, day: date) -> Row:
    """A visit that is in the petition ledger under its number."""
    number, who, matter, village = REGISTERED[day]
    told = {"来访人": person(who).name, "来访人数": 1, "住址": village, "反映事项": matter}
    said = {"答复意见": "登记为信访件，按期书面答复", "下一步": "登记为信访件", "信访编号": number}
    return visit(n, day) | told | said


def visit(n: int, day: date) -> Row:
    matter, advice, next_step = MATTERS[n % len(MATTERS)]
    signed = draw(0, 9, "signed", n) > 0
    return {
        "编号": f"LF2018{n:03d}",
        "村（社区）": TOWN,
        "接访日期": day,
        "班次": "白天",
        "来访人": person(930 + n).name,
        "来访人数": draw(1, 3, "people", n),
        "住址": choose(("广坪村3组", "合兴村5组", "黄盖湖村1组", "团山社区"), "address", n),
        "反映事项": matter,
        "接待人": RECORDER,
        "接访领导": sits_in(day, "白天"),
        "答复意见": advice,
        "下一步": next_step,
        "信访编号": None,
        "来访人已签名": "是" if signed else "否",
        "备注": None if signed else "不愿签名，已口头告知答复",
    }


def logs() -> Iterator[Row]:
    """Every shift has its log and its signature; a day without visitors says so."""
    of_a_day: dict[date, list[Row]] = {}
    for row in visits():
        of_a_day.setdefault(row["接访日期"], []).append(row)
    for day, shift in shifts():
        came = of_a_day.get(day, []) if shift == "白天" else []
        yield {
            "编号": number_of("RZ", day, shift),
            "村（社区）": TOWN,
            "日期": day,
            "班次": shift,
            "来访情况": "有来访" if came else "当日无来访",
            "来访批次": len(came),
            "来访人次": sum(row["来访人数"] for row in came),
            "值班情况": "接待来访，逐批登记答复" if came else "正常",
            "记录人": RECORDER,
            "签字领导": sits_in(day, shift),
            "签字日期": day,
        }
