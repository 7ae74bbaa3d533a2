"""Numbers and words that look drawn by chance but come out the same every time, and depend on nothing but their key."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Chosen = TypeVar("Chosen")


def draw(low: int, high: int, *key: object) -> int:
    """A whole number from low to high, both included."""
    digest = hashlib.sha256("/".join(map(str, key)).encode()).digest()
    return low + int.from_bytes(digest[:8], "big") % (high - low + 1)


def choose(options: Sequence[Chosen], *key: object) -> Chosen:
    """One of the options."""
    return options[draw(0, len(options) - 1, *key)]


def some(options: Sequence[Chosen], count: int, *key: object) -> list[Chosen]:
    """So many different options, in an order of their own."""
    order = sorted(range(len(options)), key=lambda at: draw(0, 2**60, *key, at))
    return [options[at] for at in order[:count]]
