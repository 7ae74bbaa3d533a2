"""Drawing lots that anybody can check: a secret promised beforehand, a number announced in public, a list that stands.

Whoever knows the secret does not know the number, whoever announces the number does not know the secret, and the list
was published before either: nobody can steer the result, and from the three everybody can work it out again. `METHOD`
says how, for people; docs/lines/housing-sites-and-draws.md has it once more as thirty lines of Python.
"""

import hashlib
import hmac
import json
import re
import secrets
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from taizhang.core.finding import Refusal

# Letters and digits that are not taken for one another when read aloud: no 0 and O, no 1 and I.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
SECRET_LENGTH = 28  # 140 bits
SECRET_GROUP = 4
ANNOUNCED = re.compile(r"\d{6,10}", re.ASCII)
NUMBERS = 2**256  # how many different numbers one step of the stream can give
NAMED = 5  # numbers named in a sentence; the rest are counted

METHOD = (
    "一、名单摘要：把 list 一项写成 JSON，键按字母排序、没有空格、汉字不转义，按 UTF-8 编码取 SHA-256，写成小写十六进制。",
    "二、承诺：密数 secret（28 个字符，不含横线）按 UTF-8 编码取 SHA-256，应与会前公布的 commitment 相同。",
    "三、随机数：以密数为密钥，对“公开数、名单摘要、类别、k”四行文字（行间用一个换行符）取 HMAC-SHA-256，"
    "把 32 个字节读作一个整数 x（高位在前）；k 在每个类别里从 0 数起，每取一次加 1。"
    "要 0 至 i 之间的数，令 m＝i＋1：x 不小于 2^256－(2^256 除以 m 的余数) 时作废再取，否则 j 是 x 除以 m 的余数。",
    "四、抽签：每个类别分别抽。把这一类的套房按名单次序排成一列，位置从 0 数起；i 从最后一个位置到 1，"
    "各取一个 0 至 i 之间的数 j，把第 i 个和第 j 个对调。这一类的户按名单次序，第几户得第几个位置的套房；多出的套房不分。",
    "五、文件摘要：除 digest 以外的全部内容，按第一条的写法取 SHA-256。",
)


@dataclass(frozen=True)
class Household:
    """A household as the published list shows it: its number in the list, its masked name, its class."""

    number: str
    name: str
    category: str = ""

    def content(self) -> dict[str, str]:
        return {"number": self.number, "name": self.name, "category": self.category}


@dataclass(frozen=True)
class Unit:
    """A dwelling to be drawn for; a household draws among the dwellings of its own class."""

    number: str
    category: str = ""

    def content(self) -> dict[str, str]:
        return {"number": self.number, "category": self.category}


@dataclass(frozen=True)
class Repeated:
    """The earlier draw that a draw repeats, why, and the digest of its published file; empty where there is none."""

    draw: str = ""
    reason: str = ""
    digest: str = ""


@dataclass(frozen=True)
class DrawList:
    """What is published before a draw: its rule, the entitled households and the dwellings, both in order."""

    draw: str
    title: str
    rule: str
    households: tuple[Household, ...]
    units: tuple[Unit, ...]
    repeats: Repeated = Repeated()

    @cached_property
    def content(self) -> dict[str, Any]:
        """The list as the published file has it."""
        return {
            "draw": self.draw,
            "title": self.title,
            "rule": self.rule,
            "households": [one.content() for one in self.households],
            "units": [one.content() for one in self.units],
            "repeats": asdict(self.repeats),
        }

    @cached_property
    def digest(self) -> str:
        return digest_of(self.content)

    def faults(self) -> list[str]:
        """Why no draw can be held over this list, one sentence each."""
        found = [] if self.households else ["名单里没有户，请先登记分房资格。"]
        for what, things in (("户", self.households), ("套房", self.units)):
            twice = repeated(one.number for one in things)
            if twice:
                found.append(f"{what}编号重复：{named(twice)}；每个编号只能出现一次。")
        homes = Counter(one.category for one in self.units)
        households = Counter(one.category for one in self.households)
        for category, count in sorted(households.items()):
            if count > homes[category]:
                of = f"类别“{category}”" if category else "没有填类别的"
                found.append(
                    f"{of}有 {count} 户，这一类的套房只有 {homes[category]} 套；户数不能多于套数，请核对类别、增加房源或分批抽签。"
                )
        if any("\n" in category for category in {*homes, *households}):
            found.append("类别里有换行，请改成一行。")
        return found


