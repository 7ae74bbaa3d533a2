"""What the product says when it will not go on, and when it has found something."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "ask", "info"]


class Refusal(Exception):
    """One Chinese sentence telling the user where something is wrong and what to do about it."""


@dataclass(frozen=True)
class Finding:
    """One thing a check found: an error blocks, an ask wants an answer, an info only tells."""

    severity: Severity
    message: str
    where: str = ""
    rule: str = ""
    basis: str = ""

    def __str__(self) -> str:
        where = f"{self.where}：" if self.where else ""
        basis = f"（{self.basis}）" if self.basis else ""
        return f"{where}{self.message}{basis}"
