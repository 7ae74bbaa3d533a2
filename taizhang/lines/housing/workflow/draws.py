"""How a draw goes: rule, list, commitment, meeting, signatures, notice of the result. Void is possible throughout.

The list, the commitment and the draw itself are steps that the page of the draw, or `taizhang draw`, takes: a date
without what belongs to it is refused by the database.
"""

from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.housing.models.draws import Draw
from taizhang.people.models import Role

CONDUCTS = (Role.VILLAGE_CLERK, Role.STATION_OFFICER, Role.OFFICE)
DECIDES = (Role.STATION_OFFICER, Role.LINE_LEADER, Role.OFFICE)

draw = Workflow(
    Draw,
    (
        Step("公布规则", "ruled", on="rule_published_on", by=CONDUCTS),
        Step("公布名单", "listed", on="list_published_on", after=("ruled",), by=CONDUCTS),
        Step("承诺", "committed", on="committed_on", after=("listed",), by=CONDUCTS),
        Step("抽签", "drawn", on="drawn_on", after=("committed",), by=CONDUCTS),
        Step(
            "签字",
            "signed",
            on="signed_on",
            after=("drawn",),
            by=CONDUCTS,
            paper="分房抽签现场签字表",
        ),
        Step("公示结果", "posted", on="result_posted_on", after=("signed",), by=CONDUCTS),
        Step(
            "撤下公示",
            "taken_down",
            on="result_taken_down_on",
            after=("posted",),
            by=CONDUCTS,
            clock=Clock("housing.draw_result_notice_days", since="result_posted_on", working=False),
        ),
        Step(
            "作废",
            "voided",
            on="voided_on",
            after=("ruled", "listed", "committed", "drawn", "signed", "posted", "taken_down"),
            by=DECIDES,
            note=True,
        ),
    ),
)