def repeated(numbers: Iterable[str]) -> list[str]:
    return sorted(number for number, times in Counter(numbers).items() if times > 1)


def named(numbers: Sequence[str]) -> str:
    """The first few of some numbers, and how many there are where that is not all."""
    told = "、".join(numbers[:NAMED])
    return told if len(numbers) <= NAMED else f"{told}等 {len(numbers)} 个"


def canonical(content: Any) -> bytes:
    """The one way to write content down, so that equal content has equal digests."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def digest_of(content: Any) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()


def make_secret() -> str:
    """A new secret. It exists on paper only until the meeting."""
    return "".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH))


def grouped(secret: str) -> str:
    """A secret as it is printed and read aloud, in groups of four."""
    return "-".join(secret[at : at + SECRET_GROUP] for at in range(0, len(secret), SECRET_GROUP))


def read_secret(text: str) -> str:
    """A secret as somebody typed it, without hyphens and blanks, in capitals."""
    secret = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text)).upper()
    if len(secret) != SECRET_LENGTH or set(secret) - set(ALPHABET):
        raise Refusal(
            f"密数是 {SECRET_LENGTH} 个字母和数字（没有 0、O、1、I），现在是 {len(secret)} 个，请对照密封的纸重新输入。"
        )
    return secret


def commitment(secret: str) -> str:
    """What is published of a secret before the draw: it gives nothing away and fits no other."""
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()


def read_announced(text: str) -> str:
    """The number announced in public, digits only; short ones would leave room for guessing."""
    digits = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text))
    if ANNOUNCED.fullmatch(digits) is None:
        raise Refusal("公开数是 6 至 10 位数字，由在场的人当众产生；请核对位数，只输入数字。")
    return digits


def stream(secret: str, announced: str, list_digest: str, category: str) -> Iterator[int]:
    """Whole numbers from 0 to 2^256-1, the same for everybody who has the three."""
    key = secret.encode("utf-8")
    head = f"{announced}\n{list_digest}\n{category}\n"
    step = 0
    while True:
        yield int.from_bytes(hmac.digest(key, f"{head}{step}".encode(), "sha256"), "big")
        step += 1


def below(limit: int, numbers: Iterator[int]) -> int:
    """A number from 0 to limit-1, each as likely as any other: what would favour the small ones is thrown away."""
    fair = NUMBERS - NUMBERS % limit
    return next(number for number in numbers if number < fair) % limit


def shuffled(units: Iterable[str], numbers: Iterator[int]) -> list[str]:
    """Units in drawn order (Fisher-Yates): every order is as likely as any other."""
    order = list(units)
    for last in range(len(order) - 1, 0, -1):
        other = below(last + 1, numbers)
        order[last], order[other] = order[other], order[last]
    return order


def result(listed: DrawList, secret: str, announced: str) -> list[tuple[str, str]]:
    """Who is given which dwelling: numbers of households in the order of the list, each with its unit's number."""
    drawn: dict[str, str] = {}
    for category in {household.category for household in listed.households}:
        numbers = stream(secret, announced, listed.digest, category)
        order = shuffled(
            (unit.number for unit in listed.units if unit.category == category), numbers
        )
        own = [one.number for one in listed.households if one.category == category]
        drawn |= dict(zip(own, order, strict=False))  # more units than households may be
    return [(household.number, drawn[household.number]) for household in listed.households]
