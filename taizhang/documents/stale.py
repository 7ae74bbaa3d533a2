"""What a compiled document says as of now, held against its date: template prose and words of records alike."""

from collections.abc import Iterable, Iterator
from datetime import date

from taizhang.core.occasions import stale
from taizhang.documents.model import Block, Heading, Paragraph, plain


def stale_remarks(blocks: Iterable[Block], issued: date) -> Iterator[str]:
    """A remark for each sentence of the text that speaks of something over, or not yet begun, as going on."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            for one in stale(plain(block.runs), issued):
                yield f"有一句话说的是{one.spoken}的事：“{one.sentence}”，{one.why}。"
