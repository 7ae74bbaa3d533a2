"""Who may open what on the desk. The acting post decides; row-level security has the last word on every row.

Snapshots are files, which row-level security does not cover: `within_reach` is the one door to them.
"""

from typing import cast

from django.http import HttpRequest

from taizhang.core.finding import Refusal
from taizhang.ledgers.record import Record
from taizhang.people.models import CLOSING_ROLES, WRITING_ROLES, Appointment, Post, Role

COMMON = "ledgers"  # what belongs to no line of work is everybody's


def appointment(request: HttpRequest) -> Appointment | None:
    """What the person at work was appointed to, as the middleware found it."""
    return cast("Appointment | None", getattr(request, "appointment", None))


def at_work(request: HttpRequest) -> Appointment:
    """Who makes the request, through which post."""
    held = appointment(request)
    if held is None:
        raise Refusal("您现在没有任职，请联系系统管理员登记任职后再来。")
    return held


def post(request: HttpRequest) -> Post:
    """The post through which the request is made."""
    return at_work(request).post


def has_role(request: HttpRequest, *roles: Role) -> bool:
    held = appointment(request)
    return held is not None and held.post.role in roles


def administers(request: HttpRequest) -> bool:
    """Manages places, posts and accounts, and sees no ledger."""
    return has_role(request, Role.ADMINISTRATOR)


def reads_figures(request: HttpRequest) -> bool:
    return appointment(request) is not None and not administers(request)


def sees(request: HttpRequest, line: str) -> bool:
    """Whether the post has to do with a line of work; no lines named means all of them."""
    if not reads_figures(request):
        return False
    lines = post(request).lines
    return not lines or line in lines or line == COMMON


def writes(request: HttpRequest, line: str) -> bool:
    return sees(request, line) and has_role(request, *WRITING_ROLES)


def writes_record(request: HttpRequest, record: Record) -> bool:
    """Whether a record is the post's to change; what is kept higher up for all is only read below."""
    near = record.place_id.startswith(post(request).place_id)
    return near and writes(request, record._meta.app_label)


def keeps_standards(request: HttpRequest) -> bool:
    return has_role(request, Role.OFFICE, Role.ADMINISTRATOR)


def closes(request: HttpRequest) -> bool:
    return has_role(request, *CLOSING_ROLES)


def within_reach(request: HttpRequest, asked: str) -> str:
    """The part of the place asked for that the post may see: all of it, or the post's own place inside it."""
    own = post(request).place_id
    if administers(request):
        raise Refusal("系统管理员只管账号和标准，不看台账和数据；请换业务岗位的账号。")
    if not asked or own.startswith(asked):
        return own
    if asked.startswith(own):
        return asked
    raise Refusal(f"您的岗位只管{post(request).place}，看不到地区代码 {asked} 的数据。")


def sees_whole(request: HttpRequest, place: str) -> bool:
    """Whether everything about a place, in every line of work, is within reach: what a summary tells."""
    return (
        reads_figures(request)
        and not post(request).lines
        and place.startswith(post(request).place_id)
    )
