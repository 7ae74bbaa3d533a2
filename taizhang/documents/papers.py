"""Papers that a record prints (文书): receipts, permits, notices, each from a template that an office can replace."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from taizhang.ledgers.record import Record

Rows = Callable[[Record], Iterable[Record]]


@dataclass(frozen=True, eq=False)
class Paper:
    """A paper of one ledger, declared in the line's documents.py; its template is <line>/papers/<attribute>.md.

    `when` names the date that must be filled before it can be printed. A `public` paper is posted on a wall or a
    website: numbers of persons, phones and accounts in it are masked. `lists` are the rows it shows, by the name that
    the template calls them: members of a household, houses of a payment list.
    """

    title: str
    model: type[Record]
    when: str = ""
    public: bool = False
    lists: Mapping[str, Rows] = field(default_factory=dict)
