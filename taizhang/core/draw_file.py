"""The published file of a draw: one JSON file from which everybody can work the result out again, and that working out.

It carries numbers of households and masked names, and nothing else about persons.
"""

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from taizhang.core import draw
from taizhang.core.draw import DrawList, Household, Repeated, Unit
from taizhang.core.finding import Finding, Refusal

FORMAT = "taizhang-draw-1"
BEFORE = ("commitment", "committed_on", "meeting_on")
AFTER = ("announced", "announced_how", "drawn_on", "secret")
TEXTS = ("format", "list_digest", "list_published_on", *BEFORE, *AFTER, "digest")
SHOWN = 5  # differing rows told in full


@dataclass(frozen=True)
class Promise:
    """What was promised before the meeting: a secret's digest and the days."""

    commitment: str = ""
    committed_on: date | None = None
    meeting_on: date | None = None


@dataclass(frozen=True)
class Meeting:
    """What happened at the meeting: the number announced, how it came about, the secret that was opened."""

    announced: str
    announced_how: str
    drawn_on: date
    secret: str


def content(
    listed: DrawList, published_on: date, promise: Promise, meeting: Meeting | None = None
) -> dict[str, Any]:
    """What the file says; before the meeting it has no secret and no result."""
    whole: dict[str, Any] = {
        "format": FORMAT,
        "method": list(draw.METHOD),
        "list": listed.content,
        "list_digest": listed.digest,
        "list_published_on": published_on.isoformat(),
        "commitment": promise.commitment,
        "committed_on": written(promise.committed_on),
        "meeting_on": written(promise.meeting_on),
        **dict.fromkeys(AFTER, ""),
        "result": [],
    }
    if meeting:
        whole |= {
            "announced": meeting.announced,
            "announced_how": meeting.announced_how,
            "drawn_on": meeting.drawn_on.isoformat(),
            "secret": meeting.secret,
            "result": rows(draw.result(listed, meeting.secret, meeting.announced)),
        }
    return whole | {"digest": draw.digest_of(whole)}


def written(day: date | None) -> str:
    return day.isoformat() if day else ""


def rows(pairs: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"household": household, "unit": unit} for household, unit in pairs]


def to_bytes(whole: dict[str, Any]) -> bytes:
    """The file itself, a household or a dwelling a line, for people to read in an editor."""
    return f"{laid_out(whole)}\n".encode()


def laid_out(value: Any) -> str:
    """Objects and lists of several things on lines of their own; what stands in a list on one line."""
    if isinstance(value, dict):
        inner = [f"{one_line(key)}: {laid_out(value[key])}" for key in sorted(value)]
        return "{\n" + ",\n".join(inner) + "\n}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(one_line, value)) + "\n]"
    return one_line(value)


