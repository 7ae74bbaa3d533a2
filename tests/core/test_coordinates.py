"""Coordinates of the systems that offices meet, and lines of points as people paste them."""

import json
import math

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as some

from taizhang.core.coordinates import BD09, CGCS2000, GCJ02, bd09, gcj02, read_line, to_cgcs2000
from taizhang.core.finding import Refusal

HALF_A_METRE = 0.5
METRES_A_DEGREE = 111_320
SHIFTS = {GCJ02: gcj02, BD09: bd09}

# Points that the published implementations of the shifts are tested with: longitude and latitude of WGS 84, and of
# the shifted system (googollee/eviltransform; wandergis/coordtransform).
PUBLISHED = [
    (GCJ02, (121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
    (GCJ02, (113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
    (GCJ02, (116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
    (GCJ02, (116.404, 39.915), (116.41024449916938, 39.91640428150164)),
    (BD09, (116.404, 39.915), (116.41662724378733, 39.922699552216216)),
]

longitudes, latitudes = some.floats(73.7, 135), some.floats(18.3, 53.4)


def metres(one, other):
    """Roughly, which is enough to tell half a metre."""
    east = (one[0] - other[0]) * math.cos(math.radians(one[1]))
    return math.hypot(east, one[1] - other[1]) * METRES_A_DEGREE


@pytest.mark.parametrize(("system", "true", "shifted"), PUBLISHED)
def test_the_shifts_are_the_published_ones(system, true, shifted):
    assert SHIFTS[system](*true) == pytest.approx(shifted, abs=1e-9)


@pytest.mark.parametrize(("system", "true", "shifted"), PUBLISHED)
def test_a_shifted_point_is_found_again(system, true, shifted):
    assert metres(to_cgcs2000(*shifted, system), true) < 0.001


@given(longitudes, latitudes, some.sampled_from(sorted(SHIFTS)))
def test_there_and_back_is_well_within_half_a_metre(longitude, latitude, system):
    there = SHIFTS[system](longitude, latitude)
    assert 20 < metres(there, (longitude, latitude)) < 3000, "a shift that shifts nothing"
    assert metres(to_cgcs2000(*there, system), (longitude, latitude)) < HALF_A_METRE / 100


def test_what_is_in_the_national_system_stays_as_it_is():
    assert to_cgcs2000(113.55, 29.7, CGCS2000) == (113.55, 29.7)


@pytest.mark.parametrize("system", sorted(SHIFTS))
def test_many_at_once_are_what_each_is_alone(system):
    points = [(113.5 + n / 50, 29.6 + n / 70) for n in range(9)]
    east, north = to_cgcs2000(*numpy.transpose(points), system, numpy)
    alone = [to_cgcs2000(*point, system) for point in points]
    assert list(zip(east, north, strict=True)) == [pytest.approx(one, abs=1e-12) for one in alone]


THREE = [(113.5, 29.7), (113.51, 29.705), (113.52, 29.7)]
SHAPE = {"type": "LineString", "coordinates": [list(point) for point in THREE]}


@pytest.mark.parametrize(
    "text",
    [
        "113.5,29.7 113.51,29.705 113.52,29.7",
        "113.5, 29.7\n113.51, 29.705\n113.52, 29.7\n",
        "113.5，29.7；113.51，29.705；113.52，29.7",
        "113.5,29.7; 113.51,29.705 ;113.52,29.7;",
        json.dumps(SHAPE),
        json.dumps({"type": "Feature", "properties": {"name": "堤"}, "geometry": SHAPE}),
        json.dumps(SHAPE | {"coordinates": [[*point, 31.5] for point in THREE]}),
    ],
)
def test_a_line_is_read_as_people_paste_it(text):
    assert read_line(text) == THREE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "至少要有两个不同的点"),
        ("113.5,29.7", "至少要有两个不同的点"),
        ("113.5,29.7 113.5,29.7", "至少要有两个不同的点"),
        ("113.5,29.7 113.51", "第 2 个点“113.51”不是"),
        ("113.5,29.7 113.51,29.7,3", "第 2 个点“113.51,29.7,3”不是"),
        ("113°30′,29°42′ 113.5,29.7", "第 1 个点"),
        ("大堤从闸口到泵站", "第 1 个点“大堤从闸口到泵站”不是"),
        ("{", "读不出来"),
        ('{"type": "Point", "coordinates": [113.5, 29.7]}', "LineString"),
        ('{"type": "LineString", "coordinates": [[113.5, 29.7], [113.5]]}', "第 2 个点缺少纬度"),
        (
            '{"type": "LineString", "coordinates": [[113.5, "29.7"], [1, 2]]}',
            "第 1 个点不是两个数",
        ),
        ('{"type": "LineString", "coordinates": [[113.5, 29.7], 7]}', "第 2 个点不是两个数"),
        ('{"type": "LineString"}', "至少要有两个不同的点"),
        ("{[1]}", "读不出来"),
        ('{"type": "LineString", "coordinates": 5}', "至少要有两个不同的点"),
        ('{"type": "LineString", "coordinates": [[NaN, 29.7], [1, 2]]}', "第 1 个点不是两个数"),
        ('{"type": "LineString", "coordinates": [[1, 1e999], [1, 2]]}', "第 1 个点不是两个数"),
        ("123456789,29.7 113.5,29.7", "第 1 个点"),
        ('{"a":' * 20_000, "读不出来"),
    ],
)
def test_what_is_no_line_is_refused_with_the_point_that_is_wrong(text, told):
    with pytest.raises(Refusal, match=told):
        read_line(text)


def told(text):
    """The points, or the sentence that refuses them."""
    try:
        return read_line(text)
    except Refusal as refusal:
        return str(refusal)


@given(some.text(max_size=60) | some.text("0123456789.,;，；- \n", max_size=60))
def test_any_text_is_a_line_or_a_sentence(text):
    found = told(text)
    assert found.endswith("。") if isinstance(found, str) else len(found) >= 2
