"""The ledgers of petitions (信访): the case itself, who answers for it, how it was settled."""

from taizhang.lines.petitions.models.answers import AnsweredPetition
from taizhang.lines.petitions.models.cases import CaseLeader, FollowUp, TeamMember
from taizhang.lines.petitions.models.classes import ContentClass
from taizhang.lines.petitions.models.meetings import Hearing, Mediation
from taizhang.lines.petitions.models.pages import FollowLine
from taizhang.lines.petitions.models.petitioners import Petitioner
from taizhang.lines.petitions.models.petitions import Petition
from taizhang.lines.petitions.models.registration import ACCUSATION, RegisteredPetition

__all__ = [
    "ACCUSATION",
    "AnsweredPetition",
    "CaseLeader",
    "ContentClass",
    "FollowLine",
    "FollowUp",
    "Hearing",
    "Mediation",
    "Petition",
    "Petitioner",
    "RegisteredPetition",
    "TeamMember",
]
