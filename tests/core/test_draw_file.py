"""The published file of a draw: whatever is changed in it is found, and what cannot be read is said in a sentence."""

import copy
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.core import draw, draw_file
from taizhang.core.draw import Household, Repeated, Unit
from taizhang.core.draw_file import Meeting, Promise, to_bytes, verify
from taizhang.core.finding import Refusal
from tests.core.test_draw import SECRET, a_list

PROMISE = Promise(draw.commitment(SECRET), date(2018, 3, 1), date(2018, 3, 9))
MEETING = Meeting("305162", "掷骰子六次", date(2018, 3, 9), SECRET)
LISTED = a_list(
    households=tuple(Household(f"ZG-{n}", "赵*子", "大" if n < 3 else "") for n in range(6)),
    units=tuple(Unit(f"GP-{n}", "大" if n < 4 else "") for n in range(8)),
    repeats=Repeated("CQ-0", "停电中断", "c" * 64),
)


def published(meeting=MEETING, listed=LISTED):
    return draw_file.content(listed, date(2018, 2, 20), PROMISE, meeting)


def said(whole):
    """What is found wrong with a file, as one text; nothing where all agrees."""
    return "".join(map(str, verify(to_bytes(whole))))


def places(value, path=()):
    """The path to every text in a file."""
    if isinstance(value, str):
        return [path]
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    return [found for key, one in inner for found in places(one, (*path, key))]


def changed(whole, path, to):
    altered = copy.deepcopy(whole)
    inner = altered
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = to
    return altered


def resealed(whole):
    """The file with its own digest put right again, as a forger would."""
    return whole | {"digest": draw_file.digest_of_rest(whole)}


@pytest.mark.parametrize("meeting", [MEETING, None], ids=["after", "before"])
def test_what_was_published_agrees(meeting):
    assert verify(to_bytes(published(meeting))) == []


def test_before_the_meeting_the_file_has_no_secret_and_no_result():
    whole = published(None)
    assert (whole["secret"], whole["announced"], whole["result"]) == ("", "", [])
    assert whole["commitment"] == draw.commitment(SECRET)
    assert SECRET not in to_bytes(whole).decode()


WHOLE = published()


@given(st.sampled_from(places(WHOLE)), st.text(max_size=30))
def test_any_single_change_is_found(path, text):
    altered = changed(WHOLE, path, text)
    if altered == WHOLE:
        return
    try:
        assert said(altered)
    except Refusal:
        assert path == ("format",)


# What a forger who also puts the file's own digest right can still not hide; days and the words about the number
# are what the posted notices have.
DESCRIPTIVE = {
    "list_published_on",
    "committed_on",
    "meeting_on",
    "drawn_on",
    "announced_how",
    "digest",
    "format",
}


@pytest.mark.parametrize("path", [one for one in places(WHOLE) if one[0] not in DESCRIPTIVE])
def test_a_forger_who_puts_the_files_digest_right_is_found_all_the_same(path):
    old = WHOLE
    for key in path:
        old = old[key]
    altered = resealed(changed(WHOLE, path, "654321" if path == ("announced",) else f"{old}1"))
    assert said(altered)
    assert "digest 不符" not in said(altered)


def swapped(whole, one, other):
    rows = copy.deepcopy(whole["result"])
    rows[one]["unit"], rows[other]["unit"] = rows[other]["unit"], rows[one]["unit"]
    return resealed(whole | {"result": rows})


def with_list(**changes):
    """Another list under the old digest, and under its own."""
    listed = a_list(**changes)
    return resealed(WHOLE | {"list": listed.content, "list_digest": listed.digest})


