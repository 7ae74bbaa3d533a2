"""`taizhang draw`: publish a list, promise a secret, draw, and verify a published file, which needs no database."""

import os
import sys
from datetime import date, datetime
from pathlib import Path

import click
from django.utils import timezone

from taizhang.commands.main import act_as
from taizhang.core import draw_file
from taizhang.core.finding import Finding, Refusal
from taizhang.core.home import documents_folder
from taizhang.lines.housing.documents.draws import sealed_paper
from taizhang.lines.housing.models import Draw, drawing
from taizhang.people.models import Role

PATH = click.Path(path_type=Path, dir_okay=False)
NUMBER = click.argument("number", metavar="编号")
ON = click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="办理日期，默认今天。")
OUTPUT = click.option(
    "-o", "--output", type=PATH, help="公布文件写到哪里，默认放在数据目录的 documents 里。"
)
REASON = click.option("--reason", required=True, help="原因，会留在记录里。")


@click.group("draw", help="分房抽签：公布名单、承诺、抽签，核对公布文件。")
def draw_command() -> None:
    pass


@draw_command.command("list", help="公布名单：算出名单摘要，写出会前的公布文件。")
@NUMBER
@ON
@OUTPUT
@click.pass_context
def list_command(
    context: click.Context, number: str, day: datetime | None, output: Path | None
) -> None:
    draw, on, role = at_work(context, number, day)
    listed = drawing.publish_list(draw, on, role)
    click.echo(f"{draw} 已公布名单：{len(listed.households)} 户，{len(listed.units)} 套房。")
    click.echo(f"名单摘要：{listed.digest}")
    publish(number, output)


@draw_command.command("commit", help="承诺：做出密数，写成一页供打印密封，系统里只存摘要。")
@NUMBER
@ON
@click.option("-o", "--output", type=PATH, help="密数写到哪个 .docx，默认在当前文件夹。")
@click.pass_context
def commit_command(
    context: click.Context, number: str, day: datetime | None, output: Path | None
) -> None:
    draw, on, role = at_work(context, number, day)
    path = output or Path(f"抽签密数-{file_name(number)}.docx")
    digest = drawing.commit(
        draw, on, role, lambda held, secret: write_once(path, sealed_paper(held, secret, on))
    )
    click.echo(f"{draw} 已承诺，承诺摘要：{digest}")
    click.echo(f"密数在 {path}。请立即打印一份，当众封入信封，然后删除这个文件。")


@draw_command.command("run", help="抽签：凭密数和公开数算出结果，写入分房记录，写出公布文件。")
@NUMBER
@ON
@click.option("--secret", required=True, help="信封里的密数。")
@click.option("--announced", required=True, help="会上当众产生的公开数，6 至 10 位。")
@click.option("--how", default="", help="公开数怎样产生，会公布，不写姓名。")
@click.option("--announced-by", default="", help="公开数由谁报出。")
@click.option("--supervised-by", default="", help="监督人。")
@OUTPUT
@click.pass_context
def run_command(
    context: click.Context,
    /,
    number: str,
    day: datetime | None,
    output: Path | None,
    how: str,
    **said: str,
) -> None:
    draw, on, role = at_work(context, number, day)
    questions = drawing.run(draw, drawing.Opened(announced_how=how, **said), on, role)
    drawn = drawing.draw_numbered(number)
    click.echo(f"{draw} 已抽签，{drawn.allocations.count()} 户分得套房。")
    click.echo(f"结果摘要：{drawn.result_digest}")
    tell(questions)
    publish(number, output)


@draw_command.command("file", help="再写一份公布文件；抽签以后每次写出的都一样。")
@NUMBER
@OUTPUT
@click.pass_context
def file_command(context: click.Context, number: str, output: Path | None) -> None:
    act_as(context)
    publish(number, output)


@draw_command.command("void", help="作废一次抽签，收回抽出的套房；原来的结果留在记录里。")
@NUMBER
@ON
@REASON
@click.pass_context
def void_command(context: click.Context, number: str, day: datetime | None, reason: str) -> None:
    draw, on, role = at_work(context, number, day)
    drawing.void(draw, reason, on, role)
    click.echo(f"{draw} 已作废，抽出的套房已收回；原来的名单、承诺和结果都留在记录里。")


@draw_command.command("repeat", help="重抽：作废原来的一次，用同样的名单另起一次。")
@NUMBER
@ON
@REASON
@click.option("--as", "again", required=True, help="新的一次的编号。")
@click.pass_context
def repeat_command(
    context: click.Context, number: str, day: datetime | None, reason: str, again: str
) -> None:
    draw, on, role = at_work(context, number, day)
    made = drawing.repeat(draw, again, reason, on, role)
    click.echo(
        f"{draw} 已作废，另起{made}（{made.entitlements.count()} 户，{made.units.count()} 套房）；"
        "请从公布规则办起，两次都留在记录里。"
    )


@draw_command.command("verify", help="核对公布文件：全部重算一遍，不用数据库。")
@click.argument("path", metavar="文件.json", type=PATH)
def verify_command(path: Path) -> None:
    try:
        data = path.read_bytes()
    except OSError:
        raise Refusal(f"文件{path}打不开，请核对文件名和位置。") from None
    found = draw_file.verify(data)
    for finding in found:
        click.secho(str(finding), fg="red")
    for sentence in draw_file.told(draw_file.read(data)):
        click.echo(sentence)
    if found:
        click.echo(f"{path.name}：有 {len(found)} 处不符。", err=True)
        sys.exit(1)
    click.echo(f"{path.name}：全部相符。")


def at_work(context: click.Context, number: str, day: datetime | None) -> tuple[Draw, date, Role]:
    """The draw, the day and the role of whoever acts."""
    appointment, today = act_as(context), timezone.localdate()
    on = day.date() if day else today
    if on > today:
        raise Refusal(f"办理日期 {on} 还没有到，请写今天或以前的日期。")
    return drawing.draw_numbered(number), on, Role(appointment.post.role)


def publish(number: str, output: Path | None) -> None:
    """Write the published file as it stands, whole or not at all."""
    path = output or documents_folder() / f"抽签公布-{file_name(number)}.json"
    content = drawing.publication(drawing.draw_numbered(number))
    draft = path.with_suffix(".part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as trouble:
        raise Refusal(
            f"公布文件{path}没有写成（{trouble.strerror}），办理的结果已经保存；"
            f"请换一个位置，再运行 taizhang draw file {number} -o 文件名。"
        ) from trouble
    click.echo(f"公布文件：{path}")


def write_once(path: Path, content: bytes) -> None:
    """The paper with the secret, readable by its owner only; on the disk before the promise is on record."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise Refusal(f"文件{path}已经有了，没有承诺；请换一个文件名。") from None
    except OSError as trouble:
        raise Refusal(
            f"密数没有写成文件{path}（{trouble.strerror}），没有承诺；请换一个位置。"
        ) from trouble


def file_name(number: str) -> str:
    """A number as part of a file's name."""
    return "".join("-" if letter in '/\\:*?"<>|' else letter for letter in number)


def tell(questions: list[Finding]) -> None:
    for question in questions:
        click.secho(f"请核实：{question}", fg="yellow")
