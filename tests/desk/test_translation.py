"""The Chinese of django-unfold: what is compiled is what is written, and what it shows is translated."""

import ast
import gettext
import re
from pathlib import Path

from django.utils import translation

from taizhang import desk

FOLDER = Path(desk.__file__).parent / "locale" / "zh_Hans" / "LC_MESSAGES"
ENTRY = re.compile(
    r'^msgid ((?:".*"\n?)+)(?:msgid_plural (?:".*"\n?)+)?msgstr(?:\[0\])? ((?:".*"\n?)+)', re.M
)


def written() -> dict[str, str]:
    text = (FOLDER / "django.po").read_text(encoding="utf-8")
    return {joined(source): joined(target) for source, target in ENTRY.findall(text)}


def joined(quoted: str) -> str:
    return "".join(ast.literal_eval(line) for line in quoted.strip().splitlines())


def test_the_compiled_catalogue_is_the_written_one():
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    entries = {source: target for source, target in written().items() if source}
    assert len(entries) > 40
    for source, target in entries.items():
        assert target in (compiled.gettext(source), compiled.ngettext(source, source, 1)), source


def test_every_entry_says_something_in_chinese():
    same = {source for source, target in written().items() if source and source == target}
    assert same <= {"%(class_name)s %(instance)s"}


def test_it_is_what_the_desk_speaks():
    with translation.override("zh-hans"):
        assert translation.gettext("Filters") == "筛选"
        assert translation.gettext("Select value") == "请选择"
