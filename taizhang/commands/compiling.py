"""`taizhang compile summary PERIOD`: the lines' paragraphs of a closed period as one Word document."""

from datetime import datetime
from pathlib import Path

import click
from django.utils import timezone

from taizhang.commands.main import act_as
from taizhang.core.home import documents_folder
from taizhang.documents.closed import answers_of
from taizhang.documents.files import save_word
from taizhang.documents.numbering import NUMBERINGS, Numbering
from taizhang.documents.summary import compile_summary
from taizhang.documents.writing import word
from taizhang.snapshots.store import open_snapshot

DAY = click.DateTime(["%Y-%m-%d"])
PATH = click.Path(path_type=Path, dir_okay=False)


@click.group("compile", help="按封存的数据生成文稿。")
def compile_command() -> None:
    pass


@compile_command.command("summary", help="生成 PERIOD（如 2018Q1）的工作总结，Word 格式。")
@click.argument("period")
@click.option("-o", "--output", type=PATH, help="写到哪个文件，默认放在数据目录的 documents 里。")
@click.option(
    "--numbering",
    type=click.Choice(NUMBERINGS),
    default="office",
    help="office：一、1、一是；standard：一、（一）1.（1）。",
)
@click.option("--snapshot", "number", type=int, help="用第几次封存，默认最新一次。")
@click.option("--issued", type=DAY, help="成文日期，默认今天。")
@click.pass_context
def summary_command(
    context: click.Context,
    period: str,
    output: Path | None,
    numbering: Numbering,
    number: int | None,
    issued: datetime | None,
) -> None:
    place = act_as(context).post.place_id
    answers = answers_of(open_snapshot(place, period, number))
    day = issued.date() if issued else timezone.localdate()
    compiled = compile_summary(answers, day, numbering)
    path = output or documents_folder() / f"{compiled.document.title}.docx"
    save_word(word(compiled.document), path)
    for remark in compiled.remarks:
        click.secho(f"注意：{remark}", fg="yellow")
    click.echo(f"已生成{path}（封存号{answers.facts.short}，第{answers.facts.number}次封存）。")
