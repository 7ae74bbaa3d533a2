"""Each rule of positions: a house, or a dyke, that keeps it and one that breaks it."""

from decimal import Decimal

import pytest

from taizhang.core.coordinates import gcj02
from taizhang.core.finding import Refusal
from taizhang.ledgers.actions import save_record
from taizhang.ledgers.models import Standard
from taizhang.lines.hollow_houses.tests.dykes import beside, dyke
from taizhang.lines.hollow_houses.tests.houses import house
from tests import cast
from tests.rule_cases import message

HERE = {"longitude": "113.55", "latitude": "29.7", "system": "cgcs2000"}
NEAR, FAR = beside("0.00027"), beside("0.009")  # 29.9 m and 997.6 m from the dyke
SWAPPED = {"longitude": "29.7", "latitude": "113.55", "system": "cgcs2000"}

HOUSES = [
    ("经纬度和坐标系一同填", "error", {"longitude": "113.55", "latitude": "29.7"}, HERE),
    ("经纬度和坐标系一同填", "error", {"system": "gcj02"}, {}),
    ("经纬度和坐标系一同填", "error", HERE | {"latitude": None}, HERE),
    ("经纬度是小数的度", "error", SWAPPED, HERE),
    ("经纬度是小数的度", "error", HERE | {"longitude": "38456450.95"}, HERE),
    ("坐标在本地范围内", "ask", HERE | {"longitude": "113.76"}, HERE | {"longitude": "113.75"}),
    ("坐标在本地范围内", "ask", HERE | {"latitude": "29.88"}, SWAPPED),
    (
        "坐标系与坐标来源相符",
        "ask",
        HERE | {"found_by": "amap"},
        HERE | {"found_by": "amap", "system": "gcj02"},
    ),
    (
        "坐标系与坐标来源相符",
        "ask",
        HERE | {"found_by": "baidu", "system": "gcj02"},
        HERE | {"found_by": "baidu", "system": "bd09"},
    ),
    (
        "坐标系与坐标来源相符",
        "ask",
        HERE | {"found_by": "receiver", "system": "bd09"},
        HERE | {"found_by": "receiver"},
    ),
    (
        "丈量的与坐标算的距离相符",
        "ask",
        NEAR | {"taped_distance": "50.0"},
        NEAR | {"taped_distance": "49.9"},
    ),
    (
        "列入大堤整治的在整治带内",
        "ask",
        FAR | {"claimed_in_strip": True},
        NEAR | {"claimed_in_strip": True},
    ),
    ("列入大堤整治的在整治带内", "ask", FAR | {"claimed_in_strip": True}, FAR),
    (
        "整治带内的列入大堤整治",
        "ask",
        NEAR | {"claimed_in_strip": False},
        FAR | {"claimed_in_strip": False},
    ),
]
DYKES = [
    ("大堤登记在乡镇一级", "error", {"place_id": cast.GUANGPING}, {}),
    ("堤线是小数的度", "error", {"polyline": "29.7,113.55 29.7,113.56"}, {}),
    (
        "堤线在本地范围内",
        "ask",
        {"polyline": "113.55,29.7 113.76,29.7"},
        {"polyline": "29.7,113.55 29.7,113.56"},
    ),
]
CASES = [*HOUSES, *DYKES]


def found(record) -> dict[str, str]:
    """What saving a record asks or refuses, worked-out fields included."""
    try:
        return {finding.rule: finding.severity for finding in save_record(record)}
    except Refusal as refusal:
        return {finding.rule: finding.severity for finding in refusal.findings}


@pytest.fixture(autouse=True)
def town(acting):
    acting("officer")
    save_record(dyke("DD-0"))


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), HOUSES)
def test_a_house_that_breaks_the_rule_is_found(title, severity, breaks, keeps):
    assert found(house(**breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), HOUSES)
def test_a_house_that_keeps_the_rule_is_not(title, severity, breaks, keeps):
    assert title not in found(house(**keeps))


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), DYKES)
def test_a_dyke_that_breaks_the_rule_is_found(title, severity, breaks, keeps):
    assert found(dyke(**breaks)).get(title) == severity


@pytest.mark.parametrize(("title", "severity", "breaks", "keeps"), DYKES)
def test_a_dyke_that_keeps_the_rule_is_not(title, severity, breaks, keeps):
    assert title not in found(dyke(**keeps))


# What the coordinates look like

EDGE = (113.6195, 29.7)  # GCJ-02 takes it out of the town


@pytest.fixture
def townwide(acting):
    """The office has set the town's own bounds, which find more than the county's."""
    acting("office")
    for side, value in {"west": "113.45", "east": "113.62", "south": "29.62"}.items():
        Standard.objects.filter(name=f"hollow_houses.{side}").update(value=Decimal(value))


@pytest.mark.parametrize(
    ("point", "told"),
    [
        (gcj02(*EDGE), "像是GCJ-02（高德、腾讯）"),
        ((113.33, 29.42), "经度应是 113.550000，纬度应是 29.700000"),
        ((113.9, 29.7), "本地范围是经度 113.45 至 113.62"),
    ],
)
def test_a_point_that_is_not_here_is_told_what_it_looks_like(townwide, point, told):
    longitude, latitude = (str(round(one, 8)) for one in point)
    away = house(longitude=longitude, latitude=latitude, system="cgcs2000")
    assert told in message(away, "坐标在本地范围内")


@pytest.mark.parametrize(
    ("longitude", "latitude", "told"),
    [
        ("29.7", "113.55", "经度和纬度填反了：经度应是 113.55，纬度应是 29.7"),
        ("456450.95", "3286943.15", "投影坐标（单位是米"),
        ("11333.2", "2942.5", "经度应是 113.553333，纬度应是 29.708333"),
    ],
)
def test_what_are_no_degrees_is_refused_with_what_they_are(longitude, latitude, told):
    with pytest.raises(Refusal, match="不在我国范围内") as refusal:
        save_record(house(longitude=longitude, latitude=latitude, system="cgcs2000"))
    assert told in str(refusal.value)


@pytest.mark.parametrize(
    ("polyline", "told"),
    [
        ("113.55 29.7", "第 1 个点"),
        ("113.55,29.7", "至少要有两个不同的点"),
        ("29.7,113.55 29.7,113.56", "填反了：经度应是 113.55，纬度应是 29.7"),
        ("456450,3286943 456550,3286943", "投影坐标"),
    ],
)
def test_a_dyke_that_is_no_line_of_degrees_is_refused(polyline, told):
    with pytest.raises(Refusal, match=told):
        save_record(dyke(polyline=polyline))


def test_a_dyke_knows_its_length_and_how_far_it_reaches():
    record = dyke()
    save_record(record)
    record.refresh_from_db()
    assert record.length == Decimal("967.8")
    assert (record.west, record.east) == (Decimal("113.55"), Decimal("113.56"))
    assert record.south == record.north == Decimal("29.7")


def test_a_strip_is_as_wide_as_the_notice_in_force_says():
    unsaid = dyke()
    record = type(unsaid)(
        number="DD-2",
        **{
            field.attname: getattr(unsaid, field.attname)
            for field in unsaid._meta.concrete_fields
            if field.name not in ("id", "number", "strip_width")
        },
    )
    save_record(record)
    record.refresh_from_db()
    assert record.strip_width == 50
