"""Figures on their way through a template: text that carries an invisible mark instead of a number.

A template works on text, so a figure travels as a short mark of private-use characters that no office types; the
mark's number finds the figure again when the text becomes a document.
"""

import re

from taizhang.documents.markdown import unquoted
from taizhang.documents.model import Run, Runs, Tagged, Text

OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")


class Marks:
    """The figures of one document, each by the number in its mark."""

    def __init__(self) -> None:
        self.figures: list[Tagged] = []

    def put(self, figure: Tagged) -> str:
        """Keep a figure and return the mark that stands for it."""
        self.figures.append(figure)
        return f"{OPEN}{len(self.figures) - 1}{CLOSE}"

    def runs(self, text: str) -> Runs:
        """The text with every mark turned back into its figure."""
        pieces = MARK.split(text)  # words, number, words, number, ..., words
        runs: list[Run] = []
        for position, piece in enumerate(pieces):
            if position % 2:
                runs.append(self.figures[int(piece)])
            elif piece:
                runs.append(Text(piece))
        return tuple(runs)

    def plain(self, text: str) -> str:
        """The text as a reader sees it."""
        return "".join(run.text for run in self.runs(text))


class ValueMarks(Marks):
    """A text that holds values of records, which come out as they were."""

    def runs(self, text: str) -> Runs:
        told: list[Run] = [
            Text(unquoted(run.text)) if isinstance(run, Text) else run for run in super().runs(text)
        ]
        return tuple(told)
