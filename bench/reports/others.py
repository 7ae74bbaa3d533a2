"""Other readers of Chinese numbers over the same texts: `others.py TOOL`, texts as JSON lines in, claims as JSON lines out.

It runs in an environment of its own, without the product, so nothing of ours is imported here.
"""

import json
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

Claim = dict[str, Any]
Reader = Callable[[str], Iterator[Claim]]
UNITS = {
    "Mu": "亩",
    "Hectare": "公顷",
    "Square meter": "平方米",
    "Square kilometer": "平方公里",
    "Cubic meter": "立方米",
    "Kilometer": "公里",
    "Meter": "米",
    "Kilogram": "公斤",
    "Ton": "吨",
    "Chinese yuan": "元",
}
SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
MEASURE_WORDS = "个百分点|平方公里|平方米|立方米|千瓦时|人次|公里|公顷|公斤|亩|吨|米|元|人|户|名|个|家|所|座|处|项|件|起|栋|套|条|头|只|辆|台|盏|张|%|‰"


def plain_pattern() -> Reader:
    """Digits, 万 or 亿, and one of the usual measure words: what anybody would try first."""
    pattern = re.compile(rf"(\d[\d,]*(?:\.\d+)?)[余多]?((?:万亿|万|亿)?)({MEASURE_WORDS})")

    def read(text: str) -> Iterator[Claim]:
        for match in pattern.finditer(text):
            value = float(match[1].replace(",", "")) * SCALES[match[2]]
            unit = match[3].removeprefix("个") if "百分点" in match[3] else match[3]
            yield {"start": match.start(), "end": match.end(), "value": value, "unit": unit}

    return read


def recognizers_text() -> Reader:
    """Microsoft Recognizers-Text: the models with units first, bare numbers where these found nothing."""
    from recognizers_number import Culture, NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    plain, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    models = [
        units.get_dimension_model(),
        units.get_currency_model(),
        plain.get_percentage_model(),
        plain.get_number_model(),
    ]

    def read(text: str) -> Iterator[Claim]:
        taken: set[int] = set()
        for model in models:
            for found in model.parse(text):
                places = set(range(found.start, found.end + 1))
                claim = recognised(found, text)
                if claim is not None and not places & taken:
                    taken |= places
                    yield claim

    return read


def recognised(found: Any, text: str) -> Claim | None:
    """One answer of Recognizers-Text as a claim; a unit without a number is none."""
    value = (found.resolution or {}).get("value")
    if not value:
        return None
    unit = UNITS.get(found.resolution.get("unit") or "", "")
    if value.endswith("%"):
        value, unit = value[:-1], "百分点" if "百分点" in found.text else "%"
    try:
        number = float(value)
    except ValueError:
        return None
    return {"start": found.start, "end": found.end + 1, "value": number, "unit": unit}


def jionlp() -> Reader:
    """JioNLP, which reads amounts of money; of a blurred one the lower end."""
    import jionlp as library

    def read(text: str) -> Iterator[Claim]:
        for found in library.ner.extract_money(text, with_parsing=True, ret_all=True) or []:
            detail = found["detail"]
            number = detail["num"][0] if isinstance(detail["num"], list) else detail["num"]
            start, end = found["offset"]
            yield {"start": start, "end": end, "value": float(number), "unit": detail["case"]}

    return read


def cn2an() -> Reader:
    """cn2an over every run of digits and Chinese numerals; it knows no units."""
    from cn2an import cn2an as convert

    pattern = re.compile(r"[0-9.]*[0-9零〇一二两三四五六七八九十百千万亿]+(?:\.\d+)?[万亿]*")

    def read(text: str) -> Iterator[Claim]:
        for match in pattern.finditer(text):
            try:
                value = float(convert(match[0], "smart"))
            except ValueError:
                continue
            yield {"start": match.start(), "end": match.end(), "value": value, "unit": ""}

    return read


READERS: dict[str, Callable[[], Reader]] = {
    "plain pattern": plain_pattern,
    "recognizers-text": recognizers_text,
    "jionlp": jionlp,
    "cn2an": cn2an,
}


def main(name: str) -> None:
    warnings.filterwarnings("ignore")
    answers, sys.stdout = sys.stdout, sys.stderr  # some of them print when they start
    read = READERS[name]()
    for line in sys.stdin:
        found = sorted(read(json.loads(line)), key=lambda claim: claim["start"])
        print(json.dumps(found, ensure_ascii=False), file=answers)


if __name__ == "__main__":
    main(sys.argv[1])
