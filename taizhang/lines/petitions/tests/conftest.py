"""Who works with accusations: one post appointed for them, one of them in the accused unit."""

import pytest

from taizhang.lines.petitions.models import ACCUSATION
from taizhang.lines.petitions.tests.petitions import appoint, content_class
from tests import cast


@pytest.fixture
def appointed(acting):
    """The town's discipline post, and others that are appointed for accusations too and may not see every one."""
    acting("administrator")
    trusted = {"trusted_with": [ACCUSATION]}
    appoint("discipline", "严守纪", "镇纪委", **trusted)
    appoint("accused", "甄有名", "镇纪检监察室", **trusted)
    appoint("same_unit", "邻座员", "农业综合服务中心", **trusted)
    appoint("village_discipline", "村监督", "广坪村监委会", cast.GUANGPING, **trusted)
    acting("office")
    content_class()
    return acting
