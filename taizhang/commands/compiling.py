"""`taizhang compile summary|form`: the summary of a closed period as a Word document, or a form filled from it."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click
from django.utils import timezone

from taizhang.commands.main import act_as
from taizhang.core.home import documents_folder
from taizhang.documents.closed import answers_of
from taizhang.documents.files import save_word
from taizhang.documents.forms.filling import Filled, file_name, fill, save
from taizhang.documents.forms.shelf import form_named
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


@compile_command.command(
    "form", help="填一张上级的报表：NAME 是报表名称或文件名，PERIOD 如 2018Q1。"
)
@click.argument("name")
@click.argument("period")
@click.option("-o", "--output", type=PATH, help="写到哪个文件，默认放在数据目录的 documents 里。")
@click.option("--snapshot", "number", type=int, help="用第几次封存，默认最新一次。")
@click.option("--issued", type=DAY, help="填报日期，默认今天。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
@click.pass_context
def form_command(
    context: click.Context,
    name: str,
    period: str,
    output: Path | None,
    number: int | None,
    issued: datetime | None,
    as_json: bool,
) -> None:
    place = act_as(context).post.place_id
    mapping = form_named(name)
    answers = answers_of(open_snapshot(place, period, number))
    filled = fill(mapping, answers, issued.date() if issued else timezone.localdate())
    path = output or documents_folder() / file_name(mapping, answers)
    save(filled, path)
    if as_json:
        click.echo(json.dumps(as_data(filled, path, answers.facts.short), ensure_ascii=False))
    else:
        tell(filled, path, answers.facts.short)
    if filled.differences:
        sys.exit(1)


def tell(filled: Filled, path: Path, short: str) -> None:
    """What was filled, what to look at, and which of the form's own formulas say something else."""
    for remark in filled.remarks:
        click.secho(f"注意：{remark}", fg="yellow")
    for one in filled.differences:
        click.secho(f"不一致：{one}", fg="red")
    checked = (
        f"，表里的公式和台账有{len(filled.differences)}处不一致，先查清再报"
        if filled.differences
        else ""
    )
    click.echo(f"已填好{path}：{filled.cells}格，封存号{short}{checked}。")


def as_data(filled: Filled, path: Path, short: str) -> dict[str, object]:
    """The same for scripts; values as decimal strings."""
    return {
        "form": filled.mapping.name,
        "title": filled.mapping.title,
        "snapshot": short,
        "file": str(path),
        "cells": filled.cells,
        "remarks": filled.remarks,
        "differences": [
            {
                "sheet": one.spot.sheet,
                "cell": str(one.spot),
                "formula": one.formula,
                "computed": one.computed,
                "figure": one.expected,
                "about": one.about,
                "hint": one.hint,
            }
            for one in filled.differences
        ],
        "not_recomputed": [
            {"sheet": spot.sheet, "cell": str(spot), "reason": reason}
            for spot, reason in filled.recomputed.left.items()
        ],
    }
