"""How a hollow house goes: surveyed and posted, agreed on, paid for, handed over, taken down, its plot used again.

What an office wrote down before it had this table stays as it is: only the survey, the agreement and the demolition
were dated then, so each later step may follow directly on those.
"""

from taizhang.ledgers.workflow import Step, Workflow
from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.models import Role

IN_THE_VILLAGE = (Role.VILLAGE_CLERK, Role.STATION_OFFICER)
AT_THE_STATION = (Role.STATION_OFFICER,)
FREE_WILL = "土地管理法实施条例第36条：不得违背农村村民意愿强制收回宅基地、强制搬迁退出"
AGREEMENT = "拆除退出协议"

hollow_house = Workflow(
    HollowHouse,
    (
        Step("摸底", "surveyed", on="surveyed_on", by=IN_THE_VILLAGE),
        Step(
            "公示摸底结果",
            "posted",
            on="notice_from",
            after=("surveyed",),
            by=IN_THE_VILLAGE,
        ),
        Step(
            "签协议",
            "agreed",
            on="agreement_on",
            after=("surveyed", "posted"),
            by=IN_THE_VILLAGE,
            paper=AGREEMENT,
            basis=FREE_WILL,
        ),
        Step("付清补偿", "paid", on="paid_on", after=("agreed",), by=AT_THE_STATION),
        Step(
            "腾空交房",
            "handed_over",
            on="handed_over_on",
            after=("agreed", "paid"),
            by=IN_THE_VILLAGE,
        ),
        Step(
            "拆除",
            "demolished",
            on="demolished_on",
            after=("agreed", "handed_over"),
            by=IN_THE_VILLAGE,
            basis=FREE_WILL,
        ),
        Step(
            "复测",
            "resurveyed",
            on="resurveyed_on",
            after=("demolished",),
            by=AT_THE_STATION,
        ),
        Step(
            "恢复利用",
            "reclaimed",
            on="reclaimed_on",
            after=("demolished", "resurveyed"),
            by=IN_THE_VILLAGE,
        ),
    ),
)
