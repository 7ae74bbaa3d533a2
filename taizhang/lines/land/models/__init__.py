"""The ledgers of linkage (增减挂钩): plots given back to the plough, and the quota of building land they carry."""

from taizhang.lines.land.models.lots import ReclaimedLot
from taizhang.lines.land.models.money import ProjectMoney
from taizhang.lines.land.models.pages import AcceptedLine, QuotaLine, StatementLine
from taizhang.lines.land.models.projects import Project
from taizhang.lines.land.models.quota import Account, QuotaMovement
from taizhang.lines.land.models.statements import CountyStatement

__all__ = [
    "AcceptedLine",
    "Account",
    "CountyStatement",
    "Project",
    "ProjectMoney",
    "QuotaLine",
    "QuotaMovement",
    "ReclaimedLot",
    "StatementLine",
]
