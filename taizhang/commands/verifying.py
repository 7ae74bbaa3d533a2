"""`taizhang verify FILE.docx | FORM.xlsx | SNAPSHOT`: exit 0 if everything agrees, 1 if not, saying what."""

import contextlib
import sys
from pathlib import Path

import click
from django.db import DatabaseError

from taizhang.commands.main import act_as
from taizhang.core.finding import Refusal
from taizhang.documents.closed import shelf
from taizhang.documents.files import open_word
from taizhang.documents.forms.shelf import form_named
from taizhang.documents.forms.verifying import verify_form
from taizhang.documents.verifying import verify
from taizhang.snapshots import store
from taizhang.snapshots.package import NAME

WORKBOOKS = (".xlsx", ".xlsm", ".xls")


@click.command(
    "verify",
    help="核对一份文稿的数字（FILE.docx）、一张填好的报表（FORM.xlsx），或一次封存的文件（文件夹或封存号）。",
)
@click.argument("what", metavar="FILE.docx|FORM.xlsx|SNAPSHOT")
@click.pass_context
def verify_command(context: click.Context, what: str) -> None:
    # Where there is no database, files are held against their digests only: a snapshot can be verified anywhere.
    with contextlib.suppress(DatabaseError):
        act_as(context)
    if not is_document(what):
        agrees = snapshot_agrees(what)
    elif Path(what).suffix.lower() in WORKBOOKS:
        agrees = form_agrees(Path(what))
    else:
        agrees = document_agrees(Path(what))
    if not agrees:
        sys.exit(1)


def is_document(what: str) -> bool:
    path = Path(what)
    return path.is_file() or (path.suffix != "" and not path.is_dir())


def document_agrees(path: Path) -> bool:
    """Hold every figure of a document against its snapshot and say which do not agree."""
    outcomes = verify(open_word(path), shelf())
    wrong = [one for one in outcomes if one.is_wrong]
    for one in outcomes:
        if one.verdict != "agrees":
            click.secho(str(one), fg="red" if one.is_wrong else "yellow")
    agreeing = sum(one.verdict == "agrees" for one in outcomes)
    click.echo(f"{path.name}：{agreeing}个数字与封存一致，{len(wrong)}个不一致。")
    return not wrong


def form_agrees(path: Path) -> bool:
    """Hold every mapped cell of a form against the snapshot it was filled from, and work its formulas out again."""
    told = verify_form(path, form_named, shelf())
    for remark in told.remarks:
        click.secho(f"注意：{remark}", fg="yellow")
    for sentence in told.wrong:
        click.secho(sentence, fg="red")
    click.echo(
        f"{path.name}：{told.agreeing}格与封存（{told.origin.short}）一致，{len(told.wrong)}处不一致。"
    )
    return not told.wrong


def snapshot_agrees(what: str) -> bool:
    """Read a snapshot's files again and say which are not as they were closed."""
    snapshot = named_snapshot(what)
    findings = store.verify(snapshot)
    for finding in findings:
        click.secho(str(finding), fg="red" if finding.severity == "error" else "yellow")
    if any(finding.severity == "error" for finding in findings):
        return False
    click.echo(f"封存号{snapshot.short}：文件完好，与封存时一致。")
    return True


def named_snapshot(what: str) -> store.Snapshot:
    """The snapshot in a folder, or the one with this short code."""
    if not Path(what).is_dir():
        return store.find_snapshot(what)
    if not (Path(what) / NAME).is_file():
        raise Refusal(
            f"文件夹{what}里没有{NAME}，不是一次封存，请写封存文件夹或7F3A-92C1这样的封存号。"
        )
    return store.Snapshot(Path(what).resolve())
