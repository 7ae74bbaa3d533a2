"""What is printed of an application to build."""

from taizhang.documents.papers import Paper
from taizhang.lines.housing.models.approvals import Approval

permit = Paper("乡村建设规划许可证数据表", Approval, when="approved_on")
approval_notice = Paper("建房审批结果公示", Approval, when="approved_on", public=True)
