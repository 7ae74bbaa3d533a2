"""What is printed of an application to build, in the order in which it is needed.

A paper that is signed and sealed before its step is taken must not wait for the day of that step.
"""

from collections.abc import Iterable

from taizhang.documents.papers import Paper
from taizhang.ledgers.record import Record
from taizhang.lines.housing.models.acceptance import Acceptance
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.households import Member


def family(record: Record) -> Iterable[Record]:
    """Who belonged to the household on the day of the application, the householder first."""
    members = Member.objects.filter(
        household=record.household_id,  # type: ignore[attr-defined]
        since__lte=record.applied_on,  # type: ignore[attr-defined]
    ).exclude(until__lte=record.applied_on)  # type: ignore[attr-defined]
    return sorted(members, key=lambda one: (one.relation != Member.Relation.HEAD, one.number))


FAMILY = {"家庭成员": family}

application = Paper("农村宅基地和建房（规划许可）申请表", Approval, lists=FAMILY)
commitment = Paper("农村宅基地使用承诺书", Approval)
application_notice = Paper(
    "农村宅基地和建房申请公示", Approval, when="discussed_on", public=True, lists=FAMILY
)
receipt = Paper("建房申请受理单", Approval)
declining = Paper("建房申请不予受理通知书", Approval)
correction = Paper("建房申请一次性补正告知书", Approval)
review = Paper("农村宅基地和建房（规划许可）审批表", Approval)
refusal = Paper("不予批准决定书", Approval)
permit = Paper("乡村建设规划许可证数据表", Approval, when="approved_on")
certificate = Paper("农村宅基地批准书", Approval, when="approved_on")
approval_notice = Paper("建房审批结果公示", Approval, when="approved_on", public=True)
site_board = Paper("建房施工现场公示牌", Approval, when="approved_on", public=True)
acceptance_form = Paper("农村宅基地和建房（规划许可）验收意见表", Acceptance)
