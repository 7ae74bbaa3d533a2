"""Metres from points to lines, against lengths that can be worked out by hand."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pyproj import CRS, Geod

from taizhang.core.coordinates import BD09, GCJ02, Box, bd09, gcj02
from taizhang.core.distances import Line, Nearest, converted, meridian_of, projection

EARTH = Geod(ellps="GRS80")  # the ellipsoid of CGCS2000
HERE = (113.55, 29.7)


def walked(metres, bearing, start=HERE):
    """Where one comes to, walking on the ellipsoid."""
    longitude, latitude, _ = EARTH.fwd(*start, bearing, metres)
    return longitude, latitude


def to(lines, *points):
    return Nearest([Line(points) for points in lines]).to(*map(list, zip(*points, strict=True)))


def metres_to(line, point):
    _, (metres,) = to([line], point)
    return metres


# A dyke of 400 m towards the east, and where a point lies: from its west end, metres along and beside it.
DYKE = [walked(n * 100, 90) for n in range(5)]
CASES = [
    (200, 50, 50),
    (200, 0, 0),
    (200, -730, 730),
    (50, 12.5, 12.5),  # between two points of the line, not only at them
    (-30, 40, 50),  # before its beginning: 3, 4, 5
    (460, 80, 100),
]


@pytest.mark.parametrize(("along", "beside", "expected"), CASES)
def test_the_distance_is_what_it_was_laid_out_to_be(along, beside, expected):
    point = walked(beside, 0, walked(along, 90))
    assert metres_to(DYKE, point) == pytest.approx(Decimal(str(expected)), abs=Decimal("0.1"))


def test_a_corner_is_as_near_as_its_legs():
    corner = [walked(200, 0), HERE, walked(200, 90)]
    assert metres_to(corner, walked(30, 45)) == pytest.approx(
        Decimal(str(30 / math.sqrt(2))), abs=Decimal("0.1")
    )
    assert metres_to(corner, walked(30, 225)) == pytest.approx(30, abs=Decimal("0.1"))


def test_the_nearest_of_several_is_named():
    north, south = [walked(100, 0, one) for one in DYKE], [walked(300, 180, one) for one in DYKE]
    middle = walked(200, 90)
    at, metres = to([north, south], walked(20, 0, middle), walked(250, 180, middle))
    assert (at, [round(one) for one in metres]) == ([0, 1], [80, 50])


def test_halves_round_up_to_the_decimetre():
    (metres,) = {metres_to(DYKE, walked(50.04, 0, walked(200, 90)))}
    assert metres.as_tuple().exponent == -1
    assert metres == Decimal("50.0")


@given(some.floats(0, 400), some.floats(0.2, 5000), some.sampled_from([0, 180]))
def test_beside_the_dyke_the_distance_is_the_walk(along, beside, bearing):
    point = walked(beside, bearing, walked(along, 90))
    error = abs(float(metres_to(DYKE, point)) - beside)
    assert error < 0.06 + beside * 1e-3, "a scale of the plane, and one decimal"


@given(some.floats(75, 135), some.floats(20, 50), some.floats(1, 2000))
def test_the_plane_of_a_zone_keeps_lengths_everywhere(longitude, latitude, metres):
    there = walked(metres, 37, (longitude, latitude))
    line = Line([(longitude, latitude), there])
    assert line.metres == pytest.approx(metres, rel=4e-4)


@pytest.mark.parametrize(
    ("longitude", "meridian"),
    [(113.55, 114), (112.49, 111), (112.51, 114), (75.1, 75), (73.9, 75), (134.9, 135), (137, 135)],
)
def test_a_zone_reaches_a_degree_and_a_half_to_both_sides(longitude, meridian):
    assert meridian_of(longitude) == meridian


def test_the_zone_of_114_degrees_is_epsg_4547():
    assert projection(114).target_crs.name.startswith(CRS(4547).name)
    assert projection(114).transform(114, 29.7)[0] == pytest.approx(500_000), "its central meridian"


def test_points_of_three_systems_are_one_point():
    east, north = converted(
        *zip(HERE, gcj02(*HERE), bd09(*HERE), strict=True), ["cgcs2000", GCJ02, BD09]
    )
    assert list(east) == [pytest.approx(HERE[0], abs=1e-9)] * 3
    assert list(north) == [pytest.approx(HERE[1], abs=1e-9)] * 3


def test_a_line_of_another_system_is_measured_where_it_really_is():
    shifted = Line([gcj02(*point) for point in DYKE], GCJ02)
    assert shifted.metres == pytest.approx(400, abs=0.1)
    _, (metres,) = Nearest([shifted]).to([DYKE[2][0]], [DYKE[2][1]])
    assert metres == 0


def test_a_line_knows_how_far_it_reaches():
    box = Line([(113.5, 29.71), (113.52, 29.7), (113.51, 29.72)]).box
    assert box == Box(113.5, 113.52, 29.7, 29.72)
