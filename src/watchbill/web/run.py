"""Serving the pages on this machine: database brought up to date, files collected, gunicorn."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from watchbill.kernel.problems import BadInput, Problem

if TYPE_CHECKING:
    from watchbill.web.demonstration import Account

THREADS = 4
LAST_PORT = 65535


def prepare() -> None:
    """Sets Django up, and the database and the static files with it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchbill.web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)


def build_demonstration() -> list[Account]:
    """The demonstration in the database; who may sign in, and how."""
    prepare()
    from watchbill.web.demonstration import build

    return build()


def serve_pages(host: str, port: int, ready: Callable[[], None]) -> None:
    """Serves until interrupted; ``ready`` is told once the address is known to be free.

    Raises :class:`BadInput` where the address cannot be had.
    """
    _try_address(host, port)
    prepare()
    ready()
    from gunicorn.app.base import BaseApplication

    from watchbill.web.wsgi import application

    class Server(BaseApplication):  # type: ignore[misc]
        """Gunicorn, told in code what its command line would tell it."""

        def load_config(self) -> None:
            options: dict[str, Any] = {
                "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
                "workers": 1,
                "threads": THREADS,
                "loglevel": "warning",
                "control_socket_disable": True,
            }
            for name, value in options.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Any:
            return application

    Server().run()


def _try_address(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            message = f"this address cannot be served: {error.strerror}"
            taken = error.errno == errno.EADDRINUSE and port < LAST_PORT
            near = f"--port {port + 1}" if taken else None
            problem = Problem(f"{host}:{port}", None, "", message, suggestion=near)
            raise BadInput([problem]) from error
