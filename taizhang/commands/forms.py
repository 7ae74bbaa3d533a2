"""`taizhang forms`: the catalogue of required forms; what two of them ask for twice; noting or proposing a mapping."""

from pathlib import Path

import click
from django.utils import timezone

from taizhang.commands.main import act_as
from taizhang.commands.table import aligned
from taizhang.core.home import forms_folder
from taizhang.documents.closed import answers_of
from taizhang.documents.forms.catalogue import NO_BASIS
from taizhang.documents.forms.mapping import FormMapping
from taizhang.documents.forms.overlapping import overlaps
from taizhang.documents.forms.proposing import propose
from taizhang.documents.forms.shelf import accept, form_named, shelf
from taizhang.indicators.indicator import definitions
from taizhang.snapshots.store import open_snapshot, snapshots

PATH = click.Path(path_type=Path, dir_okay=False)
HEADS = ["代号", "报表", "要表单位", "报送", "最近一期", "最迟", "对照", "依据"]


@click.group(
    "forms", help="报表目录：上级要哪些报表，依据是什么，几时报。", invoke_without_command=True
)
@click.pass_context
def forms_command(context: click.Context) -> None:
    if context.invoked_subcommand:
        return
    act_as(context)
    told = shelf()
    if told.forms:
        click.echo(aligned([HEADS, *map(line, told.forms)]))
    else:
        click.echo(f"还没有报表。上级的表格和对照放在 {forms_folder()}，写法见 docs/forms.md。")
    for trouble in told.troubles:
        click.secho(trouble, fg="red")


def line(mapping: FormMapping) -> list[str]:
    """One form of the catalogue."""
    entry = mapping.entry
    period = entry.period_before(timezone.localdate())
    deadline = entry.due(period) if period else None
    return [
        mapping.name,
        mapping.title,
        entry.asker,
        entry.rhythm,
        period.label if period else "",
        str(deadline or entry.deadline),
        "有" if mapping.has_form else "没有",
        entry.basis or NO_BASIS,
    ]


@forms_command.command("repeated", help="一数多报：哪些数不止一张报表要。")
@click.pass_context
def repeated_command(context: click.Context) -> None:
    act_as(context)
    found = overlaps([one for one in shelf().forms if one.has_form], definitions())
    for one in found:
        click.echo(str(one))
    click.echo(f"有{len(found)}个数不止一张报表要。" if found else "没有一个数要报两次。")


@forms_command.command("accept", help="记下表格现在的版式；填表前会逐格核对。")
@click.argument("name")
@click.option("--period", help="用哪一期的封存试填，默认最新一次。")
@click.pass_context
def accept_command(context: click.Context, name: str, period: str | None) -> None:
    place = act_as(context).post.place_id
    mapping = form_named(name)
    newest = [one.period for one in snapshots(place)][-1:]
    answers = answers_of(open_snapshot(place, period or "".join(newest)))
    count = accept(mapping, answers, timezone.localdate())
    click.echo(f"{mapping.path}记下了{count}处版式，以后填表前逐处核对。")


@forms_command.command("propose", help="照表头的字猜一份对照，供修改；不填表。")
@click.argument("file", type=PATH)
@click.option("-o", "--output", type=PATH, help="写到哪个文件，默认在表格旁边。")
@click.pass_context
def propose_command(context: click.Context, file: Path, output: Path | None) -> None:
    act_as(context)
    path = output or file.with_suffix(".toml")
    count = propose(file, path, definitions())
    click.echo(f"已写成{path}，猜了{count}处，逐条核对修改后放到{forms_folder()}。")
