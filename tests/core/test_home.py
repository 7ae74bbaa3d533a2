"""The data folder of an installation."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from taizhang.core import home
from taizhang.core.finding import Refusal


@pytest.fixture
def folder(tmp_path, monkeypatch):
    chosen = tmp_path / "台账 数据"
    monkeypatch.setenv("TAIZHANG_HOME", str(chosen))
    return chosen


def test_the_environment_names_the_data_folder_and_it_is_made_on_demand(folder):
    assert home.home() == folder
    assert folder.is_dir()


@pytest.mark.parametrize(
    "part",
    [
        home.snapshots_folder,
        home.attachments_folder,
        home.templates_folder,
        home.documents_folder,
    ],
)
def test_each_part_of_the_data_has_a_folder_of_its_own(folder, part):
    assert part().is_dir()
    assert part().parent == folder


def test_without_a_name_the_data_stays_beside_the_source(monkeypatch):
    monkeypatch.delenv("TAIZHANG_HOME", raising=False)
    assert home._default().name == "var"
    assert (home._default().parent / "pyproject.toml").is_file()


def test_a_folder_that_cannot_be_made_is_refused_in_a_sentence(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path / "file" / "data"))
    with pytest.raises(Refusal, match="TAIZHANG_HOME"):
        home.home()


def test_the_secret_stays_the_same_and_is_for_its_owner_only(folder):
    first = home.secret()
    assert len(first) == home.SECRET_BYTES
    assert home.secret() == first
    assert stat.S_IMODE((folder / "secret").stat().st_mode) == 0o600


def test_two_installations_have_two_secrets(tmp_path, monkeypatch):
    secrets = set()
    for name in ("one", "two"):
        monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path / name))
        secrets.add(home.secret())
    assert len(secrets) == 2


def test_all_who_start_together_get_one_secret_and_leave_no_draft(folder):
    with ThreadPoolExecutor(16) as pool:
        secrets = {made.result() for made in [pool.submit(home.secret) for _ in range(16)]}
    assert len(secrets) == 1
    assert [path.name for path in folder.iterdir()] == ["secret"]
