"""What must hold of positions: degrees that lie here, in the system they say, and a strip that agrees with the claim."""

from django.db.models import F, Q
from django.db.models.functions import Abs
from django.db.models.lookups import GreaterThan

from taizhang.core.coordinates import CHINA
from taizhang.ledgers.rules import Rule
from taizhang.ledgers.standards import standard
from taizhang.lines.hollow_houses.models import Dyke, HollowHouse
from taizhang.lines.hollow_houses.models.coordinates import System
from taizhang.people.models import Place

KNOWN = Q(longitude__isnull=False, latitude__isnull=False) & ~Q(system="")
Found = HollowHouse.Found
SOURCES = {
    System.CGCS2000: (Found.RTK, Found.RECEIVER, Found.TIANDITU),
    System.GCJ02: (Found.AMAP,),
    System.BD09: (Found.BAIDU,),
}


def beyond(longitudes: tuple[str, str], latitudes: tuple[str, str], *sides: object) -> Q:
    """From the westernmost to the easternmost, the southernmost to the northernmost: some of it lies outside."""
    (first, last), (low, high), (west, east, south, north) = longitudes, latitudes, sides
    return (
        Q(**{f"{first}__lt": west})
        | Q(**{f"{last}__gt": east})
        | Q(**{f"{low}__lt": south})
        | Q(**{f"{high}__gt": north})
    )


def beyond_china(longitudes: tuple[str, str], latitudes: tuple[str, str]) -> Q:
    return beyond(longitudes, latitudes, CHINA.west, CHINA.east, CHINA.south, CHINA.north)


def beyond_here(longitudes: tuple[str, str], latitudes: tuple[str, str]) -> Q:
    sides = ("west", "east", "south", "north")
    here = [standard(f"hollow_houses.{side}", on="surveyed_on") for side in sides]
    return beyond(longitudes, latitudes, *here) & ~beyond_china(longitudes, latitudes)


POINT = ("longitude", "longitude"), ("latitude", "latitude")
EXTENT = ("west", "east"), ("south", "north")

coordinates_whole = Rule(
    "经纬度和坐标系一同填",
    HollowHouse,
    ~KNOWN & ~Q(longitude__isnull=True, latitude__isnull=True, system=""),
    "经度 {longitude}、纬度 {latitude}、坐标系 {system} 要么都填，要么都空着；不知道坐标系的，看取点用的是什么地图或仪器。",
)
coordinates_in_degrees = Rule(
    "经纬度是小数的度",
    HollowHouse,
    beyond_china(*POINT),
    "经度 {longitude}、纬度 {latitude} 不在我国范围内：{misplaced}改好再保存。",
)
coordinates_are_here = Rule(
    "坐标在本地范围内",
    HollowHouse,
    beyond_here(*POINT),
    "经度 {longitude}、纬度 {latitude} 不在本地范围内：{misplaced}确实在那里的不用改。",
    ask=True,
)
system_of_its_source = Rule(
    "坐标系与坐标来源相符",
    HollowHouse,
    KNOWN
    & (
        Q(found_by__in=SOURCES[System.CGCS2000]) & ~Q(system=System.CGCS2000)
        | Q(found_by__in=SOURCES[System.GCJ02]) & ~Q(system=System.GCJ02)
        | Q(found_by__in=SOURCES[System.BD09]) & ~Q(system=System.BD09)
    ),
    "坐标来自{found_by}，坐标系却填了 {system}：RTK、手持GPS、天地图是 CGCS2000，高德、腾讯地图是 GCJ-02，"
    "百度地图是 BD-09，填错了会差几百米；请核实。",
    ask=True,
)
taped_as_computed = Rule(
    "丈量的与坐标算的距离相符",
    HollowHouse,
    KNOWN
    & Q(
        GreaterThan(
            Abs(F("taped_distance") - F("distance_to_dyke")),
            standard("hollow_houses.distance_tolerance", on="surveyed_on"),
        )
    ),
    "实地丈量离大堤 {taped_distance} m，按坐标算是 {distance_to_dyke} m；差几百米的多半是坐标系填错了"
    "（高德、腾讯地图是 GCJ-02，百度地图是 BD-09），差几十米的请复核丈量和堤线。",
    ask=True,
)
claimed_and_inside = Rule(
    "列入大堤整治的在整治带内",
    HollowHouse,
    Q(claimed_in_strip=True, in_strip=False),
    "列入了大堤整治，离大堤却有 {distance_to_dyke} m，在整治带以外；请核实坐标，或改正“列入大堤整治”。",
    ask=True,
)
inside_and_claimed = Rule(
    "整治带内的列入大堤整治",
    HollowHouse,
    Q(claimed_in_strip=False, in_strip=True),
    "离大堤 {distance_to_dyke} m，在整治带以内，却没有列入大堤整治；请核实坐标，或改正“列入大堤整治”。",
    ask=True,
)

# The dykes

dyke_of_the_town = Rule(
    "大堤登记在乡镇一级",
    Dyke,
    ~Q(place__kind=Place.Kind.TOWN),
    "大堤登记在{place}了；各村都要按它算距离，请把地方改成乡镇。",
)
dyke_in_degrees = Rule(
    "堤线是小数的度",
    Dyke,
    beyond_china(*EXTENT),
    "堤线有的点不在我国范围内：{misplaced}改好再保存。",
)
dyke_is_here = Rule(
    "堤线在本地范围内",
    Dyke,
    beyond_here(*EXTENT),
    "堤线有的点不在本地范围内：{misplaced}确实在那里的不用改。",
    ask=True,
)
