"""What differs from place to place: the environment variables, read and judged at once."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.web.database import DatabaseSettings, sqlite_in
from watchbill.web.database import read as read_database

PREFIX = "WATCHBILL_"
MOST_PROCESSES = 64
MOST_PROXIES = 9
_HOST = re.compile(
    r"\.?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*", re.I
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings of a place.

    ``proxies`` is how many reverse proxies stand in front, each of which adds an address to
    ``X-Forwarded-For``; ``processes`` how many processes serve; ``help`` whom people tell of a
    fault, or nothing.
    """

    home: Path
    database: DatabaseSettings
    secret_key: str
    hosts: tuple[str, ...]
    origin: str
    proxies: int
    processes: int
    help: str


MEANING = {
    "WATCHBILL_HOME": "folder of the database, the secret key and collected files; ./var",
    "WATCHBILL_DATABASE": "postgresql://user:password@host:port/name; SQLite in the home folder",
    "WATCHBILL_SECRET_KEY": "the key that signs sessions; the file secret-key of the home folder",
    "WATCHBILL_HOSTS": "host names served beside this machine's own, separated by commas; none",
    "WATCHBILL_ORIGIN": "https://board.example.org, where a proxy serves the pages; none",
    "WATCHBILL_PROXIES": "how many reverse proxies stand in front; 1 with an origin, else 0",
    "WATCHBILL_PROCESSES": "how many processes serve; one a processor, at most 4",
    "WATCHBILL_HELP": "whom people tell of a fault, shown on the page that tells it; nobody",
}
"""Every variable: what it is, and what holds where it is not given."""


def read_environment(given: Mapping[str, str]) -> Environment:
    """The settings that the variables make. Raises :class:`BadInput` with all that are wrong."""
    problems = _unknown(given)

    def read(name: str, reader: Callable[[str], T], default: T) -> T:
        text = given.get(PREFIX + name, "").strip()
        if not text:
            return default
        try:
            return reader(text)
        except ValueError as error:
            allowed = MEANING[PREFIX + name].partition(";")[0]
            problems.append(Problem(PREFIX + name, None, "", str(error), _shown(text), allowed))
            return default

    home = Path(given.get("WATCHBILL_HOME") or "var").resolve()
    origin = read("ORIGIN", _origin, "")
    made = Environment(
        home,
        read("DATABASE", read_database, sqlite_in(home)),
        given.get("WATCHBILL_SECRET_KEY", ""),
        read("HOSTS", _hosts, ()),
        origin,
        read("PROXIES", _count(0, MOST_PROXIES), 1 if origin else 0),
        read("PROCESSES", _count(1, MOST_PROCESSES), min(os.cpu_count() or 1, 4)),
        given.get("WATCHBILL_HELP", "").strip(),
    )
    if problems:
        raise BadInput(problems)
    return made


def _unknown(given: Mapping[str, str]) -> list[Problem]:
    """A slip in a variable's name would be a setting that silently does nothing."""
    return [
        Problem(name, None, "", "there is no such setting",
                allowed=", ".join(MEANING), suggestion=nearest(name, MEANING))
        for name in sorted(given)
        if name.startswith(PREFIX) and name not in MEANING
    ]  # fmt: skip


def _shown(text: str) -> str:
    """The text without a password that an address may hold."""
    return re.sub(r"(?<=://)[^@/]*@", "...@", text)


def _origin(text: str) -> str:
    parts = urlsplit(text.rstrip("/"))
    if parts.scheme != "https" or not parts.hostname or parts.path or parts.query:
        raise ValueError("this is not of the form https://board.example.org")
    return f"https://{parts.netloc}"


def _hosts(text: str) -> tuple[str, ...]:
    return tuple(_host(name.strip()) for name in text.split(",") if name.strip())


def _host(name: str) -> str:
    if _HOST.fullmatch(name):
        return name
    try:
        address = ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        message = "a host is a name or an address alone, without http://, port or path"
        raise ValueError(f"{message}: {name}") from None
    return f"[{address}]" if address.version == 6 else str(address)


def _count(least: int, most: int) -> Callable[[str], int]:
    def count(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and least <= int(text) <= most):
            raise ValueError(f"a number from {least} to {most} is needed")
        return int(text)

    return count
