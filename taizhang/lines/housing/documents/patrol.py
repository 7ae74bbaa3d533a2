"""What is served on whoever builds against the law, and what goes to the authority that may punish."""

from taizhang.documents.papers import Paper
from taizhang.lines.housing.models.patrol import Violation

stop_order = Paper("责令停工通知书", Violation)
hand_over = Paper("违法建房移交函", Violation)
