"""`taizhang serve`: one process, its own static files, and a sentence where it cannot."""

from urllib.parse import quote, urlsplit
from urllib.request import urlopen

from tests import cast
from tests.desk.conftest import Visitor


def test_a_port_in_use_is_said_in_a_sentence(served, example):
    done = example.run("serve", "--port", urlsplit(served.base).port)
    assert done.returncode == 1
    assert "请用 --port 换一个端口" in done.stderr
    assert "Traceback" not in done.stderr


def test_styles_and_scripts_come_from_the_same_process(served):
    for path in ("desk/desk.css", "unfold/css/styles.css", "unfold/js/chart/chart.js"):
        with urlopen(f"{served.base}/static/{path}", timeout=30) as answer:
            assert answer.status == 200


def test_a_page_may_load_nothing_from_elsewhere(served):
    with urlopen(f"{served.base}/login/", timeout=30) as answer:
        policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';")
    assert "http" not in policy


def test_a_link_in_a_document_leads_through_the_door_to_its_figure(served):
    address = f"/figure/{served.mark}/hollow_houses.demolished/?place=430682113&period=2018Q1"
    reader = Visitor(served.base)
    assert "登录".encode() in reader.get(address)[1]
    said = {"username": "mayor", "password": cast.PASSWORD}
    status, page = reader.post(f"/login/?next={quote(address)}", said)
    assert status == 200
    assert "共 310 条" in page.decode()
