"""The desk as people meet it: Django's client for the cast, and the example town served for real."""

import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from django.test import Client

from taizhang.lines.hollow_houses.models import HollowHouse
from taizhang.people.models import User
from tests import cast

HOUSES = "/hollow_houses/hollowhouse/"
PASSWORDS = (
    "from django.contrib.auth.hashers import make_password\n"
    "from taizhang.people.models import User\n"
    "User.objects.using('owner').get_or_create(username='nobody', defaults={{'full_name': '无任职'}})\n"
    "User.objects.using('owner').update(password=make_password({password!r}))"
)


@pytest.fixture
def visit(db) -> Callable[[str], Client]:
    """visit("clerk") is a browser in which that member of the cast has signed in."""

    def signed_in(username: str) -> Client:
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(User.objects.get(username=username))
        return client

    return signed_in


@pytest.fixture
def houses(acting) -> dict[str, HollowHouse]:
    """A hollow house in each of two villages, entered by their own clerks."""
    made = {}
    for username, place, number in (
        ("clerk", cast.GUANGPING, "GP-1"),
        ("other_clerk", cast.HEXING, "HX-1"),
    ):
        acting(username)
        made[username] = HollowHouse.objects.create(number=number, place_id=place, **HOUSE)
    return made


HOUSE = {
    "owner_name": "贾空房",
    "id_number": "430682195306281002",
    "category": "idle",
    "structure": "brick_wood",
    "storeys": 1,
    "floor_area": "120.50",
    "base_area": "120.50",
    "plot_area": "640.00",
    "surveyed_on": "2018-01-05",
}


class Visitor:
    """One person at the served desk, over HTTP and nothing else."""

    def __init__(self, base: str, username: str = "") -> None:
        self.base = base
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        if username:
            self.post("/login/", {"username": username, "password": cast.PASSWORD})

    def get(self, path: str) -> tuple[int, bytes]:
        return self.ask(Request(self.base + path))

    def post(self, path: str, said: dict[str, str], page: str = "/login/") -> tuple[int, bytes]:
        _, form = self.get(page)
        found = re.search(rb'csrfmiddlewaretoken" value="(\w+)"', form)
        token = found[1].decode() if found else ""
        body = urlencode({**said, "csrfmiddlewaretoken": token}).encode()
        return self.ask(Request(self.base + path, body, {"Referer": self.base + page}))

    def ask(self, request: Request) -> tuple[int, bytes]:
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.read()
        except HTTPError as refused:
            return refused.code, refused.read()


class Served:
    """The example town's desk, and who works there."""

    def __init__(self, base: str, mark: str) -> None:
        self.base, self.mark = base, mark
        self.signed_in: dict[str, Visitor] = {}

    def visitor(self, username: str) -> Visitor:
        if username not in self.signed_in:
            self.signed_in[username] = Visitor(self.base, username)
        return self.signed_in[username]


@pytest.fixture(scope="session")
def served(example) -> Iterator[Served]:
    """`taizhang serve` over the example town; `mark` is its snapshot's digest as addresses have it."""
    example.python(PASSWORDS.format(password=cast.PASSWORD))
    mark = example.python(
        "from taizhang.snapshots.store import snapshots\nprint(snapshots()[0].digest[:16])"
    )
    with serving(example) as base:
        yield Served(base, mark.strip())


@contextmanager
def serving(installation) -> Iterator[str]:
    """`taizhang serve` over an installation, on a port of its own; gives its address."""
    port = free_port()
    process = installation.start("serve", "--port", port)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the desk did not open")
