"""The ledgers of house building, one file a topic."""

from taizhang.lines.housing.models.allocation import Allocation
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.draws import Draw, DrawUnit, Entitlement
from taizhang.lines.housing.models.sites import Building, Phase, Site, Unit
from taizhang.lines.housing.models.works import (
    Contract,
    Deposit,
    Facility,
    Funding,
    Progress,
    SiteLand,
)

__all__ = [
    "Allocation",
    "Approval",
    "Building",
    "Contract",
    "Deposit",
    "Draw",
    "DrawUnit",
    "Entitlement",
    "Facility",
    "Funding",
    "Phase",
    "Progress",
    "Site",
    "SiteLand",
    "Unit",
]
