"""How award money goes: a list is checked, posted, approved and sent to the bank; each payment is paid or comes back."""

from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.housing.models.award_payments import AwardPayment
from taizhang.lines.housing.models.awards import AwardBatch
from taizhang.people.models import Role

PUBLISHED = "村民委员会组织法第30条：政府拨付的补贴补助资金的管理使用情况应当及时公布，接受村民监督"
NO_LONGER_THAN_NEEDED = "个人信息保护法第19条：个人信息的保存期限应当为实现处理目的所必要的最短时间"
STATION, LEADER, OFFICE = Role.STATION_OFFICER, Role.LINE_LEADER, Role.OFFICE

award_batch = Workflow(
    AwardBatch,
    (
        Step("造册", "drawn_up", on="drawn_up_on", by=(STATION, OFFICE)),
        Step(
            "部门审核",
            "checked",
            on="checked_on",
            after=("drawn_up",),
            by=(STATION, LEADER, OFFICE),
        ),
        Step(
            "公示",
            "posted",
            on="notice_from",
            after=("checked",),
            by=(STATION, OFFICE),
            basis=PUBLISHED,
        ),
        Step(
            "公示期满撤下",
            "taken_down",
            on="taken_down_on",
            after=("posted",),
            by=(STATION, OFFICE),
            clock=Clock(0, since="notice_until", working=False, basis=NO_LONGER_THAN_NEEDED),
            basis=NO_LONGER_THAN_NEEDED,
        ),
        Step(
            "审定",
            "approved",
            on="approved_on",
            after=("taken_down",),
            by=(LEADER, OFFICE),
            paper="奖补资金公示结果说明",
        ),
        Step(
            "送银行",
            "sent",
            on="sent_on",
            after=("approved",),
            by=(STATION, OFFICE),
            paper="奖补资金发放明细表",
        ),
        Step(
            "对账",
            "reconciled",
            on="reconciled_on",
            after=("sent",),
            by=(STATION, OFFICE),
            clock=Clock("housing.award_reconcile_days", since="sent_on"),
        ),
    ),
)
award_payment = Workflow(
    AwardPayment,
    (
        Step("送银行", "sent", on="sent_on", by=(STATION, OFFICE)),
        Step(
            "到账",
            "paid",
            on="paid_on",
            after=("sent",),
            by=(STATION, OFFICE),
            clock=Clock("housing.award_bank_days", since="sent_on"),
        ),
        # A payment that arrived may still come back, and nobody waits for that: the bank's days are those of 到账.
        Step(
            "退票",
            "returned",
            on="returned_on",
            after=("sent", "paid"),
            by=(STATION, OFFICE),
        ),
    ),
)
