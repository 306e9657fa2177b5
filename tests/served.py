"""The dashboard on a free port of this machine, for tests."""

from __future__ import annotations

import contextlib
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple

import uvicorn

from newsetl.dashboard.app import make_app
from newsetl.settings import Settings


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: Message
    data: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.data.decode("utf-8")


def get(url: str, **headers: str) -> Answer:
    """Ask for an address; errors are answers too."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=60) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


@contextlib.contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The address of the dashboard while it runs."""
    server = uvicorn.Server(uvicorn.Config(make_app(settings), port=0, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 60
    while not server.started:
        assert thread.is_alive(), "the server died at start"
        assert time.monotonic() < deadline
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)
