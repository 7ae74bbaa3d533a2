"""Where the wording comes from: templates that came with the product, each replaceable by the office's own.

`<line>/summary.md` is a line's part of the summary, `summary.md` the frame around them. A file of the same name under
the data folder's templates/ wins. Templates run in a sandbox: they can name figures and words, and do nothing.
"""

import difflib
import re
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import jinja2
from django.apps import AppConfig, apps
from django.conf import settings
from jinja2 import BaseLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.sandbox import SandboxedEnvironment

from taizhang.core.finding import Refusal
from taizhang.core.home import templates_folder
from taizhang.documents.markdown import rows_apart

FRAMES = Path(__file__).with_name("templates")
LAST = 1000  # lines that do not say where they stand come at the end


def lines() -> list[AppConfig]:
    """The lines of work in the order of the summary: `summary_order` of the app, then its label."""
    every = (config for config in apps.get_app_configs() if config.name in settings.LINES)
    return sorted(every, key=lambda config: (getattr(config, "summary_order", LAST), config.label))


def lines_with(file: str) -> list[AppConfig]:
    """The lines that have a template of this file name, their own or the office's."""
    return [config for config in lines() if template_path(f"{config.label}/{file}")]


def template_path(name: str) -> Path | None:
    """The file behind a template's name: the office's, else the product's, else None."""
    return next((path for path in (office_path(name), product_path(name)) if path.is_file()), None)


def office_path(name: str) -> Path:
    """Where the office puts its own wording."""
    return templates_folder() / name


def product_path(name: str) -> Path:
    """Where the wording that came with the product is."""
    label, _, file = name.partition("/")
    if not file:
        return FRAMES / name
    return Path(apps.get_app_config(label).path) / file


def template_names() -> Iterator[str]:
    """Every template there is, the office's additions to known lines included."""
    yield from sorted(path.name for path in FRAMES.glob("*.md"))
    for config in lines():
        folders = (Path(config.path), office_path(config.label))
        yield from sorted(
            {f"{config.label}/{path.name}" for folder in folders for path in folder.glob("*.md")}
        )


class WrongTemplate(Refusal):
    """A refusal that already says in which template the trouble is."""


class _Loader(BaseLoader):
    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, None]:
        path = template_path(template)
        if path is None:
            raise TemplateNotFound(template)
        return read(path), str(path), None


def read(path: Path) -> str:
    """The text of a template; Windows editors put a mark before it and may save another encoding."""
    try:
        return rows_apart(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise Refusal(f"模板{path}不是UTF-8编码，请用记事本另存，编码选UTF-8。") from None
    except OSError as trouble:
        raise Refusal(f"模板{path}打不开，请检查它的权限。") from trouble


def environment(
    words: dict[str, Any], said: Callable[[Any], Any] | None = None
) -> SandboxedEnvironment:
    """The sandbox with the words a template may use; an unknown word is an error, never an empty place.

    `said` has the last word on whatever {{ }} writes.
    """
    sandbox = SandboxedEnvironment(
        loader=_Loader(),
        undefined=StrictUndefined,
        finalize=said,
        autoescape=False,  # it becomes Word, which the writer escapes, not HTML
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sandbox.globals = dict(words)
    return sandbox


def render(sandbox: SandboxedEnvironment, name: str) -> str:
    """A template filled in; a refusal says in which file and line the trouble is."""
    try:
        return sandbox.get_template(name).render()
    except WrongTemplate:
        raise  # from a template within this one
    except TemplateNotFound as missing:
        raise WrongTemplate(f"没有模板{missing.name}，请核对模板目录。") from None
    except jinja2.TemplateSyntaxError as wrong:
        raise WrongTemplate(syntax_error(name, wrong)) from None
    except Refusal as refusal:
        raise WrongTemplate(f"{_where(name, refusal)}：{refusal}") from None
    except TROUBLES as wrong:
        raise WrongTemplate(f"{_where(name, wrong)}：{trouble(wrong, sandbox.globals)}") from None


# What a template can run into without any fault of the product.
TROUBLES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
)


def syntax_error(name: str, wrong: jinja2.TemplateSyntaxError) -> str:
    """A template that cannot be read, in one sentence."""
    return f"模板{wrong.name or name}第{wrong.lineno}行的写法有误（{wrong.message}），请改正。"


def _where(name: str, wrong: BaseException) -> str:
    """The template and line that a trouble came from: Jinja puts them into the traceback."""
    frames = [
        frame
        for frame in traceback.extract_tb(wrong.__traceback__)
        if frame.filename.endswith(".md")
    ]
    return f"模板{name}第{frames[-1].lineno}行" if frames else f"模板{name}"


def trouble(wrong: Exception, words: Iterable[str]) -> str:
    """What a template ran into, in a sentence; a word that does not exist comes with those that look like it."""
    missing = re.fullmatch(r"'(\w+)' is undefined", str(wrong))
    return (
        unknown_word(missing[1], words) if missing else f"这一行算不出来（{wrong}），请核对写法。"
    )


def unknown_word(word: str, words: Iterable[str]) -> str:
    """A word that a template may not use here."""
    near = difflib.get_close_matches(word, list(words), n=3, cutoff=0.4)
    return f"没有“{word}”这个词，" + (f"相近的有“{'”“'.join(near)}”。" if near else "请核对写法。")
