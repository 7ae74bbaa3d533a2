"""A third household for the list of two, each way a rule looks at it; `changes` are of its award."""

from datetime import date

from taizhang.ledgers.record import Record
from taizhang.lines.housing.models import Acceptance, Award, Household, Member, Unit
from taizhang.lines.housing.tests.award_records import Scene, award, batch, payment, standard
from taizhang.lines.housing.tests.records import FIRST_ID, allocation, approval, made, saved, unit

THIRD_ID, THIRD_CARD = "430682196001011233", "6217995520000000032"


def third(town: Scene, **changes: object) -> Record:
    """A third household with a dwelling of its own, not yet saved; `changes` are of its award."""
    block = town.homes[0].unit.building
    number = changes.pop("home", "GP01-3")
    flat = Unit.objects.filter(number=number).first() or saved(unit(block, number))
    home = saved(
        allocation(flat, "FF3", householder="孙丙寅", id_number=changes.pop("of", THIRD_ID))
    )
    values = {"account": THIRD_CARD, "account_name": changes.get("householder", "孙丙寅")}
    return award(town.batch, town.standard, home, "JB3", **(values | changes))


def by_area(town: Scene, **changes: object) -> Record:
    """The third household by the square metre, at 100.05 元."""
    rate = saved(
        standard(
            "JBBZ2",
            tier="按面积",
            per="area",
            amount="100.05",
            ceiling=changes.pop("ceiling", None),
        )
    )
    return third(town, **({"standard": rate, "quantity": "150.50"} | changes))


def by_building(town: Scene, **changes: object) -> Record:
    """The third household with half of its building, of which another half is granted already."""
    rate = saved(standard("JBBZ3", tier="按栋", per="building", amount="30000"))
    Award.objects.filter(pk=town.first.pk).update(standard=rate, quantity="0.50")
    return third(town, **({"standard": rate} | changes))


def own_house(town: Scene, **changes: object) -> Record:
    """A household that built on its own plot."""
    house = saved(
        approval(
            "JF3",
            householder="孙丙寅",
            id_number=THIRD_ID,
            completed_on=changes.pop("completed_on", date(2018, 2, 1)),
            approved_on=changes.pop("approved_on", date(2016, 12, 9)),
        )
    )
    return third(town, allocation=None, approval=house, **changes)


def accepted(town: Scene, passed_on: date) -> Record:
    """The same, under a standard that asks for the acceptance."""
    rate = saved(standard("JBBZ4", tier="验收", requires="accepted"))
    record = own_house(town, standard=rate)
    values = {"approval": record.approval, "applied_on": date(2018, 2, 2), "passed_on": passed_on}
    saved(made(Acceptance, "YS3", values))
    return record


def moved_in(town: Scene, on: date | None) -> Record:
    """A standard that asks for moving in."""
    rate = saved(standard("JBBZ5", tier="入住", requires="moved_in"))
    record = third(town, standard=rate)
    type(record.allocation).objects.filter(pk=record.allocation_id).update(moved_in_on=on)
    return record


def spouse(town: Scene, id_number: str = FIRST_ID) -> Record:
    """The third on the list lives in one household with the person of that number."""
    house = saved(
        made(
            Household,
            "H1",
            {"householder": "赵甲子", "id_number": FIRST_ID, "since": date(2010, 1, 1)},
        )
    )
    for n, (number, relation) in enumerate(((id_number, "head"), (THIRD_ID, "spouse"))):
        values = {
            "household": house,
            "name": f"家人{n}",
            "id_number": number,
            "relation": relation,
            "since": date(2010, 1, 1),
        }
        saved(made(Member, f"M{n}", values))
    return third(town)


def other_project(town: Scene, home: Record) -> Record:
    """A list of another project."""
    rate = saved(standard("JBBZ6", project="外墙改造奖补", requires="nothing"))
    of = saved(batch("JBPC2", project="外墙改造奖补"))
    return award(of, rate, home, "WQ1")


def paid(town: Scene, **changes: object) -> Record:
    """The first household, to whom its money has been sent."""
    saved(payment(town.first))
    for name, value in changes.items():
        setattr(town.first, name, value)
    return town.first


def of_village(town: Scene, village: str) -> Record:
    """A list of one village, with a household of the site in 广坪 on it."""
    return third(town, batch=saved(batch("JBPC3", place_id=village)))


def struck_off(town: Scene, **changes: object) -> Record:
    return third(
        town, **({"withdrawn_on": date(2018, 3, 15), "withdrawn_because": "异议成立"} | changes)
    )
