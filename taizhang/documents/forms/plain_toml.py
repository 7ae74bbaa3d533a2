"""TOML as a clerk writes it: Chinese keys without quotation marks, which TOML itself does not allow."""

import re
import tomllib
from pathlib import Path
from typing import Any

from taizhang.core.finding import Refusal

KEY = re.compile(r"^(\s*)([^\s\"'#=\[\]]+)(\s*=)", re.M)
HEAD = re.compile(r"^(\s*\[\[?)\s*([^\s\"'\[\]]+)\s*(\]\]?)", re.M)
PLACE = re.compile(r"at line (\d+)")


def read_plain_toml(path: Path) -> dict[str, Any]:
    """What a file says; a refusal names the line that cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(f"{path.name}不是UTF-8编码，请用记事本另存，编码选UTF-8。") from None
    except OSError:
        raise Refusal(f"没有文件“{path}”，或者打不开。") from None
    try:
        return tomllib.loads(HEAD.sub(r'\1"\2"\3', KEY.sub(r'\1"\2"\3', text)))
    except tomllib.TOMLDecodeError as wrong:
        place = PLACE.search(str(wrong))
        where = f"第{place[1]}行" if place else "最后"
        raise Refusal(
            f'{path.name}{where}看不懂：每行写成 格子 = "内容"，引号用英文的，同一个名字只写一次。'
        ) from None
