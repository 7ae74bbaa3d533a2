"""Where an installation keeps its data: one folder that an office can copy as its backup."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from taizhang.core.finding import Refusal

SECRET_BYTES = 32


def home() -> Path:
    """The data folder: TAIZHANG_HOME, else `var` beside the source, else `var` where we stand."""
    return _made(_place())


def snapshots_folder() -> Path:
    """Closed periods, one folder each, written once."""
    return _made(home() / "snapshots")


def attachments_folder() -> Path:
    """Photographs and scans that belong to records."""
    return _made(home() / "attachments")


def templates_folder() -> Path:
    """The office's own wording; a template here wins over the one that came with the product."""
    return _made(home() / "templates")


def templates_there() -> Path:
    """The same folder for who only reads, and needs no installation: it may not exist."""
    return _place() / "templates"


def forms_folder() -> Path:
    """The upper level's Excel forms, each with its mapping beside it."""
    return _made(home() / "forms")


def documents_folder() -> Path:
    """Documents the product has written."""
    return _made(home() / "documents")


def secret() -> bytes:
    """Random bytes known to this installation only; made once, readable by its owner only."""
    path = home() / "secret"
    if not path.exists():
        _write_once(path, secrets.token_bytes(SECRET_BYTES))
    return path.read_bytes()


def _place() -> Path:
    named = os.environ.get("TAIZHANG_HOME")
    return Path(named).expanduser().resolve() if named else _default()


def _default() -> Path:
    repository = Path(__file__).resolve().parents[2]
    return (repository if (repository / "pyproject.toml").is_file() else Path.cwd()) / "var"


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise Refusal(
            f"数据目录{folder}建不了（{trouble.strerror}），请换一个可写的位置，用环境变量TAIZHANG_HOME指明。"
        ) from trouble
    return folder


def _write_once(path: Path, content: bytes) -> None:
    # A hard link either appears whole or not at all, and never over an existing file: of two
    # processes that start together, both end up with the same secret.
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    os.unlink(draft)
