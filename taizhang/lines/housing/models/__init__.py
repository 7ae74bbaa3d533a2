"""The ledgers of house building, one file a topic."""

from taizhang.lines.housing.models.acceptance import Acceptance
from taizhang.lines.housing.models.allocation import Allocation
from taizhang.lines.housing.models.approvals import Approval
from taizhang.lines.housing.models.award_payments import AwardPayment, AwardStatement
from taizhang.lines.housing.models.awards import Award, AwardBatch, AwardObjection, AwardStandard
from taizhang.lines.housing.models.draws import Draw, DrawUnit, Entitlement
from taizhang.lines.housing.models.households import Homestead, Household, Member
from taizhang.lines.housing.models.patrol import Patrol, Violation
from taizhang.lines.housing.models.planning import Drawing, Plan
from taizhang.lines.housing.models.sites import Building, Phase, Site, Unit
from taizhang.lines.housing.models.slogans import Slogan, SloganItem
from taizhang.lines.housing.models.visits import SiteVisit
from taizhang.lines.housing.models.works import (
    Contract,
    Deposit,
    Facility,
    Funding,
    Progress,
    SiteLand,
)

__all__ = [
    "Acceptance",
    "Allocation",
    "Approval",
    "Award",
    "AwardBatch",
    "AwardObjection",
    "AwardPayment",
    "AwardStandard",
    "AwardStatement",
    "Building",
    "Contract",
    "Deposit",
    "Draw",
    "DrawUnit",
    "Drawing",
    "Entitlement",
    "Facility",
    "Funding",
    "Homestead",
    "Household",
    "Member",
    "Patrol",
    "Phase",
    "Plan",
    "Progress",
    "Site",
    "SiteLand",
    "SiteVisit",
    "Slogan",
    "SloganItem",
    "Unit",
    "Violation",
]
