"""`taizhang print PAPER NUMBER`: a paper of one record as a Word document; `--list` says which papers there are."""

from pathlib import Path

import click
from django.utils import timezone

from taizhang.commands.main import act_as
from taizhang.core.finding import Refusal
from taizhang.documents.files import save_word
from taizhang.documents.papers import may_print, named_paper, papers
from taizhang.documents.printing import print_paper
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import ledger, title

PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("print", help="打印一条记录的文书（Word 格式）；--list 列出有哪些文书。")
@click.argument("paper", metavar="文书", required=False)
@click.argument("number", metavar="编号", required=False)
@click.option("-o", "--output", type=PATH, help="写到哪个文件；不写就用文书名称和编号。")
@click.option("--list", "listing", is_flag=True, help="列出文书；后面可以写上一个台账。")
@click.pass_context
def print_command(
    context: click.Context,
    paper: str | None,
    number: str | None,
    output: Path | None,
    listing: bool,
) -> None:
    if listing:
        click.echo("\n".join(listed(paper)))
        return
    if paper is None or number is None:
        raise click.UsageError("要写明文书和编号")
    role = act_as(context).post.role
    name, found = named_paper(paper)
    if not may_print(found, role):
        raise Refusal(
            f"《{found.title}》上有完整的身份证号等号码，只由登记台账的岗位打印，请用 --user 换一个岗位。"
        )
    document = print_paper(name, record_numbered(found.model, number), timezone.localdate())
    path = output or Path(f"{found.title}_{number}.docx".replace("/", "-"))
    save_word(document, path)
    click.echo(f"《{found.title}》已写到{path}，请打印后签字盖章，再扫描附在这条记录上。")


def listed(ledger_name: str | None) -> list[str]:
    """A line for each paper of a ledger, or of all."""
    wanted = ledger(ledger_name) if ledger_name else None
    lines = [
        f"{name}  《{paper.title}》  {title(paper.model)}{'，公示用，号码打码' if paper.public else ''}"
        for name, paper in papers().items()
        if wanted in (None, paper.model)
    ]
    return lines or [f"《{title(wanted)}》没有可以打印的文书。" if wanted else "还没有文书。"]


def record_numbered(model: type[Record], number: str) -> Record:
    """The record with a number, among those within the acting post's reach."""
    found = list(model._default_manager.filter(number=number)[:2])
    if not found:
        raise Refusal(
            f"您的管辖范围里没有编号为“{number}”的{title(model)}，请核对编号，或用 --user 换一个岗位。"
        )
    if len(found) > 1:
        raise Refusal(
            f"编号为“{number}”的{title(model)}在几个乡镇都有，请用 --user 换成其中一个乡镇的岗位。"
        )
    return found[0]
