"""`taizhang verify FILE.docx | SNAPSHOT`: exit 0 if everything agrees, 1 if not, saying what."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from taizhang.documents.closed import answers_for
from taizhang.documents.files import open_word
from taizhang.documents.verifying import Outcome, verify
from taizhang.snapshots.store import named_snapshot
from taizhang.snapshots.store import verify as verify_snapshot


@click.command(
    "verify", help="核对一份文稿里的数字（FILE.docx），或一次封存的文件（文件夹或封存号）。"
)
@click.argument("what", metavar="FILE.docx|SNAPSHOT")
def verify_command(what: str) -> None:
    agrees = document(Path(what)) if is_document(what) else snapshot(what)
    sys.exit(0 if agrees else 1)
