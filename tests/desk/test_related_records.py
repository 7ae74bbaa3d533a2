"""What points at a record stands on its page, as far as one sees it, with a way to enter one more."""

import re

import pytest

from taizhang.lines.housing.models import Building
from taizhang.lines.housing.tests.records import allocation, building, phase, saved, site, unit
from tests import cast


@pytest.fixture
def here(office):
    """A site with a phase and 25 buildings."""
    made = saved(site())
    first = saved(phase(made))
    Building.objects.bulk_create(
        building(first, f"GP{n:02}", place_id=cast.SITE) for n in range(1, 26)
    )
    return made


def page(visitor, record):
    return visitor.get(f"/housing/{record._meta.model_name}/{record.pk}/change/").content.decode()


def test_each_ledger_is_a_table_of_at_most_twenty_with_a_link_to_all(visit, here):
    clerk = visit("clerk")
    shown = page(clerk, here)
    numbers = set(re.findall(r"change/\">(GP\d\d)</a>", shown))
    assert numbers == {f"GP{n:02}" for n in range(6, 26)}
    assert "25 条" in shown
    [address] = re.findall(r'href="(/housing/building/\?site__id__exact=\d+)">列出全部', shown)
    assert clerk.get(address).context["cl"].result_count == 25
    assert 'change/">GP-1</a>' in shown  # the phase
    assert "<th>用地面积（亩）</th>" in shown


def test_one_more_is_entered_with_the_reference_and_place_filled_in(visit, here):
    clerk = visit("clerk")
    [address] = re.findall(r'href="(/housing/phase/add/[^"]+)"', page(clerk, here))
    form = clerk.get(address.replace("&amp;", "&")).content.decode()
    chosen = re.findall(r'<option value="(\w+)"\s+selected>', form)
    assert chosen == [cast.SITE, str(here.pk)]


def test_who_only_reads_is_offered_nothing_to_enter(visit, here):
    shown = page(visit("county"), here)
    assert "楼栋" in shown
    assert "登记一条" not in shown
    assert "套房" not in shown.split('id="related"')[1].split("</section>")[0]


def test_numbers_of_persons_are_masked_and_other_villages_are_not_shown(visit, here):
    home = saved(unit(Building.objects.first()))
    saved(allocation(home, householder="赵甲子"))
    saved(allocation(home, "FF2", householder="钱乙丑", place_id=cast.HEXING))
    shown = page(visit("clerk"), home)
    related = shown.split('id="related"')[1].split("</section>")[0]
    assert "赵甲子" in related
    assert "钱乙丑" not in related
    assert "1 条" in related
    assert "430682195306281002" not in related


def test_a_record_that_nothing_points_at_has_no_such_part(visit, here):
    home = saved(unit(Building.objects.first()))
    given = saved(allocation(home))
    assert 'id="related"' not in page(visit("county"), given)
