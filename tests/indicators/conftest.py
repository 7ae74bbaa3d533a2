"""Each test of figures runs on every engine: `journal(entries, …)` makes its source there."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.engines import ENGINES, needs_spark


@pytest.fixture(params=ENGINES)
def journal(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    django_db_setup: None,
    django_db_blocker: "pytest.FixtureRequest",
) -> Iterator[Callable[..., object]]:
    from tests.indicators.journals import Journal

    if request.param == "spark":
        needs_spark()

    def make(*arguments: object, **options: object) -> Journal:
        folder = tmp_path / uuid4().hex
        folder.mkdir()
        return Journal(request.param, folder, *arguments, **options)  # type: ignore[arg-type]

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield make
