"""What is worked out here: the first and last day of the periods that boards and judgements name."""

from taizhang.ledgers.derived import Derived
from taizhang.ledgers.periods import days_of_period
from taizhang.lines.targets.models import Board, Judgement

board_days = Derived(Board, fields=("begins_on", "ends_on"), needs=("period",), work=days_of_period)
judgement_days = Derived(
    Judgement, fields=("begins_on", "ends_on"), needs=("period",), work=days_of_period
)
