"""Papers that a record prints (文书): receipts, permits, notices, each from a template that an office can replace."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from taizhang.core.finding import Refusal
from taizhang.documents.templates import office_path
from taizhang.ledgers.record import Record
from taizhang.ledgers.registry import declarations
from taizhang.people.models import WRITING_ROLES

WORD = ".docx"
NOT_USED = {".doc", ".docm", ".dot", ".dotm", ".dotx", ".wps", ".wpt"}  # macros, old formats

Rows = Callable[[Record], Iterable[Record]]


@dataclass(frozen=True, eq=False)
class Paper:
    """A paper of one ledger, declared in the line's documents.py; its template is <line>/papers/<attribute>.md.

    `when` names the date that must be filled before it can be printed. A `public` paper is posted on a wall or a
    website: numbers of persons, phones and accounts in it are masked. `lists` are the rows it shows, by the name that
    the template calls them: members of a household, houses of a payment list.

    Of a public paper, `mask_names` are the fields with names to be hidden as well (赵*子), and `shown_whole` the
    telephones that are meant for the public, such as that of the supervisors. Fields of another ledger than the
    paper's own are named with it: household_member.name.
    """

    title: str
    model: type[Record]
    when: str = ""
    public: bool = False
    lists: Mapping[str, Rows] = field(default_factory=dict)
    mask_names: tuple[str, ...] = ()
    shown_whole: tuple[str, ...] = ()

    def missing_date(self, record: Record) -> str:
        """The title of the date that has to be filled in before the paper can be printed, empty if it can."""
        if not self.when or getattr(record, self.when) is not None:
            return ""
        return str(record._meta.get_field(self.when).verbose_name)  # type: ignore[union-attr]


def may_print(paper: Paper, role: str) -> bool:
    """Whether a post prints a paper: one with whole numbers of persons is for those who keep ledgers."""
    return paper.public or role in WRITING_ROLES


def papers() -> dict[str, Paper]:
    """Every paper that the lines declare, by its name: housing.permit."""
    return declarations("documents", Paper)


def papers_of(model: type[Record]) -> dict[str, Paper]:
    """The papers of one ledger, in the order in which its line declares them."""
    return {name: paper for name, paper in papers().items() if paper.model is model}


def named_paper(name: str) -> tuple[str, Paper]:
    """A paper by its name or its Chinese title; a refusal offers the nearest."""
    every = papers()
    found = [one for one, paper in every.items() if name in (one, paper.title)]
    if len(found) == 1:
        return found[0], every[found[0]]
    if found:
        raise Refusal(f"叫“{name}”的文书不止一种，请写代号：{'、'.join(found)}。")
    titles = [paper.title for paper in every.values()]
    near = difflib.get_close_matches(name, [*every, *titles], n=3, cutoff=0.4)
    advice = f"相近的有{'、'.join(near)}" if near else "请用 taizhang print --list 查看"
    raise Refusal(f"没有叫“{name}”的文书，{advice}。")


def template_of(name: str) -> str:
    """The template of a paper: housing.permit is worded in housing/papers/permit.md."""
    line, _, attribute = name.partition(".")
    return f"{line}/papers/{attribute}.md"


def office_word_file(name: str) -> Path | None:
    """The office's own Word file for a paper, which wins over the plain template; refused where it is no .docx."""
    own = office_path(template_of(name)).with_suffix(WORD)
    for other in own.parent.glob(f"{own.stem}.*"):
        if other.suffix.lower() in NOT_USED:
            raise Refusal(
                f"模板{other}不能用：只用不带宏的.docx，请在Word或WPS里另存为.docx，再删去这一份。"
            )
    return own if own.is_file() else None
