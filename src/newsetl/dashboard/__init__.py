"""Pages to look around in: a small web server over the published file, on this machine only unless told otherwise.

Pages are made here and sent as HTML, drawn with the same parts as the report, and not with Streamlit: at 100,000
documents on a busy machine of two cores, in chromium, a Streamlit 1.67 page of fewer figures showed its first view after
3.9 to 13 s with 141 requests and some 300 MB of packages (pandas, pyarrow), these pages after 0.4 to 1.0 s with 3
requests and nothing that Prefect does not bring already; they also work under a content security policy that lets no
raw text do anything. ``tests/benchmarks/first_view.py`` measures the first view of any warehouse.
"""

from __future__ import annotations

import socket
import sys

from newsetl.errors import NewsetlError, SettingsError
from newsetl.settings import Settings


def serve(settings: Settings, host: str, port: int) -> None:
    """Serve the pages until stopped.

    Raises:
        NewsetlError: the libraries are missing, the port is taken, or nothing is published yet.
    """
    try:
        import uvicorn

        from newsetl.dashboard.app import LOOPBACK, make_app
    except ImportError as error:
        raise NewsetlError(f"the dashboard needs {error.name}: pip install 'newsetl[dashboard]'") from None
    if not settings.warehouse.exists():
        raise NewsetlError(f"{settings.warehouse} does not exist yet; make it with: newsetl run FOLDER --warehouse {settings.warehouse}")
    if not 0 < port < 65536:
        raise SettingsError(f"--port {port} is no port")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise NewsetlError(f"cannot listen on {host}:{port}: {error.strerror}; choose another with --port") from None
    shown = f"[{host}]" if ":" in host else host
    print(f"newsetl dashboard of {settings.warehouse} at http://{shown}:{port}/ (Ctrl-C stops it)", flush=True)
    if host not in LOOPBACK:
        print("newsetl: everybody who reaches this address can read the texts; there is no password", file=sys.stderr, flush=True)
    uvicorn.run(make_app(settings, host), host=host, port=port, log_level="warning", access_log=False, server_header=False)
