"""What the meetings set going: tasks with their progress, leading groups, and what was put up for everybody to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from directives import CLERK, MAYOR, OFFICE, SECRETARY, THREE_LEVELS, UNITS, VILLAGES
from fiction import DAY, TOWN, Row, person

DEPUTY, LEADERS = "孙丙寅", ("陈壬申", "褚癸酉", "卫甲戌", "蒋乙亥")
LAND = UNITS["黄盖国土所"]


def march(day: int) -> date:
    return date(2018, 3, day)


@dataclass(frozen=True)
class Task:
    """One task of the quarter; `closed` is empty while it is open."""

    title: str
    unit: str
    leader: str
    registered: date
    deadline: date
    closed: date | None = None
    source: str = "会议"
    every: str = "每周"
    measure: str = "按会议要求完成，有据可查"
    result: str = "已按要求完成"


TASKS = (
    Task("各村、社区、站所传达三级干部大会精神", OFFICE, SECRETARY, march(7), march(21), march(21)),
    Task("排定2018年党政领导坐班时间表", OFFICE, MAYOR, date(2018, 2, 22), date(2018, 2, 23),
         date(2018, 2, 23), source="上级交办", every="办结时一次"),
    Task("岳阳市规范村民建房推进现场会筹备", OFFICE, MAYOR, date(2018, 2, 23), march(8), march(8),
         source="上级交办"),
    Task("广坪集中建房点分房", VILLAGES["广坪村"], DEPUTY, march(1), march(9), march(9), source="批示"),
    Task("天鹅集中建房点奖补资金发放", UNITS["黄盖财政所"], DEPUTY, march(7), march(16), march(16)),
    Task("空心房整治户外广告和标语设置", OFFICE, LEADERS[0], date(2018, 1, 10), date(2018, 1, 31),
         date(2018, 1, 30)),
    Task("环湖大堤沿线空心房拆除扫尾", LAND, DEPUTY, march(7), march(20), march(23)),
    Task("易地搬迁户房屋后院护坡", UNITS["黄盖民政办"], LEADERS[1], date(2018, 2, 26), march(12),
         march(14), source="群众反映", result="护坡砌筑完成，现场看过，隐患消除"),
    Task("复垦地块测量", LAND, DEPUTY, march(7), date(2018, 4, 10)),
    Task("预脱贫33人逐户帮扶措施", UNITS["黄盖民政办"], LEADERS[1], march(13), date(2018, 6, 29)),
    Task("稻虾连作技术培训", UNITS["黄盖农技站"], LEADERS[2], march(7), date(2018, 4, 27)),
    Task("集镇环境卫生集中整治", VILLAGES["团山社区"], LEADERS[3], march(7), march(23)),
)  # fmt: skip
PUT_OFF, URGED, SENT_BACK = 7, 8, 12


def doer(turn: int) -> str:
    return person(860 + turn).name


def tasks() -> Iterator[Row]:
    for turn, task in enumerate(TASKS, 1):
        done = task.closed or (march(22) if turn == SENT_BACK else None)
        yield {
            "编号": f"DB{turn:03d}",
            "村（社区）": TOWN,
            "督办事项": task.title,
            "事项来源": task.source,
            "来源会议": THREE_LEVELS if task.source == "会议" and task.registered >= march(7) else None,
            "来源文号": "黄发〔2018〕1号（示例）" if task.source == "会议" and task.registered < march(7) else None,
            "内容及要求": f"{task.title}，按期完成。",
            "牵头领导": task.leader,
            "牵头单位": task.unit,
            "协办单位": "各村、社区" if turn == 1 else None,
            "责任人": doer(turn),
            "完成标准": task.measure,
            "原定期限": task.deadline,
            "反馈周期": task.every,
            "立项日期": task.registered,
            "交办日期": task.registered,
            "签收日期": task.registered,
            "报结日期": done,
            "报结人": doer(turn) if done else None,
            "办理结果": task.result if done else None,
            **({"退回重办日期": march(23), "退回原因": "有两处垃圾没有清运"} if turn == SENT_BACK else {}),
            **closing(task),
        }  # fmt: skip


def closing(task: Task) -> Row:
    """Verified and closed by somebody of the office, never by the doer."""
    if task.closed is None:
        return {}
    return {
        "核实人": person(880).name,
        "核实日期": task.closed,
        "核实情况": "到现场看过，与报结的一致",
        "销号依据": "核实记录和现场照片，存党政办",
        "销号人": CLERK,
        "销号日期": task.closed,
    }


def progress() -> Iterator[Row]:
    """Once a week while a task ran; those still open have told their last by the cut-off."""
    for turn, task in enumerate(TASKS, 1):
        ends = task.closed or march(26)
        days = [day for n in range(1, 12) if (day := task.registered + 7 * n * DAY) < ends]
        if task.closed is None:
            days = [*days[:-1], march(22)] if days else [march(22)]
        for at, day in enumerate(days, 1):
            yield {
                "编号": f"JZ{turn:03d}-{at}",
                "村（社区）": TOWN,
                "督办事项": f"DB{turn:03d}",
                "反馈日期": day,
                "完成进度（%）": min(95, 100 * at // (len(days) + 1 + (task.closed is None))),
                "进展情况": "按计划进行",
                "反馈人": doer(turn),
            }


def urgings() -> Iterator[Row]:
    for at, (turn, day, answered) in enumerate(
        ((URGED, march(13), march(13)), (SENT_BACK, march(26), None)), 1
    ):
        yield {
            "编号": f"CB{at:03d}",
            "村（社区）": TOWN,
            "督办事项": f"DB{turn:03d}",
            "催办日期": day,
            "催办方式": "书面",
            "催办人": CLERK,
            "催办内容": "已过办结期限，请抓紧办理，说明原因和完成时间。",
            "要求答复日期": day + 2 * DAY,
            "答复日期": answered,
            "答复情况": "天晴后已复工，明天完工" if answered else None,
        }


def extensions() -> Iterator[Row]:
    """Asked for five days before the deadline, granted the next day."""
    yield {
        "编号": "YQ001",
        "村（社区）": TOWN,
        "督办事项": f"DB{PUT_OFF:03d}",
        "申请日期": march(15),
        "申请人": doer(PUT_OFF),
        "申请延至": march(23),
        "延期原因": "连日下雨，机械进不了场",
        "批准延期日期": march(16),
        "批准人": DEPUTY,
    }


GROUPS = {
    "XZ01": ("规范村民建房领导小组", date(2017, 3, 1), (SECRETARY, MAYOR), DEPUTY),
    "XZ02": ("空心房整治领导小组", date(2017, 9, 4), (SECRETARY,), DEPUTY),
    "XZ03": ("精准脱贫工作领导小组", date(2017, 2, 20), (SECRETARY,), LEADERS[1]),
    "XZ04": ("供销合作社综合改革工作领导小组", date(2018, 1, 2), (SECRETARY,), LEADERS[2]),
}
REPLACED, BEFORE, CHANGED = "XZ03", "沈丙子", date(2017, 8, 1)  # one head gave way to another


def groups() -> Iterator[Row]:
    for at, (number, (name, founded, _, _)) in enumerate(GROUPS.items(), 1):
        yield {
            "编号": number,
            "村（社区）": TOWN,
            "小组名称": name,
            "成立文号": f"黄发〔{founded.year}〕{at}号（示例）",
            "成立日期": founded,
            "小组职责": f"统筹协调{name.removesuffix('领导小组').removesuffix('工作')}工作",
            "办公室设在": "党政办公室" if number == "XZ04" else "国土所" if at < 3 else "民政办",
        }


def members() -> Iterator[Row]:
    """Heads, the deputy in charge, the other leaders, stations and villages; one head was replaced."""
    for number, (_, founded, heads, executive) in GROUPS.items():
        seats = [("组长", name, "党政主要领导") for name in heads]
        seats.append(("常务副组长", executive, "分管领导"))
        seats += [("副组长", name, "班子成员") for name in LEADERS if name != executive]
        seats += [("成员", name, "单位") for name in UNITS]
        seats.append(("办公室主任", person(890 + int(number[2:])).name, "站所长"))
        if number == REPLACED:
            yield seat(f"{number}-00", number, ("组长", BEFORE, "前任党委书记"), founded) | {
                "免职日期": CHANGED,
                "任免文号": "黄发〔2017〕9号（示例）",
            }
        for at, one in enumerate(seats, 1):
            replacing = number == REPLACED and at == 1
            yield seat(f"{number}-{at:02d}", number, one, CHANGED if replacing else founded) | {
                "任免文号": "黄发〔2017〕9号（示例）" if replacing else None
            }


def seat(number: str, group: str, told: tuple[str, str, str], since: date) -> Row:
    return {
        "编号": number,
        "村（社区）": TOWN,
        "领导小组": group,
        "小组职务": told[0],
        "姓名": told[1],
        "单位及职务": told[2],
        "任职日期": since,
        "免职日期": None,
    }


# More than eighty slogans on hollow houses were put up; the rest is made up around that.
PUBLICITY = (
    ("标语", "空心房整治", "拆除空心房，建设新农村", (26, 19, 25, 13)),
    ("户外广告", "空心房整治", "集中建房、节约用地", (1, 0, 1, 0)),
    ("横幅", "精准扶贫", "真脱贫、脱真贫", (1, 1, 2, 1)),
    ("展板", "精准扶贫", "精准扶贫政策问答", (2, 2, 2, 2)),
)


def publicity() -> Iterator[Row]:
    for kind_at, (kind, subject, content, counts) in enumerate(PUBLICITY, 1):
        for at, (village, pieces) in enumerate(zip(VILLAGES, counts, strict=True), 1):
            if pieces:
                yield {
                    "编号": f"XC{kind_at}{at:02d}",
                    "村（社区）": village,
                    "宣传品类别": kind,
                    "宣传主题": subject,
                    "宣传内容": content,
                    "数量": pieces,
                    "设置位置": "村部和大堤沿线" if subject == "空心房整治" else "政务公开栏旁",
                    "设置日期": date(2018, 1, 15 + at) if kind_at < 3 else march(13 + at),
                }
