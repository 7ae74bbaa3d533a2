"""Meetings of the quarter: the city's of 28 February, how it was passed on, the standing ones, the villages' own."""

from collections.abc import Iterator
from datetime import date

from fiction import DAY, TOWN, Row, choose, draw, person, working_day

VILLAGES = {"广坪村": "DW01", "合兴村": "DW02", "黄盖湖村": "DW03", "团山社区": "DW04"}
STATIONS = ("国土所", "财政所", "司法所", "水利站", "农技站", "民政办", "供销合作社")
UNITS = VILLAGES | {f"黄盖{name}": f"DW{at:02d}" for at, name in enumerate(STATIONS, 5)}
OFFICE = "DW20"
SECRETARY, MAYOR, CLERK = "冯辛未", "周戊辰", "李丁卯"  # invented, as everybody here
CITY, CADRES, THREE_LEVELS = "HY001", "HY010", "HY011"
HELD_AT = "镇政府三楼会议室"
EXPECTED, EXCUSED = 46, 2  # of the cadres' meeting, whose sign-in sheet is kept
HUDDLES, EXCHANGES = "LH01", "LH02"
FIRST_MONDAY, WEEKS, NEW_YEAR_WEEK = date(2018, 1, 8), 12, 5
EXCHANGE_DAYS = (date(2018, 1, 26), date(2018, 2, 27), None)
MONTHS = ((date(2018, 1, 1), date(2018, 1, 31)), (date(2018, 2, 1), date(2018, 2, 28)))
MONTHS += ((date(2018, 3, 1), date(2018, 3, 30)),)
DECISIONS = "按本次会议要求抓好落实，需要督办的由党政办立项。"


def units() -> Iterator[Row]:
    """Who passes meetings on; and the office, which asks for it."""
    for name, number in UNITS.items():
        kind = "村（社区）" if name in VILLAGES else "站所"
        yield unit(number, name, kind, person(800 + int(number[2:])).name)
    yield unit(OFFICE, "黄盖镇党政办公室", "机关办公室", CLERK)


def unit(number: str, name: str, kind: str, head: str) -> Row:
    return {
        "编号": number,
        "村（社区）": TOWN,
        "单位名称": name,
        "单位类别": kind,
        "负责人": head,
        "设立日期": date(2016, 6, 1),
    }


def meeting(number: str, title: str, kind: str, day: date, **more: object) -> Row:
    """A meeting of the town, with what every row of the ledger has."""
    return {
        "编号": number,
        "村（社区）": TOWN,
        "会议名称": title,
        "会议层级": "镇",
        "会议类别": kind,
        "密级": "不涉密",
        "召开单位": OFFICE,
        "主办单位": None,
        "召开日期": day,
        "开始时间": "8:30",
        "会议地点": HELD_AT,
        "主持人": MAYOR,
        "记录人": CLERK,
        "应到人数": None,
        "实到人数": None,
        "缺席人数": None,
        "缺席原因": None,
        "会议议程": None,
        "议定事项": None,
        "要求各单位传达": "否",
    } | more


def came(expected: int, absent: int, why: str = "因公外出") -> Row:
    return {
        "应到人数": expected,
        "实到人数": expected - absent,
        "缺席人数": absent,
        "缺席原因": why if absent else None,
    }


def meetings() -> Iterator[Row]:
    """What passes nothing on: the city's and the prefecture's, and what the town met for itself."""
    above = {"召开单位": None, "主持人": None, "记录人": None}
    yield meeting(
        CITY, "临湘市三级干部大会", "三级干部会", date(2018, 2, 28), **above,
        会议层级="县（市）", 主办单位="中共临湘市委、临湘市人民政府", 会议地点="临湘市",
    )  # fmt: skip
    yield meeting(
        "HY002", "岳阳市2018年规范村民建房推进现场会", "现场推进会", date(2018, 3, 9), **above,
        会议层级="市（地级）", 主办单位="岳阳市人民政府", 会议地点="广坪集中建房点",
    )  # fmt: skip
    yield meeting(
        "HY003", "党政领导会议（信访稳定专题）", "党政领导（联席）会", date(2018, 2, 22),
        **came(11, 0), 会议议程="研究信访稳定工作，排定党政领导坐班表", 议定事项=DECISIONS,
    )  # fmt: skip
    yield meeting(
        "HY004", "党政领导会议（空心房整治专题）", "党政领导（联席）会", date(2018, 1, 10),
        **came(11, 1), 会议议程="研究空心房整治方案", 议定事项=DECISIONS,
    )  # fmt: skip
    yield meeting(
        "HY005", "2018年精准扶贫工作安排部署会议", "专题会", date(2018, 3, 13),
        **came(38, 1), 会议议程="部署脱贫验收、结对帮扶、产业扶贫", 议定事项=DECISIONS,
    )  # fmt: skip
    yield from standing()


def town_meetings() -> Iterator[Row]:
    """How the city's meeting was passed on, in the town house and then to everybody."""
    yield meeting(
        CADRES, "全体机关干部、站所长、支部书记会议", "机关干部会", date(2018, 3, 5),
        **came(EXPECTED, EXCUSED, "请假，均已代会"), 主持人=SECRETARY, 传达的会议=CITY,
        会议议程="传达市三级干部大会精神", 议定事项=DECISIONS,
    )  # fmt: skip
    yield meeting(
        THREE_LEVELS, "黄盖镇三级干部大会", "三级干部会", date(2018, 3, 7), **came(186, 5),
        主持人=SECRETARY, 会议地点="镇礼堂", 传达的会议=CITY, 要求各单位传达="是",
        会议议程="总结成绩，分析问题，部署下阶段工作",
        议定事项="制定贯彻落实会议精神的工作措施；各村、社区、站所迅速召开专题会议，学习贯彻情况报党政办。",
    )  # fmt: skip