def one_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def read(data: bytes) -> dict[str, Any]:
    """A published file's content, refused where it is not one: nothing missing, nothing besides, nothing twice."""
    try:
        whole = json.loads(data.decode("utf-8-sig"), object_pairs_hook=once)
        draw.canonical(whole)  # half a character cannot be written down
    except (UnicodeError, RecursionError, ValueError) as wrong:
        raise Refusal(
            f"这不是抽签公布文件，读不出来（{wrong}）；请用原来的 .json 文件。"
        ) from wrong
    shape(whole, {*TEXTS, "method", "list", "result"}, "文件")
    shape(whole["list"], names(DrawList), "list")
    shape(whole["list"]["repeats"], names(Repeated), "list.repeats")
    each_shape(whole["list"]["households"], names(Household), "list.households")
    each_shape(whole["list"]["units"], names(Unit), "list.units")
    each_shape(whole["result"], {"household", "unit"}, "result")
    texts(whole, TEXTS, "文件")
    texts(whole["list"], ("draw", "title", "rule"), "list")
    if whole["format"] != FORMAT:
        raise Refusal(f"文件格式是“{whole['format']}”，这里只认得 {FORMAT}；请用新版本的台账核对。")
    return whole


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of which no key stands twice: two programs would read two different values."""
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = draw.repeated(key for key, _ in pairs)
        raise ValueError(f"{twice[0]} 出现了两次")
    return made


def names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def shape(value: Any, keys: set[str], where: str) -> None:
    if isinstance(value, dict) and value.keys() == keys:
        return
    found = set(value) if isinstance(value, dict) else set()
    lack, more = "、".join(sorted(keys - found)), "、".join(sorted(found - keys))
    said = [f"少了 {lack}"] if lack else []
    said += [f"多了 {more}"] if more else []
    raise Refusal(f"这不是完整的抽签公布文件：{where} {'，'.join(said)}。")


def each_shape(value: Any, keys: set[str], where: str) -> None:
    """A list of objects of texts."""
    if not isinstance(value, list):
        raise Refusal(f"这不是完整的抽签公布文件：{where} 不是一列。")
    for at, one in enumerate(value, start=1):
        shape(one, keys, f"{where} 第 {at} 个")
        texts(one, tuple(keys), f"{where} 第 {at} 个")


def texts(value: dict[str, Any], keys: tuple[str, ...], where: str) -> None:
    wrong = [key for key in keys if not isinstance(value[key], str)]
    if wrong:
        raise Refusal(f"这不是完整的抽签公布文件：{where} 的 {'、'.join(sorted(wrong))} 不是文字。")


def list_of(whole: dict[str, Any]) -> DrawList:
    listed = whole["list"]
    return DrawList(
        listed["draw"],
        listed["title"],
        listed["rule"],
        tuple(Household(**one) for one in listed["households"]),
        tuple(Unit(**one) for one in listed["units"]),
        Repeated(**listed["repeats"]),
    )


def is_drawn(whole: dict[str, Any]) -> bool:
    return bool(whole["result"]) or any(whole[name] for name in AFTER)


def verify(data: bytes) -> list[Finding]:
    """What does not hold in a published file, by computing everything again; nothing found is agreement."""
    whole = read(data)
    listed = list_of(whole)
    said = listed.faults()
    if whole["method"] != list(draw.METHOD):
        said.append("method 写的算法不是这里核对用的算法，按它重算的结果可能不同；请核对文件出处。")
    if listed.digest != whole["list_digest"]:
        said.append(
            f"名单、房源或规则在摘要公布以后改过：公布的摘要是 {whole['list_digest']}，现在的内容算出来是 {listed.digest}。"
        )
    if is_drawn(whole):
        said += wrong_meeting(whole)
        said += [] if said else wrong_rows(whole, listed)
    if digest_of_rest(whole) != whole["digest"]:
        said.append(
            "文件内容与文件摘要 digest 不符，公布以后有内容改过；请向抽签单位要原来的文件。"
        )
    return [Finding("error", sentence) for sentence in said]


def digest_of_rest(whole: dict[str, Any]) -> str:
    return draw.digest_of({key: value for key, value in whole.items() if key != "digest"})


def wrong_meeting(whole: dict[str, Any]) -> list[str]:
    said = []
    if draw.commitment(whole["secret"]) != whole["commitment"]:
        said.append("密数与会前承诺不符：密数的 SHA-256 不是 commitment，密数或承诺被换过。")
    if draw.ANNOUNCED.fullmatch(whole["announced"]) is None:
        said.append("公开数 announced 不是 6 至 10 位数字。")
    days = [whole[name] for name in ("list_published_on", "committed_on", "drawn_on")]
    if not all(days) or days != sorted(days):
        said.append(f"日期先后不对：名单公布、承诺、抽签的日期是 {'、'.join(days)}。")
    return said


def wrong_rows(whole: dict[str, Any], listed: DrawList) -> list[str]:
    """Where the result is not what the secret and the number give; asked only of a list and numbers that hold."""
    ours = rows(draw.result(listed, whole["secret"], whole["announced"]))
    theirs = whole["result"]
    if len(ours) != len(theirs):
        return [f"结果有 {len(theirs)} 行，名单却有 {len(ours)} 户，行数不一致。"]
    differing = [
        f"第 {at} 行{mine['household']}应得 {mine['unit']}，写的是{other['household']} {other['unit']}"
        for at, (mine, other) in enumerate(zip(ours, theirs, strict=True), start=1)
        if mine != other
    ]
    if not differing:
        return []
    told = "；".join(differing[:SHOWN]) + ("……" if len(differing) > SHOWN else "")
    return [f"结果有 {len(differing)} 行与重算的不同：{told}。"]


def told(whole: dict[str, Any]) -> list[str]:
    """What a file says, in sentences to hold against what was posted on the wall."""
    listed = whole["list"]
    said = [
        f"《{listed['title']}》（编号 {listed['draw']}）：{len(listed['households'])} 户，{len(listed['units'])} 套房。",
        f"名单摘要 {whole['list_digest']}（{whole['list_published_on']} 公布）。",
    ]
    if whole["commitment"]:
        said.append(f"承诺摘要 {whole['commitment']}（{whole['committed_on']}）。")
    if listed["repeats"]["draw"]:
        said.append(
            f"这是重抽：原来是编号 {listed['repeats']['draw']}，原因是{listed['repeats']['reason']}。"
        )
    if is_drawn(whole):
        said.append(
            f"{whole['drawn_on']} 抽签，公开数 {whole['announced']}，密数 {draw.grouped(whole['secret'])}。"
        )
    else:
        said.append("还没有抽签：密数在抽签会上才公开。")
    return [*said, "请把两个摘要与会前张贴的公告核对，相同的才是会前公布的那一份。"]
