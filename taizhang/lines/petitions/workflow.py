"""The way of a petition under both regulations: decided on within 15 days, answered within 60, reviewed twice, closed.

There is no way to 办结 but by a served opinion, an agreement, the petitioner's own withdrawal, or a decision that
the matter belongs elsewhere; the database holds it too (petitions_closed_with_an_answer).
"""

from taizhang.ledgers.workflow import Clock, Step, Workflow
from taizhang.lines.petitions.models import Petition
from taizhang.people.models import Role

AT_THE_OFFICE = (Role.STATION_OFFICER, Role.OFFICE)
HEAD = (Role.LINE_LEADER,)
INFORMING = "信访工作条例第二十二条、第二十三条（2022年5月1日以前：信访条例第二十一条、第二十二条）"
HANDLING = "信访工作条例第三十四条（2022年5月1日以前：信访条例第三十三条）"
REVIEW = "信访工作条例第三十五条（2022年5月1日以前：信访条例第三十四条）"
RE_REVIEW = "信访工作条例第三十六条（2022年5月1日以前：信访条例第三十五条）"
OPINION, EXTENSION, WITHDRAWAL = "信访处理意见书", "延长办理期限告知书", "撤回信访事项申请"

decide = Clock("petitions.inform_days", since="received_on", working=False, basis=INFORMING)
handle = Clock(
    "petitions.handling_days",
    since="accepted_on",
    working=False,
    extended_to="extended_to",
    basis=HANDLING,
)
review = Clock("petitions.review_days", since="review_asked_on", working=False, basis=REVIEW)
re_review = Clock(
    "petitions.re_review_days",
    since="re_review_asked_on",
    working=False,
    extended_to="re_review_due_on",  # with the days of the hearing
    basis=RE_REVIEW,
)


def decision(title: str, state: str, on: str, after: tuple[str, ...], **more: object) -> Step:
    """One of the ways in which it is decided whose matter it is, within fifteen days."""
    return Step(
        title, state, on=on, after=after, by=AT_THE_OFFICE, clock=decide, basis=INFORMING, **more
    )


NEW = ("registered", "handed_over")
UNDER_WAY = ("accepted", "extended")

petition = Workflow(
    Petition,
    (
        Step(
            "登记",
            "registered",
            on="registered_on",
            by=AT_THE_OFFICE,
            basis="信访工作条例第二十一条",
        ),
        decision("转送", "forwarded", "forwarded_on", ("registered",)),
        decision("交办", "handed_over", "handed_over_on", ("registered",)),
        decision("受理", "accepted", "accepted_on", NEW),
        decision("不予受理", "not_accepted", "not_accepted_on", NEW, note=True),
        decision("引导到其他途径", "guided_elsewhere", "guided_on", NEW),
        Step(
            "批准延期",
            "extended",
            on="extended_on",
            after=("accepted",),
            by=HEAD,
            note=True,
            paper=EXTENSION,
            basis=HANDLING,
        ),
        Step(
            "出具处理意见",
            "opinion_issued",
            on="opinion_on",
            after=UNDER_WAY,
            by=AT_THE_OFFICE,
            clock=handle,
            basis="信访工作条例第三十二条",
        ),
        Step(
            "送达",
            "served",
            on="served_on",
            after=("opinion_issued",),
            by=AT_THE_OFFICE,
            paper=OPINION,
            basis="信访工作条例第三十二条",
        ),
        Step(
            "调解和解",
            "mediated",
            on="mediated_on",
            after=UNDER_WAY,
            by=AT_THE_OFFICE,
            basis="信访工作条例第三十三条",
        ),
        Step(
            "信访人撤回",
            "withdrawn",
            on="withdrawn_on",
            after=(*NEW, *UNDER_WAY),
            by=AT_THE_OFFICE,
            note=True,
            paper=WITHDRAWAL,
        ),
        Step("并入原件", "merged", on="merged_on", after=NEW, by=AT_THE_OFFICE, note=True),
        Step(
            "申请复查",
            "review_asked",
            on="review_asked_on",
            after=("served",),
            by=AT_THE_OFFICE,
            basis=REVIEW,
        ),
        Step(
            "复查意见",
            "reviewed",
            on="review_opinion_on",
            after=("review_asked",),
            by=AT_THE_OFFICE,
            clock=review,
            basis=REVIEW,
        ),
        Step(
            "申请复核",
            "re_review_asked",
            on="re_review_asked_on",
            after=("reviewed",),
            by=AT_THE_OFFICE,
            basis=RE_REVIEW,
        ),
        Step(
            "复核意见",
            "re_reviewed",
            on="re_review_opinion_on",
            after=("re_review_asked",),
            by=AT_THE_OFFICE,
            clock=re_review,
            basis=RE_REVIEW,
        ),
        Step(
            "办结",
            "closed",
            on="closed_on",
            after=(
                "served",
                "mediated",
                "withdrawn",
                "merged",
                "reviewed",
                "re_reviewed",
                "forwarded",
                "not_accepted",
                "guided_elsewhere",
            ),
            by=AT_THE_OFFICE,
        ),
        Step("归档", "archived", on="archived_on", after=("closed",), by=AT_THE_OFFICE),
    ),
)