def relays() -> Iterator[Row]:
    """Each village, community and station its own meeting within five working days, then its report."""
    for at, (name, number) in enumerate(UNITS.items(), 1):
        day = working_day(date(2018, 3, 8), date(2018, 3, 13), "relay", name)
        place = name if name in VILLAGES else TOWN
        level = "村（社区）" if name in VILLAGES else "站所"
        yield meeting(
            f"HY{100 + at}", f"{name}学习贯彻三级干部大会精神会议", "专题会", day,
            **came(draw(8, 24, "size", name), 0), 会议层级=level, 召开单位=number,
            会议地点=f"{name}会议室", 主持人=person(800 + at).name, 记录人=person(830 + at).name,
            传达的会议=THREE_LEVELS, 上报贯彻情况日期=working_day(day + DAY, day + 5 * DAY, "told", name),
            学习贯彻情况="召开会议传达了大会精神，结合本单位实际明确了今年的工作重点和责任人。",
        ) | {"村（社区）": place}  # fmt: skip
    yield from of_villagers()


def of_villagers() -> Iterator[Row]:
    """The villages' representatives on poverty relief: two thirds and more came, more than half agreed."""
    for at, village in enumerate(VILLAGES, 1):
        members = draw(32, 45, "members", village)
        absent = draw(2, 6, "absent", village)
        yield meeting(
            f"HY{150 + at}", f"{village}村民代表会议", "村民代表会议",
            working_day(date(2018, 3, 14), date(2018, 3, 23), "villagers", village),
            **came(members, absent, "外出务工"), 会议层级="村（社区）", 召开单位=VILLAGES[village],
            会议地点=f"{village}会议室", 主持人=person(800 + at).name, 记录人=person(830 + at).name,
            会议议程="学习精准扶贫精准脱贫政策，评议帮扶措施", 同意人数=members - absent - 1, 表决通过="是",
        ) | {"村（社区）": village}  # fmt: skip


def assemblies() -> Iterator[Row]:
    for at, village in enumerate(VILLAGES, 1):
        members = draw(32, 45, "members", village)
        yield {
            "编号": f"DB{at}",
            "村（社区）": village,
            "推选日期": date(2017, 4, 20),
            "组成人员": members,
            "其中村民代表": members - 5,
            "其中妇女": members // 3 + 1,
            "全村户数": 10 * members,
        }


def attendees() -> Iterator[Row]:
    """The sign-in sheet of the cadres' meeting of 5 March."""
    for at in range(1, EXPECTED + 1):
        excused = at > EXPECTED - EXCUSED
        yield {
            "编号": f"QD{at:03d}",
            "村（社区）": TOWN,
            "会议": CADRES,
            "姓名": person(900 + at).name,
            "单位及职务": choose(("机关干部", "站所长", "村（社区）支部书记"), "post", at),
            "到会情况": "请假" if excused else "到会",
            "未到原因": "因公外出" if excused else None,
        }


def weeks() -> Iterator[tuple[int, date, date | None]]:
    """Each week: its turn, its Monday, and the day of the huddle, none in the week of the Spring Festival."""
    for turn in range(WEEKS):
        monday = FIRST_MONDAY + 7 * turn * DAY
        held = turn != NEW_YEAR_WEEK and turn < WEEKS - 1
        first = date(2018, 2, 22) if monday == date(2018, 2, 19) else monday
        yield turn, monday, first if held else None


def standing() -> Iterator[Row]:
    """The weekly huddles and monthly exchanges that were held."""
    for turn, _, day in weeks():
        if day:
            yield meeting(
                f"HY2{turn:02d}", f"供销合作社综合改革第{turn + 1}周碰头会", "碰头会", day,
                **came(9, draw(0, 1, "huddle", turn)),
            )  # fmt: skip
    for turn, day in enumerate(EXCHANGE_DAYS):
        if day:
            yield meeting(
                f"HY3{turn:02d}", f"供销合作社综合改革{day.month}月现场交流会", "现场交流会", day,
                **came(14, draw(0, 1, "exchange", turn)), 会议地点="惠农服务中心",
            )  # fmt: skip


def cadences() -> Iterator[Row]:
    for number, name, kind, every in (
        (HUDDLES, "供销合作社综合改革周碰头会", "周碰头会", "每周"),
        (EXCHANGES, "供销合作社综合改革月现场交流会", "月现场交流会", "每月"),
    ):
        yield {
            "编号": number,
            "村（社区）": TOWN,
            "例会名称": name,
            "领导小组": "XZ04",
            "例会类别": kind,
            "召开周期": every,
            "起用日期": date(2018, 1, 1),
            "依据文号": "黄发〔2018〕2号（示例）",
        }


def sessions() -> Iterator[Row]:
    """Each turn of both, with the meeting it became, or why it did not."""
    for turn, monday, day in weeks():
        skipped = turn == NEW_YEAR_WEEK
        yield session(f"QC1{turn:02d}", HUDDLES, monday, monday + 4 * DAY) | {
            "实开日期": day,
            "会议": f"HY2{turn:02d}" if day else None,
            "未开原因": "春节前工作安排" if skipped else None,
            "确定不开日期": monday if skipped else None,
        }
    for turn, (day, (first, last)) in enumerate(zip(EXCHANGE_DAYS, MONTHS, strict=True)):
        yield session(f"QC2{turn:02d}", EXCHANGES, first, last) | {
            "实开日期": day,
            "会议": f"HY3{turn:02d}" if day else None,
        }


def session(number: str, cadence: str, first: date, last: date) -> Row:
    return {
        "编号": number,
        "村（社区）": TOWN,
        "例会制度": cadence,
        "期次起": first,
        "应开日期": last,
    }
