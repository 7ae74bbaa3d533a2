"""A point that cannot be where it says: the mistake it looks like, in words that say what to type instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from taizhang.core.coordinates import BD09, CGCS2000, GCJ02, Box, bd09, gcj02
from taizhang.core.misplaced import misplaced

TOWN = Box(113.45, 113.62, 29.62, 29.8)
EDGE = (113.6195, 29.7)  # a shift takes it out of the town

CASES = [
    ((29.7, 113.55), CGCS2000, "经度和纬度填反了：经度应是 113.55，纬度应是 29.7"),
    ((113.33, 29.42), CGCS2000, "经度应是 113.550000，纬度应是 29.700000"),
    ((113.3318, 29.4206), CGCS2000, "经度应是 113.555000，纬度应是 29.701667"),
    ((113.3375, 29.4206), CGCS2000, "经度应是 113.562500"),
    ((11333.3, 2942.1), CGCS2000, "经度应是 113.555000，纬度应是 29.701667"),
    ((1133318, 294206), CGCS2000, "经度应是 113.555000，纬度应是 29.701667"),
    ((456450.95, 3286943.15), CGCS2000, "投影坐标"),
    ((3286943.15, 38456450.95), CGCS2000, "投影坐标"),
    (gcj02(*EDGE), CGCS2000, "像是GCJ-02"),
    (bd09(*EDGE), GCJ02, "像是BD-09"),
    ((113.4501, 29.7), BD09, "像是CGCS2000"),
    ((116.4, 39.9), CGCS2000, "本地范围是经度 113.45 至 113.62、纬度 29.62 至 29.8"),
    ((0, 0), GCJ02, "本地范围"),
    ((-113.55, 29.7), CGCS2000, "本地范围"),
]


@pytest.mark.parametrize(("point", "system", "told"), CASES)
def test_the_mistake_is_named(point, system, told):
    assert told in misplaced(*point, system, TOWN)


@pytest.mark.parametrize(
    ("point", "system"),
    [((113.55, 29.7), CGCS2000), (gcj02(*EDGE), GCJ02), (bd09(113.55, 29.7), BD09)],
)
def test_nothing_is_said_of_a_point_that_lies_here(point, system):
    assert misplaced(*point, system, TOWN) == ""


inside = some.tuples(some.floats(113.47, 113.6), some.floats(29.64, 29.78))


@given(inside)
def test_swapped_is_always_told(point):
    longitude, latitude = point
    assert "填反了" in misplaced(latitude, longitude, CGCS2000, TOWN)


@given(some.integers(28, 36), some.integers(38, 46), some.integers(0, 59), some.integers(0, 59))
def test_degrees_minutes_and_seconds_written_together_are_always_told(east, north, some_, more):
    packed = (113 + east / 100 + some_ / 10_000, 29 + north / 100 + more / 10_000)
    told = misplaced(*packed, CGCS2000, TOWN)
    assert f"{113 + east / 60 + some_ / 3600:.6f}" in told
    assert f"{29 + north / 60 + more / 3600:.6f}" in told


any_number = some.floats(allow_nan=False, allow_infinity=False, min_value=-1e8, max_value=1e8)


@given(any_number, any_number, some.sampled_from([CGCS2000, GCJ02, BD09]))
def test_whatever_is_typed_gets_a_sentence_or_none(longitude, latitude, system):
    told = misplaced(longitude, latitude, system, TOWN)
    assert told == "" or told.endswith("。")
