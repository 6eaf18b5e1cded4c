"""The server: processes kept alive by gunicorn, in each of which waitress reads and writes.

A thread is busy only while a page is made: requests are read, and answers sent, by one loop for
all connections, however slow their other ends are.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.server import create_server

from watchbill.web.uploads import LARGEST_BODY

THREADS = 4
CONNECTIONS = 900
"""A process's connections at most, below the 1,024 files that systems usually let it open."""
IDLE_SECONDS = 60
"""How long a connection may be silent before it is closed."""


class BufferingWorker(Worker):  # type: ignore[misc]
    """A process that serves: waitress on the sockets that gunicorn opened."""

    def run(self) -> None:
        """Serves until told to stop; what is being answered then is answered."""
        connections: dict[int, Any] = {}
        server = create_server(
            self.wsgi,
            map=connections,
            sockets=[one.sock for one in self.sockets],
            threads=THREADS,
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE_SECONDS,
            max_request_body_size=LARGEST_BODY,
            max_request_header_size=32_768,
            # Which of these headers hold is a setting of the pages: see environment.
            clear_untrusted_proxy_headers=False,
            ident=None,
        )
        while self.alive and self.ppid == os.getppid():
            self._turn(connections)
        server.accepting = False
        end = time.monotonic() + self.cfg.graceful_timeout
        while server.active_channels and time.monotonic() < end:
            for channel in list(server.active_channels.values()):
                channel.will_close = channel.will_close or not channel.requests
            self._turn(connections)
        server.task_dispatcher.shutdown(timeout=1)

    def _turn(self, connections: dict[int, Any]) -> None:
        self.notify()
        wasyncore.loop(timeout=1, use_poll=True, map=connections, count=1)


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, told in code what its command line would tell it."""

    def __init__(self, application: Callable[..., Any], options: dict[str, Any]) -> None:
        self._application = application
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return self._application


def serve(application: Callable[..., Any], host: str, port: int, processes: int) -> None:
    """Serves the application until this process is told to end."""
    options = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": processes,
        "worker_class": BufferingWorker,
        "loglevel": "warning",
        "control_socket_disable": True,
    }
    Server(application, options).run()
