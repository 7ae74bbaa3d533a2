"""`manage.py check` over the pages of the desk: none has an address, a name or a word of what is refused."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from taizhang.documents.refused_checks import in_words
from taizhang.documents.said import Said, paragraphs

PAGES_ID = "taizhang.E023"
TEMPLATES = Path(__file__).with_name("templates")


@register()
def nothing_refused_has_a_page(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    said = [*addresses(get_resolver().url_patterns), *texts()]
    return [Error(sentence, id=PAGES_ID) for sentence in in_words(said)]


def addresses(patterns: Iterable[URLPattern | URLResolver], route: str = "") -> Iterator[Said]:
    """Every address of the desk, with the page's name."""
    for one in patterns:
        way = f"{route}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, way)
        else:
            yield Said(f"页面 {way}", "", f"{one.name or ''} {way}")


def texts() -> Iterator[Said]:
    """Every line that stands on a page."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        name = path.relative_to(TEMPLATES).as_posix()
        yield from paragraphs(f"页面模板 {name}", path.read_text(encoding="utf-8").splitlines())
