"""An office's own form as a Word file with the same words in {{ }}: laid out in Word or WPS, filled in here.

docxtpl finds the words in the file's XML, whatever runs an editor cut them into; what they may say is decided by the
same sandbox as that of the plain templates. {%tr for … %} and {%tr endfor %} repeat a row of a table.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLSyntaxError

from taizhang.core.finding import Refusal
from taizhang.documents.files import open_word, word_bytes
from taizhang.documents.record_words import RecordWords, Worded
from taizhang.documents.tagging import NOT_XML
from taizhang.documents.templates import TROUBLES, WrongTemplate, environment, trouble

HEADERS_AND_FOOTERS = (DocxTemplate.HEADER_URI, DocxTemplate.FOOTER_URI)


def fill_word(path: Path, words: dict[str, Any]) -> WordDocument:
    """The office's Word file with the words of a record in it."""
    template = DocxTemplate(BytesIO(word_bytes(open_word(path))))
    try:
        template.render(words, word_sandbox(), autoescape=True)
    except Refusal as refusal:
        raise WrongTemplate(f"模板{path}：{refusal}") from None
    except XMLSyntaxError as wrong:
        raise WrongTemplate(
            f"模板{path}填好后不成一份Word文档（{wrong}），请检查循环和判断是否各在自己的一段或一行。"
        ) from None
    except TemplateSyntaxError as wrong:
        raise WrongTemplate(f"模板{path}：{word_syntax_error(wrong)}") from None
    except TROUBLES as wrong:
        raise WrongTemplate(f"模板{path}：{trouble(wrong, words)}") from None
    filled = BytesIO()
    template.save(filled)
    return docx.Document(filled)  # read again: python-docx would still show the old headers


def word_sandbox() -> SandboxedEnvironment:
    """The sandbox for Word files; what a value holds is escaped, so that it stays text."""
    sandbox = environment({}, in_word)
    sandbox.autoescape = True
    sandbox.trim_blocks = sandbox.lstrip_blocks = False
    return sandbox


def in_word(value: Any) -> Any:
    """What {{ }} writes into a Word file: a value's text, an empty one as a blank."""
    if isinstance(value, Worded):
        return NOT_XML.sub("", value) or value.blank
    return NOT_XML.sub("", str(value)) if isinstance(value, RecordWords | str) else value


def word_sources(path: Path) -> list[str]:
    """What a Word template says to the sandbox: its text, headers and footers as Jinja reads them."""
    template = DocxTemplate(BytesIO(word_bytes(open_word(path))))
    template.init_docx()
    parts = [template.get_xml()]
    for kind in HEADERS_AND_FOOTERS:
        parts += [template.get_part_xml(part) for _, part in template.get_headers_footers(kind)]
    return [template.patch_xml(one) for one in parts]


def word_syntax_error(wrong: TemplateSyntaxError) -> str:
    """What is wrong with the marks in a Word file, with the words that stand around them."""
    near = "".join(getattr(wrong, "docx_context", ())).strip()
    where = f"（在“{near[:60]}”附近）" if near else ""
    return f"花括号里的写法有误（{wrong.message}）{where}，请改正。"
