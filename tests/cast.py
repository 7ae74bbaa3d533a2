"""One cast for all tests: who works where. Fictional people in a real town's four units, and their neighbours.

The clerk of 广坪村 owns her village's rows; the other clerk must never see them; the outsider is of another town.
"""

from datetime import date

from django.contrib.auth.hashers import make_password

from taizhang.people.models import Appointment, Office, Place, Post, Role, User

COUNTY, TOWN, OTHER_TOWN = "430682", "430682113", "430682103"
TUANSHAN, GUANGPING, HEXING, HUANGGAIHU = (
    TOWN + village for village in ("001", "201", "203", "207")
)
SITE = GUANGPING + "01"
MERGED = TOWN + "205"
OTHER_VILLAGE = OTHER_TOWN + "201"
MERGED_ON = date(2016, 6, 1)
APPOINTED = date(2017, 1, 1)

PLACES = [
    (COUNTY, "临湘市", "county"),
    (TOWN, "黄盖镇", "town"),
    (TUANSHAN, "团山社区", "community"),
    (GUANGPING, "广坪村", "village"),
    (HEXING, "合兴村", "village"),
    (HUANGGAIHU, "黄盖湖村", "village"),
    (SITE, "广坪集中建房点", "below"),
    (OTHER_TOWN, "聂市镇", "town"),
    (OTHER_VILLAGE, "同心村", "village"),
]
STATION_LINES = ["housing", "hollow_houses", "land"]
PEOPLE = [
    # username, name, office, title, role, place, lines
    ("clerk", "甄广平", "广坪村委会", "文书", Role.VILLAGE_CLERK, GUANGPING, []),
    ("other_clerk", "贾合心", "合兴村委会", "文书", Role.VILLAGE_CLERK, HEXING, []),
    ("officer", "宋量土", "国土所", "干事", Role.STATION_OFFICER, TOWN, STATION_LINES),
    ("petition_officer", "常听言", "信访办", "干事", Role.STATION_OFFICER, TOWN, ["petitions"]),
    ("leader", "安分管", "镇政府", "分管副镇长", Role.LINE_LEADER, TOWN, STATION_LINES),
    ("office", "文汇总", "党政办", "主任", Role.OFFICE, TOWN, []),
    ("town_leader", "郝镇长", "镇政府", "镇长", Role.TOWN_LEADER, TOWN, []),
    ("county", "齐查阅", "市政府办", "查阅员", Role.COUNTY_READER, COUNTY, []),
    ("administrator", "管账号", "党政办", "系统管理员", Role.ADMINISTRATOR, TOWN, []),
    ("outsider", "梅关系", "同心村委会", "文书", Role.VILLAGE_CLERK, OTHER_VILLAGE, []),
]
PASSWORD = "stage-door-7"


def enter_places(using: str) -> None:
    for code, name, kind in PLACES:
        Place.objects.using(using).get_or_create(code=code, defaults={"name": name, "kind": kind})
    Place.objects.using(using).get_or_create(
        code=MERGED,
        defaults={
            "name": "旧河村",
            "kind": "village",
            "valid_to": MERGED_ON,
            "successor_id": HUANGGAIHU,
        },
    )


def enter_people(using: str) -> None:
    hashed = make_password(PASSWORD)  # once: the hash is slow on purpose
    for username, name, office, title, role, place, lines in PEOPLE:
        user, _ = User.objects.using(using).get_or_create(
            username=username, defaults={"full_name": name, "password": hashed}
        )
        desk, _ = Office.objects.using(using).get_or_create(
            name=office, defaults={"place_id": place}
        )
        post, _ = Post.objects.using(using).get_or_create(
            office=desk, title=title, defaults={"role": role, "place_id": place, "lines": lines}
        )
        Appointment.objects.using(using).get_or_create(
            user=user, post=post, defaults={"since": APPOINTED}
        )
