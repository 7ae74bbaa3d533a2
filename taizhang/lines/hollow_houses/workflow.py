"""How a hollow house goes: surveyed, agreed on with its owner, taken down, its plot measured again."""

from taizhang.ledgers.workflow import Step, Workflow
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.models import Role

IN_THE_VILLAGE = (Role.VILLAGE_CLERK, Role.STATION_OFFICER)
FREE_WILL = "土地管理法实施条例第36条：不得违背农村村民意愿强制收回宅基地、强制搬迁退出"

hollow_house = Workflow(
    HollowHouse,
    (
        Step("摸底", "surveyed", on="surveyed_on", by=IN_THE_VILLAGE),
        Step(
            "签协议",
            "agreed",
            on="agreement_on",
            after=("surveyed",),
            by=IN_THE_VILLAGE,
            basis=FREE_WILL,
        ),
        Step(
            "拆除",
            "demolished",
            on="demolished_on",
            after=("agreed",),
            by=IN_THE_VILLAGE,
            basis=FREE_WILL,
        ),
        Step(
            "复测",
            "resurveyed",
            on="resurveyed_on",
            after=("demolished",),
            by=(Role.STATION_OFFICER,),
        ),
    ),
)
