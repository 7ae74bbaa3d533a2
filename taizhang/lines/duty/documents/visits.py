"""The sheet of one visit: read to the visitor, signed by those who want to."""

from taizhang.documents.papers import Paper
from taizhang.lines.duty.models import Visit

visit_sheet = Paper("接访登记表", Visit)
