"""What a point outside its county looks like: the mistake that would have put it there, in one sentence.

Two numbers can be in each other's place, in another system, in degrees and minutes, or in metres of a map.
"""

import math

from taizhang.core.coordinates import BD09, CGCS2000, CHINA, GCJ02, SYSTEMS, Box, to_cgcs2000

METRES = 1000  # no degrees are that many


def misplaced(longitude: float, latitude: float, system: str, county: Box) -> str:
    """Why a point may lie outside its county and what to do about it; nothing where it lies inside."""
    if is_there(longitude, latitude, system, county):
        return ""
    for explain in (swapped, in_another_system, in_minutes, in_metres):
        if sentence := explain(longitude, latitude, system, county):
            return sentence
    return (
        f"本地范围是经度 {county.west:g} 至 {county.east:g}、纬度 {county.south:g} 至 {county.north:g}，"
        "请到现场或在地图上重新取点。"
    )


def is_there(longitude: float, latitude: float, system: str, county: Box) -> bool:
    return CHINA.holds(longitude, latitude) and county.holds(
        *to_cgcs2000(longitude, latitude, system)
    )


def swapped(longitude: float, latitude: float, system: str, county: Box) -> str:
    if not is_there(latitude, longitude, system, county):
        return ""
    return f"像是经度和纬度填反了：经度应是 {latitude:.10g}，纬度应是 {longitude:.10g}，请对调。"


def in_another_system(longitude: float, latitude: float, system: str, county: Box) -> str:
    others = [
        SYSTEMS[other]
        for other in (CGCS2000, GCJ02, BD09)
        if other != system and is_there(longitude, latitude, other, county)
    ]
    if not others:
        return ""
    return (
        f"坐标系填的是 {SYSTEMS[system]}，这个点却像是{'或'.join(others)}的坐标，"
        "相差几百米到一公里；请看取点用的地图或仪器，改选坐标系。"
    )


def in_minutes(longitude: float, latitude: float, system: str, county: Box) -> str:
    for written, scale, parts in READINGS:
        east, north = (degrees(value * scale, parts) for value in (longitude, latitude))
        if is_there(east, north, system, county):
            return (
                f"像是{written}，当成小数的度填了：经度应是 {east:.6f}，纬度应是 {north:.6f}，"
                "请核对后填小数的度（分除以 60，秒除以 3600）。"
            )
    return ""


# How degrees, minutes and seconds get written as one number; what to multiply it by to have two digits a part; parts.
READINGS = (
    ("度、分、秒连写（如 113.3312 是 113 度 33 分 12 秒）", 10_000, 3),
    ("度和分连写（如 113.332 是 113 度 33.2 分）", 100, 2),
    ("度、分、秒连写（如 1133312 是 113 度 33 分 12 秒）", 1, 3),
    ("度和分连写（如 11333.2 是 113 度 33.2 分）", 1, 2),
)


def degrees(packed: float, parts: int) -> float:
    """The degrees of a number that has minutes, and seconds, in its last two digits each; far off if it has not."""
    whole, found = round(packed, 6), 0.0
    for _ in range(parts - 1):
        whole, part = divmod(whole, 100)
        if part >= 60:
            return math.inf
        found = (found + part) / 60
    return whole + found


def in_metres(longitude: float, latitude: float, system: str, county: Box) -> str:
    if min(abs(longitude), abs(latitude)) <= METRES:
        return ""
    return "像是投影坐标（单位是米，如 2000 坐标系的 X、Y），不是经纬度；请向测绘单位要经纬度，或请其换算。"
