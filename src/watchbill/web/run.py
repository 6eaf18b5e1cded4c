"""From the command line to the database and the pages."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from watchbill.kernel.problems import BadInput, Problem

if TYPE_CHECKING:
    from watchbill.web.database import DatabaseSettings
    from watchbill.web.demonstration import Account

LAST_PORT = 65535
EVERYWHERE = frozenset({"0.0.0.0", "::"})
LOCK_NUMBER = 7_482_190_355
"""PostgreSQL's name for the lock under which a database is brought up to date: any number."""
MIGRATIONS = Path(__file__).parent / "migrations"
TEMPLATES = Path(__file__).parent / "templates"


def connect() -> None:
    """Sets Django up for a command that enters, lists or looks; nothing is made or changed.

    Raises :class:`BadInput` where there is no database, or one of another version.
    """
    database = _set_up()
    from watchbill.web.database import faults_told

    if database.file is not None and not database.file.exists():
        raise BadInput([_not_ready(database, "there is no database here yet")])
    with faults_told(database):
        ready = _is_up_to_date()
    if not ready:
        raise BadInput([_not_ready(database, "the database is empty, or of another version")])


def prepare() -> str:
    """Sets Django up, and makes the home folder and the database, or brings them up to date.

    Of two at the same time, one goes first. Says which database it is. Raises :class:`BadInput`
    where it cannot be.
    """
    from watchbill.web.home import alone, make_home

    database = _set_up(make_home)
    from django.conf import settings

    from watchbill.web.database import faults_told

    with faults_told(database), alone(settings.HOME):
        _bring_up_to_date(database)
    return database.words


def prepare_pages() -> None:
    """:func:`prepare`, and whatever pages need beside the database."""
    prepare()
    from django.conf import settings

    from watchbill.web.home import alone
    from watchbill.web.shelf import shelf
    from watchbill.web.static_files import collect

    with alone(settings.HOME):
        collect()
        shelf(settings.HOME)


def build_demonstration() -> list[Account]:
    """The demonstration in the database; who may sign in, and how."""
    prepare_pages()
    from watchbill.web.demonstration import build

    return build()


def serve_pages(host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serves until interrupted; ``ready`` is told where, once the address is known to be free.

    Raises :class:`BadInput` where the address cannot be had.
    """
    _try_address(host, port)
    prepare_pages()
    from django.conf import settings
    from django.db import connections

    if host not in EVERYWHERE:
        settings.ALLOWED_HOSTS.append(f"[{host}]" if ":" in host else host)
    ready(_where(host, port, settings.ALLOWED_HOSTS))
    from watchbill.web.server import serve
    from watchbill.web.wsgi import application

    warm()
    connections.close_all()  # no process takes a connection over from another
    serve(application, host, port, settings.ENVIRONMENT.processes)


def warm() -> None:
    """Reads addresses and templates, which are read once: the first visit waits for neither."""
    from django.template.loader import get_template
    from django.urls import get_resolver

    _ = get_resolver().url_patterns
    for path in TEMPLATES.rglob("*.html"):
        get_template(str(path.relative_to(TEMPLATES)))


def _where(host: str, port: int, names: list[str]) -> str:
    """Where the pages are, and under which names."""
    if host not in EVERYWHERE:
        return f"Watchbill at http://{f'[{host}]' if ':' in host else host}:{port}/"
    return (
        f"Watchbill on port {port} of every address of this machine, under the names"
        f" {', '.join(names)}. For another name or address: WATCHBILL_HOSTS=board.example.org"
    )


def _set_up(make_home: Callable[..., None] | None = None) -> DatabaseSettings:
    """Django with its settings; ``make_home`` makes the home folder before they are read."""
    from watchbill.web.environment import read_environment

    environment = read_environment(os.environ)
    if make_home is not None:
        try:
            make_home(environment.home)
        except OSError as error:
            message = f"the home folder cannot be made: {error.strerror}"
            raise BadInput([Problem(str(environment.home), None, "", message)]) from error
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchbill.web.settings")
    import django

    django.setup()
    return environment.database


def _is_up_to_date() -> bool:
    """Whether this application's own tables are there as they are now: a look, no migration."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    latest = max(path.stem for path in MIGRATIONS.glob("0*.py"))
    return ("watchbill", latest) in MigrationRecorder(connection).applied_migrations()


def _bring_up_to_date(database: DatabaseSettings) -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    with connection.cursor() as cursor:
        if database.file is None:  # other homes may use the same database
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK_NUMBER])
        try:
            call_command("createcachetable", verbosity=0)
            call_command("migrate", verbosity=0, interactive=False)
        finally:
            if database.file is None:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_NUMBER])


def _not_ready(database: DatabaseSettings, message: str) -> Problem:
    allowed = "watchbill store SERVICE, watchbill serve and watchbill demo bring it up to date"
    return Problem(database.words, None, "", message, allowed=allowed)


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
