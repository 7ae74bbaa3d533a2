"""What is printed of a petition, in the order in which it is needed. None of it is public: names of petitioners never are.

A paper that is signed and sealed before its step is taken must not wait for the day of that step.
"""

from collections.abc import Iterable

from taizhang.documents.papers import Paper
from taizhang.ledgers.record import Record
from taizhang.lines.petitions.models import FollowUp, Hearing, Mediation, Petition, Petitioner
from taizhang.lines.petitions.models.cases import TeamMember
from taizhang.lines.petitions.models.following import code_lines
from taizhang.lines.petitions.workflow import EXTENSION, OPINION, WITHDRAWAL


def joint(record: Record) -> Iterable[Record]:
    """The other petitioners, representatives first."""
    return Petitioner.objects.filter(petition=record.pk).order_by("-is_representative", "number")


def team(record: Record) -> Iterable[Record]:
    return TeamMember.objects.filter(petition=record.pk).order_by("since", "number")


def follow_ups(record: Record) -> Iterable[Record]:
    return FollowUp.objects.filter(petition=record.pk).order_by("followed_on", "number")


registration_slip = Paper("信访事项登记表", Petition, lists={"共同信访人": joint})
receipt = Paper(
    "信访登记回执", Petition, when="registered_on", lists={"查询码": lambda one: code_lines(one)}
)
informing = Paper("信访事项告知书", Petition, when="registered_on")
transfer = Paper("信访事项转送（交办）函", Petition, when="registered_on")
objection = Paper("对转送信访事项的异议函", Petition, when="received_on")
acceptance = Paper("信访事项受理告知书", Petition, when="accepted_on")
extension = Paper(EXTENSION, Petition, when="extension_asked_on")
opinion = Paper(OPINION, Petition, when="opinion_on")
service_receipt = Paper("送达回证", Petition, when="opinion_on")
withdrawal = Paper(WITHDRAWAL, Petition, when="registered_on")
review_opinion = Paper("信访事项复查意见书", Petition, when="review_asked_on")
re_review_opinion = Paper("信访事项复核意见书", Petition, when="re_review_asked_on")
closing_report = Paper(
    "信访事项结案报告",
    Petition,
    when="registered_on",
    lists={"专班成员": team, "跟进情况": follow_ups},
)
mediation_agreement = Paper("信访事项调解协议书", Mediation, when="begun_on")
hearing_record = Paper("信访事项听证笔录", Hearing, when="held_on")
