"""`taizhang refresh FILE.docx --to PERIOD[/N]`: an edited document gets another snapshot's figures."""

from pathlib import Path

import click

from taizhang.commands.main import act_as
from taizhang.core.finding import Refusal
from taizhang.documents.closed import answers_of, shelf
from taizhang.documents.files import open_word, save_word
from taizhang.documents.refreshing import refresh
from taizhang.snapshots.store import Snapshot, open_snapshot

PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("refresh", help="把文稿里的数字换成另一次封存的，文字和格式不动。")
@click.argument("file", type=PATH)
@click.option(
    "--to",
    required=True,
    metavar="PERIOD[/N]",
    help="换成哪个期间的封存，如 2018Q1 或 2018Q1/2（第2次）。",
)
@click.option("-o", "--output", type=PATH, help="写到哪个文件，默认在原文件旁另存，原文件不动。")
@click.pass_context
def refresh_command(context: click.Context, file: Path, to: str, output: Path | None) -> None:
    place = act_as(context).post.place_id
    document, new = open_word(file), answers_of(closed(place, to))
    changes, unreached = refresh(document, shelf(), new)
    path = output or file.with_name(f"{file.stem}-{new.facts.period.name}-{new.facts.short}.docx")
    save_word(document, path)
    for sentence in dict.fromkeys(str(change) for change in changes):  # text and annex say the same
        click.echo(sentence)
    for title in unreached:
        click.secho(f"{title}：这个数已不是原来的链接，没有更新，请手工核对。", fg="yellow")
    click.echo(f"已写成{path}：改了{len(changes)}处，文字和格式未动，成文日期请自行核对。")


def closed(place: str, to: str) -> Snapshot:
    """The snapshot that PERIOD or PERIOD/N names."""
    name, _, number = to.partition("/")
    if number and not number.isdigit():
        raise Refusal(f"“{to}”里斜杠后要写第几次封存，如2018Q1/2。")
    return open_snapshot(place, name, int(number) if number else None)
