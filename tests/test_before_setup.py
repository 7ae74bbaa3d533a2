"""A command that is typed before the database was made says what to do first."""

from conftest import Installation


def test_a_command_before_setup_is_answered_with_a_sentence(tmp_path):
    new = Installation(tmp_path)
    try:
        done = new.run("figures", "2018Q1")
    finally:
        new.server.cleanup()
    assert done.returncode == 1
    assert "先运行 taizhang setup" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
