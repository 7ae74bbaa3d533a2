"""`taizhang todo`: what is due and what the rules ask, as the desk lists it; for a print-out in the morning."""

from datetime import date

import click
from django.utils import timezone

from taizhang.commands.main import act_as
from taizhang.commands.table import aligned
from taizhang.documents.forms.shelf import due_forms
from taizhang.ledgers.models import FormSent
from taizhang.ledgers.registry import ledgers
from taizhang.ledgers.standards import standards_read_once
from taizhang.ledgers.waiting import Asked, DueList, Question, due, questions
from taizhang.people.duties import duties_on
from taizhang.people.models import CLOSING_ROLES, Post, User, within

MOST = 200
NOBODY = "（没有登记）"


@click.command("todo", help="待办清单：本人分片里到期的事项和待核实的记录。")
@click.option("--all", "everything", is_flag=True, help="列出岗位能看到的全部，不只是本人的分片。")
@click.pass_context
def todo_command(context: click.Context, everything: bool) -> None:
    held, today = act_as(context), timezone.localdate()
    duties = duties_on(today)
    mine = not everything and bool(duties.of(held.user))
    models = tuple(one for one in ledgers() if sees(held.post, one._meta.app_label))
    asked = Asked(models, held.user, today, duties, mine, MOST, held.post.place_id)
    with standards_read_once():
        click.echo(f"{held.user}（{held.post}）{today}待办{'，本人分片' if mine else ''}")
        tell_forms(held.post, today)
        tell_due(due(asked), mine)
        tell_questions(questions(asked))


def tell_forms(post: Post, today: date) -> None:
    """The upper level's forms that wait to be sent, for whoever answers for the whole place."""
    gone = FormSent.objects.filter(within(post.place_id)).values_list("form", "period")
    fills = post.role in CLOSING_ROLES and not post.lines
    found = due_forms(today, set(gone)) if fills else []
    if found:
        click.echo(f"\n要报的报表 {len(found)} 张")
        rows = [
            [
                one.mapping.title,
                one.period.label if one.period else "一次",
                str(one.deadline),
                "逾期" if one.is_overdue else "",
                one.mapping.entry.asker,
            ]
            for one in found
        ]
        click.echo(aligned([["报表", "期间", "最迟", "", "报给谁"], *rows]))


def sees(post: Post, line: str) -> bool:
    """Whether a post has to do with a line of work; row-level security decides over every row anyhow."""
    return not post.lines or line in post.lines or line == "ledgers"


def tell_due(found: DueList, mine: bool) -> None:
    count = found.mine if mine else found.all
    overdue = found.overdue_mine if mine else found.overdue_all
    click.echo(f"\n到期事项 {count} 件，其中已逾期 {overdue} 件")
    for trouble in found.troubles:
        click.echo(f"期限不明：{trouble}")
    heads = ["记录", "村（社区）", "下一步", "期限", "", "谁负责"]
    rows = [
        [
            str(one.record),
            str(one.record.place),
            "或".join(one.steps),
            str(one.deadline),
            "、".join(said for _, said in one.marks),
            named(one.who),
        ]
        for one in found.rows
    ]
    if rows:
        click.echo(aligned([heads, *rows]))
    if count > len(rows):
        click.echo(f"还有 {count - len(rows)} 件没有列出。")


def tell_questions(told: list[Question]) -> None:
    click.echo("\n待核实" if told else "\n没有要核实的记录。")
    for question in told:
        click.echo(
            f"{question.ledger}：{question.rule.title}{'（只列前几条）' if question.has_more else ''}"
        )
        for one in question.records:
            place = f"{one.record.place}，{named(one.who)}"
            click.echo(f"    {one.record.number}（{place}）{one.message}")


def named(user: User | None) -> str:
    return str(user) if user else NOBODY
