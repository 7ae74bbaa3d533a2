"""Every address of the desk, and what each member of the example town's cast gets there: one table."""

import pytest

from taizhang.desk.site import desk
from tests.desk.conftest import Visitor

# o: the page; -: not this post's business (403); !: refused in a sentence (400); 0: not there (404)
PEOPLE = ["guangping", "land", "office", "mayor", "county", "admin", "nobody"]
TABLE = """
/                                                                     o o o o o o -
/figures/                                                             o o o o o ! -
/figures/?source=live&period=2018Q1                                   o o o o o ! -
/figure/live/hollow_houses.demolished/?period=2018Q1                  o o o o o ! -
/figure/MARK/hollow_houses.demolished/                                o o o o o ! -
/figure/MARK/hollow_houses.demolished/?place=430682113                o o o o o ! -
/figure/MARK/hollow_houses.demolished/?place=430682113203             ! o o o o ! -
/figure/MARK/snapshot.cutoff/                                         o o o o o ! -
/figure/MARK/hollow_houses.unheard_of/                                ! ! ! ! ! ! -
/figure/ffffffffffffffff/hollow_houses.demolished/                    ! ! ! ! ! ! -
/snapshots/                                                           o o o o o ! -
/snapshots/MARK/                                                      o o o o o ! -
/snapshots/MARK/adjustments/                                          o o o o o ! -
/snapshots/MARK/datapackage.json                                      o o o o o ! -
/snapshots/MARK/summary.docx                                          - - o o o ! -
/forms/                                                               - - o o - - -
/forms/MARK/hollow_houses/                                            - - o o - ! -
/forms/MARK/hollow_houses/form.xlsx                                   - - o o - ! -
/check/                                                               o o o o o - -
/todo/                                                                o o o o o o -
/todo/?scope=all                                                      o o o o o o -
/todo/due/                                                            o o o o o o -
/todo/questions/                                                      o o o o o o -
/hollow_houses/                                                       o o o o o 0 -
/hollow_houses/hollowhouse/                                           o o o o o - -
/hollow_houses/hollowhouse/add/                                       o o o - - - -
/hollow_houses/hollowhouse/download/                                  o o o o o - -
/hollow_houses/hollowhouse/1/delete/                                  - - - - - - -
/record/hollow_houses.hollow_house/1/                                 o o o o o - -
/record/hollow_houses.flying_house/1/                                 ! ! ! ! ! ! -
/excel/hollow_houses.hollow_house/                                    o o o - - - -
/excel/hollow_houses.hollow_house/form.xlsx                           o o o - - - -
/excel/hollow_houses.hollow_house/no-such-upload/                     0 0 0 - - - -
/excel/hollow_houses.hollow_house/no-such-upload/marked.xlsx          0 0 0 - - - -
/housing/allocation/                                                  o o o o o - -
/land/quotamovement/                                                  o o o o o - -
/ledgers/formsent/                                                    o o o o o - -
/ledgers/zeroreturn/                                                  o o o o o - -
/ledgers/zeroreturn/add/                                              o o o - - - -
/ledgers/standard/                                                    - - o - - o -
/ledgers/standard/1/change/                                           - - o - - o -
/people/                                                              0 0 o 0 0 o -
/people/place/                                                        - - - - - o -
/people/place/430682113/change/                                       - - - - - o -
/people/office/                                                       - - - - - o -
/people/post/                                                         - - - - - o -
/people/post/1/change/                                                - - - - - o -
/people/user/                                                         - - - - - o -
/people/user/add/                                                     - - - - - o -
/people/user/1/change/                                                - - - - - o -
/people/user/1/password/                                              - - - - - o -
/people/user/1/delete/                                                - - - - - - -
/people/appointment/                                                  - - - - - o -
/people/appointment/add/                                              - - - - - o -
/people/areaduty/                                                     o o o o o o -
/people/areaduty/add/                                                 - - o - - o -
/password_change/                                                     o o o o o o -
/password_change/done/                                                o o o o o o -
/autocomplete/?app_label=land&model_name=reclaimedlot&field_name=project  o o o o o - -
/autocomplete/?app_label=people&model_name=post&field_name=office     - - - - - o -
/search/?s=x                                                          o o o o o o -
/petitions/petition/                                                  o - o o o - -
/petitions/petition/add/                                              o - o - - - -
/petitions/petition/1/delete/                                         - - - - - - -
/draw/1/                                                              0 0 0 0 0 - -
/draw/1/file.json                                                     0 0 0 0 0 - -
/attachment/1/                                                        0 0 0 0 0 0 -
/r/1/1/                                                               0 0 0 0 0 0 -
/no/such/page/                                                        0 0 0 0 0 0 -
"""
STATUS = {"o": 200, "-": 403, "!": 400, "0": 404}
ROWS = [(row.split()[0], row.split()[1:]) for row in TABLE.strip().splitlines()]
CASES = [
    (path, person, answer)
    for path, answers in ROWS
    for person, answer in zip(PEOPLE, answers, strict=True)
]


@pytest.mark.parametrize(("path", "person", "answer"), CASES)
def test_each_gets_what_the_table_says(served, path, person, answer):
    status, body = served.visitor(person).get(path.replace("MARK", served.mark))
    assert status == STATUS[answer]
    assert b"Traceback" not in body


@pytest.mark.parametrize("path", [path for path, _ in ROWS])
def test_who_has_not_signed_in_gets_the_door(served, path):
    status, body = Visitor(served.base).get(path.replace("MARK", served.mark))
    assert status in (200, 404)
    assert status == 404 or "登录".encode() in body


@pytest.mark.parametrize(
    "path", ["/snapshots/close/", "/record/hollow_houses.hollow_house/1/step/"]
)
def test_what_changes_something_is_not_done_by_looking(served, path):
    assert served.visitor("office").get(path)[0] == 405


def test_every_address_of_the_desk_is_in_the_table():
    own = {str(pattern.pattern) for pattern in desk.extra_urls()}
    words = {row.split("/")[1] for row, _ in ROWS} | {"record"}
    assert {route.split("/")[0] for route in own} <= words
