"""The web application: addresses, headers, and pages kept until the next publication."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from newsetl.dashboard import downloads, pages
from newsetl.errors import NewsetlError, TooSlow
from newsetl.report.build import asset
from newsetl.settings import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")
TOO_SLOW = 503  # the service cannot answer this now
KEPT_PAGES = 200  # rendered pages in memory, some 50 KB each
POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",  # a page is as old as its publication, and back must not show an older one
}
STATIC = Path(__file__).resolve().parent / "static"


def version(settings: Settings) -> str:
    """What the published file is now, told without opening it: each publication is another file."""
    try:
        stat = settings.warehouse.stat()
    except OSError:
        return "none"
    return hashlib.sha256(f"{stat.st_ino} {stat.st_mtime_ns} {stat.st_size}".encode()).hexdigest()[:16]


class Site:
    """Pages of one warehouse, kept until it is published anew.

    One page is read at a time: a process that opens the file while it still holds an older one open would get the
    older one, and two readers would only share the same cores.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._reading = threading.Lock()
        self._kept: OrderedDict[tuple[str, str, str], tuple[str, int]] = OrderedDict()

    def page(self, name: str, given: dict[str, str]) -> tuple[str, int]:
        """HTML and status of a page."""
        now = version(self.settings)
        key = (now, name, urlencode(sorted(given.items())))
        with self._reading:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            made = self._make(name, given, now)
            # a page that was made while a publication came may be half of each; one that was stopped may have better luck
            if version(self.settings) == now and made[1] != TOO_SLOW:
                self._kept[key] = made
                while len(self._kept) > KEPT_PAGES:
                    self._kept.popitem(last=False)
            return made

    def _make(self, name: str, given: dict[str, str], now: str) -> tuple[str, int]:
        try:
            return pages.render(self.settings, name, given, now), 200
        except TooSlow:
            return pages.render_slow(name, given, now, self.settings.page_seconds), TOO_SLOW
        except NewsetlError as error:
            return pages.render_error(given, now, str(error)), 404

    def download(self, name: str, form: str, given: dict[str, str]) -> tuple[bytes, str]:
        """A table as a file and its media type."""
        with self._reading:
            return downloads.table(self.settings, name, form, given)

    def warm(self) -> None:
        """Make the first view before somebody asks for it."""
        threading.Thread(target=self.page, args=("overview", {}), daemon=True).start()


class _Headers:
    """Sets the headers that keep raw text from doing anything, on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *((k.encode(), v.encode()) for k, v in _HEADERS.items())]
            await send(message)

        await self.app(scope, receive, with_headers)


def make_app(settings: Settings, host: str = "127.0.0.1") -> Starlette:
    """The application over a warehouse; answers only to names of this machine unless it listens elsewhere."""
    site = Site(settings)
    seen = {"version": version(settings)}

    def page(name: str) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            html, status = site.page(name, dict(request.query_params))
            return Response(html, status, media_type="text/html; charset=utf-8")

        return answer

    def current(request: Request) -> Response:
        now = version(settings)
        if now != seen["version"]:
            seen["version"] = now
            site.warm()
        return JSONResponse({"version": now})

    def download(request: Request) -> Response:
        name, form = request.path_params["name"], request.path_params["form"]
        try:
            data, media_type = site.download(name, form, dict(request.query_params))
        except NewsetlError as error:
            return PlainTextResponse(str(error), TOO_SLOW if isinstance(error, TooSlow) else 404)
        return Response(data, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}.{form}"'})

    def static(request: Request) -> Response:
        name = request.path_params["name"]
        if name == "style.css":
            return Response(asset("style.css") + (STATIC / "dashboard.css").read_text(encoding="utf-8"), media_type="text/css")
        if name == "dashboard.js":
            return Response((STATIC / "dashboard.js").read_text(encoding="utf-8"), media_type="text/javascript")
        return PlainTextResponse("not found", 404)

    routes = [
        Route("/", page("overview")),
        *(Route(f"/{name}", page(name)) for name in pages.PAGES if name != "overview"),
        Route("/version", current),
        Route("/download/{name}.{form}", download),
        Route("/static/{name}", static),
    ]
    hosts = ["*"] if host in ("0.0.0.0", "::") else [*LOOPBACK, "[::1]", "testserver", host]
    made = Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts), Middleware(_Headers)])
    site.warm()
    return made
