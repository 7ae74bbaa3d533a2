"""The main job, for real: a town's Excel ledgers, a closed quarter, a summary, every figure back to its records."""

import json
from decimal import Decimal

import pytest

PUBLISHED = {
    "housing.sites": ("2", "个"),
    "housing.planned_land": ("230", "亩"),
    "housing.phase_land": ("120", "亩"),
    "housing.buildings": ("125", "栋"),
    "housing.households_allocated": ("173", "户"),
    "housing.households_moved_in": ("173", "户"),
    "housing.scattered_approvals": ("0", "户"),
    "hollow_houses.demolished": ("310", "栋"),
    "hollow_houses.plot_area": ("199800", "㎡"),
    "land.reclaimed": ("300", "亩"),
    "land.quota_planned": ("230", "亩"),
    "land.quota_used": ("120", "亩"),
    "land.net_farmland_planned": ("70", "亩"),
    "land.net_farmland": ("180", "亩"),
}
BY_SITE = {
    "housing.planned_land": {"130", "100"},
    "housing.phase_land": {"70", "50"},
    "housing.buildings": {"66", "59"},
    "housing.households_allocated": {"88", "85"},
    "housing.households_moved_in": {"88", "85"},
}


def printed(example, *arguments: str) -> object:
    done = example.run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def figures(example):
    return {row["indicator"]: row for row in printed(example, "figures", "2018Q1")}


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_closed_quarter_has_the_published_figure(figures, name):
    value, unit = PUBLISHED[name]
    assert (figures[name]["value"], figures[name]["unit"]) == (value, unit)


def test_floor_area_is_plausible_and_no_land_area(figures):
    per_house = Decimal(figures["hollow_houses.floor_area"]["value"]) / 310
    assert 40 < per_house < 300


@pytest.mark.parametrize("name", BY_SITE)
def test_the_two_sites_are_told_apart(example, name):
    villages = {
        row["key"]: row["value"]
        for row in printed(example, "figures", "2018Q1", "--by", "place")
        if row["indicator"] == name and row["value"] not in ("0", None)
    }
    sites = {
        row["value"]
        for village in villages
        for row in printed(example, "figures", "2018Q1", "--place", village, "--by", "place")
        if row["indicator"] == name and row["value"] not in ("0", None)
    }
    assert sites == BY_SITE[name]


def test_live_figures_are_those_of_the_snapshot(example, figures):
    live = {
        row["indicator"]: row
        for row in printed(example, "figures", "2018-01-01..2018-03-26", "--live")
    }
    assert {name: row["value"] for name, row in live.items()} == {
        name: row["value"] for name, row in figures.items()
    }


@pytest.mark.parametrize(
    "name", ["hollow_houses.demolished", "land.net_farmland", "housing.scattered_approvals"]
)
def test_a_figure_opens_its_records(example, figures, name):
    traced = printed(example, "trace", name, "2018Q1")
    assert traced["value"] == figures[name]["value"]
    assert sum(Decimal(row["amount"]) for row in traced["rows"]) == Decimal(figures[name]["value"])
    assert len(traced["rows"]) == figures[name]["records"]


def test_nothing_is_missing_and_every_figure_has_its_definition(figures):
    assert [name for name, row in figures.items() if row["value"] is None] == []
    assert all(row["definition"] and not row["gaps"] for row in figures.values())


def test_the_summary_verifies_and_the_demo_can_be_run_again(example):
    summary = next((example.home / "documents").glob("*.docx"))
    verified = example.run("verify", summary)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    again = example.run("demo")
    assert again.returncode == 0, again.stderr
    assert "密码" not in again.stdout


def test_passwords_are_printed_once_and_can_be_renewed(example):
    done = example.run("password", "guangping")
    assert done.returncode == 0
    assert "新密码" in done.stdout
    assert example.run("password", "no-such-account").returncode == 1
