"""What lies in an installation's snapshots folder, looked at from outside, without the product."""

import hashlib
import json
from pathlib import Path

from tests import cast

PERIOD = "2018Q1"


def folder(office) -> Path:
    return office.home / "snapshots" / cast.TOWN / PERIOD


def visible(office) -> list[Path]:
    """The snapshots that have their name, each of them whole."""
    found = [path for path in folder(office).glob("*") if not path.name.startswith(".")]
    for snapshot in found:
        assert whole(snapshot), f"{snapshot} is not whole"
    return found


def hidden(office) -> list[Path]:
    return list(folder(office).glob(".*"))


def whole(snapshot: Path) -> bool:
    said = json.loads((snapshot / "datapackage.json").read_bytes())
    return all(
        hashlib.sha256((snapshot / one["path"]).read_bytes()).hexdigest()
        == one["hash"].removeprefix("sha256:")
        for one in said["resources"]
    )


def registered(office) -> set[str]:
    with office.connect() as owner:
        return {digest for (digest,) in owner.execute("SELECT digest FROM snapshots_closing")}


def digests(snapshots: list[Path]) -> set[str]:
    return {
        hashlib.sha256((one / "datapackage.json").read_bytes()).hexdigest() for one in snapshots
    }


def settle(office) -> None:
    """A closing after the wreck: it succeeds, sweeps, and leaves files and register in agreement."""
    before = len(registered(office))
    done = office.run("close", PERIOD, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["number"] == before + 1
    assert hidden(office) == []
    assert digests(visible(office)) == registered(office)