def test_each_thing_that_does_not_hold_is_a_sentence():
    assert "结果有 2 行与重算的不同：第 1 行ZG-0应得" in said(swapped(WHOLE, 0, 2))
    other = draw.make_secret()
    assert "密数与会前承诺不符" in said(resealed(WHOLE | {"secret": other}))
    moved = changed(WHOLE, ("list", "households", 0, "name"), "钱*丑")
    assert "名单、房源或规则在摘要公布以后改过：公布的摘要是 " + LISTED.digest in said(moved)
    assert "公开数 announced 不是 6 至 10 位数字" in said(resealed(WHOLE | {"announced": "7"}))
    assert "结果有 5 行，名单却有 6 户" in said(resealed(WHOLE | {"result": WHOLE["result"][:5]}))
    assert "日期先后不对" in said(resealed(WHOLE | {"drawn_on": "2018-02-28"}))
    assert "文件内容与文件摘要 digest 不符" in said(WHOLE | {"announced_how": "猜的"})
    assert "method 写的算法不是" in said(resealed(WHOLE | {"method": ["猜"]}))


def test_a_list_that_should_never_have_been_drawn_is_named():
    twice = (*LISTED.households[:1] * 2, *LISTED.households[2:])
    assert "户编号重复：ZG-0" in said(with_list(households=twice, units=LISTED.units))
    assert "套房编号重复：GP-0" in said(
        with_list(households=LISTED.households, units=(*LISTED.units, LISTED.units[0]))
    )
    few = with_list(households=LISTED.households, units=LISTED.units[2:])
    assert "类别“大”有 3 户，这一类的套房只有 2 套" in said(few)


def test_many_differing_rows_are_counted_and_the_first_told():
    rows = WHOLE["result"]
    turned = [one | {"unit": rows[at - 1]["unit"]} for at, one in enumerate(rows)]
    text = said(resealed(WHOLE | {"result": turned}))
    assert "结果有 6 行与重算的不同" in text
    assert "第 5 行" in text
    assert "第 6 行" not in text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "读不出来"),
        (b"\xff\xfe", "读不出来"),
        ("台账".encode("gb18030"), "读不出来"),
        (b"[" * 100_000, "读不出来"),
        (b"9" * 10_000, "读不出来"),
        (b"[]", "文件 少了"),
        (b"{}", "文件 少了 announced"),
        (b'{"secret": "a", "secret": "b"}', "secret 出现了两次"),
        (json.dumps(WHOLE | {"secret": "\ud800"}).encode(), "读不出来"),
        (to_bytes(WHOLE | {"more": ""}), "文件 多了 more"),
        (to_bytes(WHOLE | {"list": []}), "list 少了"),
        (to_bytes(WHOLE | {"secret": 1}), "文件 的 secret 不是文字"),
        (to_bytes(WHOLE | {"result": {}}), "result 不是一列"),
        (to_bytes(WHOLE | {"result": [{"household": "x"}]}), "result 第 1 个 少了 unit"),
        (to_bytes(WHOLE | {"result": [{"household": "x", "unit": None}]}), "unit 不是文字"),
        (to_bytes(WHOLE | {"format": "taizhang-draw-2"}), "这里只认得 taizhang-draw-1"),
    ],
    ids=range(16),
)
def test_what_is_no_published_file_is_refused_with_a_reason(data, why):
    with pytest.raises(Refusal, match=why):
        verify(data)


def test_a_file_saved_again_by_an_editor_still_agrees():
    """Blanks, line ends and a byte order mark are the editor's; what the file says is the same."""
    text = json.dumps(WHOLE, ensure_ascii=True).replace(", ", ",\r\n")
    assert verify(b"\xef\xbb\xbf" + text.encode()) == []


def test_the_file_tells_what_to_hold_against_the_wall():
    told = "".join(draw_file.told(WHOLE))
    assert f"名单摘要 {LISTED.digest}" in told
    assert f"承诺摘要 {PROMISE.commitment}" in told
    assert "这是重抽：原来是编号 CQ-0，原因是停电中断" in told
    assert "还没有抽签" in "".join(draw_file.told(published(None)))


def test_names_are_masked_and_nothing_else_of_a_person_is_there():
    assert set(WHOLE["list"]["households"][0]) == {"number", "name", "category"}
