"""What `taizhang close`, `figures` and `trace` print, for people and for scripts."""

import json
from datetime import date
from decimal import Decimal

import pytest
from click.testing import CliRunner

from taizhang.commands.main import taizhang
from taizhang.commands.table import aligned, width
from taizhang.core.finding import Refusal
from taizhang.ledgers.models import ZeroReturn
from tests.snapshots.towns import demolished, new_town

NAME = "hollow_houses.demolished"
AREA = "hollow_houses.floor_area"


@pytest.fixture
def run(town):
    """`taizhang …` in this process, as the town's office or somebody else; the output of a success."""

    def running(*arguments, user=town.office):
        result = CliRunner().invoke(taizhang, ["--user", user, *arguments])
        if result.exception:
            raise result.exception
        return result.stdout

    return running


@pytest.fixture
def ledgers(town):
    demolished(town.villages[0], "KX-1", date(2018, 2, 1)).save()
    demolished(town.villages[1], "KX-2", date(2018, 3, 5), category="surplus").save()
    demolished(town.villages[1], "KX-3", date(2018, 3, 30)).save()
    ZeroReturn.objects.create(
        place_id=town.villages[2],
        number="LB-1",
        ledger="hollow_houses.hollow_house",
        period="2018Q1",
        reported_on=date(2018, 4, 1),
    )


def close(run, period="2018Q1", cutoff="2018-03-26"):
    return json.loads(run("close", period, "--cutoff", cutoff, "--json"))


def figures(run, *arguments, **who):
    return json.loads(run("figures", "2018Q1", *arguments, "--json", **who))


def only(found, name=NAME):
    return [one for one in found if one["indicator"] == name]


def test_close_tells_scripts_what_it_made(town, run, ledgers):
    told = close(run)
    assert (told["place"], told["period"], told["number"]) == (town.code, "2018Q1", 1)
    assert (told["cutoff"], told["previous"], told["replaces"]) == ("2018-03-26", "", "")
    assert told["short"] == f"{told['digest'][:4]}-{told['digest'][4:8]}".upper()
    assert told["adjustments"] is None


def test_close_tells_people_what_changed(town, run, ledgers):
    first = close(run)
    demolished(town.villages[0], "KX-9", date(2018, 3, 1)).save()
    said = run("close", "2018Q1", "--cutoff", "2018-03-26")
    assert f"与2018年一季度第1次封存（{first['short']}）相比，截至 2018-03-26：补报" in said
    (row,) = [line for line in said.splitlines() if line.startswith("补报  拆除空心房")]
    assert row.split()[2] == "空心房"
    moved = [line.split() for line in said.splitlines() if line.startswith("拆除空心房 ")]
    assert ["拆除空心房", town.code, "本期", "2", "3", "栋"] in moved


def test_figures_for_scripts(town, run, ledgers):
    close(run)
    (whole,) = only(figures(run))
    definition = whole.pop("definition")
    assert "按拆除日期计" in definition
    assert whole == {
        "indicator": NAME,
        "title": "拆除空心房",
        "unit": "栋",
        "value": "2",
        "records": 2,
        "place": town.code,
        "show": "flow",
        "key": "",
        "gaps": [],
    }


def test_a_missing_figure_is_null_and_a_reported_nothing_is_zero(town, run, ledgers):
    close(run)
    villages = only(figures(run, "--by", "place"))
    assert {one["key"]: one["value"] for one in villages} == dict(
        zip(town.villages, ("1", "1", "0"), strict=True)
    )
    (sites,) = only(figures(run), "housing.sites")
    assert sites["value"] is None
    assert sites["gaps"] == list(town.villages)


def test_live_figures_are_todays_and_closed_ones_stay(town, run, ledgers):
    close(run)
    assert only(figures(run, "--live"))[0]["value"] == "3"
    assert only(figures(run))[0]["value"] == "2"


def test_an_older_closing_can_be_asked_for(town, run, ledgers):
    close(run)
    close(run, cutoff="2018-03-31")
    assert only(figures(run))[0]["value"] == "3"
    assert only(figures(run, "--snapshot", "1"))[0]["value"] == "2"


def test_breakdowns_and_the_other_show(town, run, ledgers):
    close(run)
    months = only(figures(run, "--by", "month"))
    assert [(one["key"], one["value"]) for one in months] == [
        ("201801", "0"),
        ("201802", "1"),
        ("201803", "1"),
    ]
    items = only(figures(run, "--by", "item"))
    assert {one["key"]: one["value"] for one in items} == {"idle": "1", "surplus": "1"}
    village = figures(run, "--place", town.villages[0], "--show", "stock")
    assert only(village, AREA)[0]["value"] == "118.4"


def test_trace_for_scripts_adds_up_to_the_figure(town, run, ledgers):
    close(run)
    told = json.loads(run("trace", AREA, "2018Q1", "--json"))
    assert (told["indicator"], told["value"]) == (AREA, "236.8")
    assert sum(Decimal(row["amount"]) for row in told["rows"]) == Decimal("236.8")
    first = told["rows"][0]
    assert first.pop("record") > 0
    assert first == {
        "ledger": "hollow_houses.hollow_house",
        "place": town.villages[0],
        "on": "2018-02-01",
        "amount": "118.4",
    }


def test_trace_for_people_names_the_records_as_the_office_does(town, run, ledgers):
    close(run)
    said = run("trace", NAME, "2018Q1")
    assert "拆除空心房 2栋，2 条记录" in said
    assert [line.split()[1] for line in said.splitlines() if line.startswith("空心房")] == [
        "KX-1",
        "KX-2",
    ]
    assert "只列了前 1 条" in run("trace", NAME, "2018Q1", "--limit", "1")


def test_figures_for_people_stand_under_one_another(town, run, ledgers):
    close(run)
    head, *lines = run("figures", "2018Q1", "--by", "place").splitlines()
    assert "截至 2018-03-26，第1次封存 " in head
    ends = {width(line[: line.index("─", line.index("  "))]) for line in lines if "─" in line}
    assert len(ends) == 1
    assert any("缺报" in line for line in lines)


def test_a_clerk_reads_the_village_and_no_other_place(town, run, ledgers):
    close(run)
    (own,) = only(figures(run, user=town.clerk))
    assert (own["place"], own["value"]) == (town.villages[0], "1")
    for place in (town.code, town.villages[1]):
        with pytest.raises(Refusal, match="不归您的岗位"):
            run("figures", "2018Q1", "--place", place, user=town.clerk)


def test_what_cannot_be_answered_is_a_sentence(town, run, ledgers):
    with pytest.raises(Refusal, match="2018年一季度还没有封存；请先运行 taizhang close 2018Q1"):
        run("figures", "2018Q1")
    close(run)
    with pytest.raises(Refusal, match="没有第7次封存，最新的是第1次"):
        run("figures", "2018Q1", "--snapshot", "7")
    with pytest.raises(Refusal, match="没有代号为“nothing”的指标"):
        run("trace", "nothing", "2018Q1")
    with pytest.raises(Refusal, match="没有地区代码"):
        run("figures", "2018Q1", "--place", town.code + "999")
    with pytest.raises(Refusal, match="看不懂期间"):
        run("figures", "一季度")
    with pytest.raises(Refusal, match="不归您的岗位"):
        run("close", "2018Q2", "--place", new_town().code)


def test_a_table_counts_chinese_characters_twice():
    table = aligned([["名称", "数"], ["空心房", "3"], ["ab", "310"]], right={1})
    assert table.splitlines() == ["名称     数", "──────  ───", "空心房    3", "ab      310"]
