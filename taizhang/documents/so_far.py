"""What a summary can say of a record that aims at a figure: the aim, the figure, and whether it is reached."""

from dataclasses import dataclass
from typing import Any

from taizhang.documents.answers import Answers
from taizhang.indicators.aims import Goal, aim_of


@dataclass(frozen=True)
class SoFar:
    """Words for a template: all empty where a record is not held against a figure, only the aim where its time is yet to come."""

    aim: str = ""
    figure: str = ""
    verdict: str = ""

    def __bool__(self) -> bool:
        return bool(self.figure)


def goal_in(record: Any, answers: Answers) -> tuple[Goal | None, str]:
    """What a record aims at, as this snapshot knows the indicator, and in words."""
    aim = aim_of(type(record))
    goal = aim.of(record) if aim else None
    definition = answers.definition(goal.indicator) if goal else None
    return (goal, goal.wording(definition)) if goal and definition else (None, "")
