"""What somebody at the desk would do next: acts, as commands to copy.

A command that is the face of acts says so in its file: ``FACES`` has, by the name of the act, a
function from its fields to the words of the command, ``LEDGER`` standing for the ledger. Acts
without a command of their own go by ``watchbill act``.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import shlex
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.acts.base import Next

LEDGER = "LEDGER"
Words = Callable[[Mapping[str, Any]], list[str]]


def show_next(out: Console, where: str, steps: Iterable[Next]) -> None:
    """The commands, one a line and never folded, so that each can be copied."""
    for step in steps:
        out.print(f"Next: {command_of(where, step)}", soft_wrap=True)


def command_of(where: str, step: Next) -> str:
    """The command that asks for it: ``watchbill exchange approve summer.jsonl 3``."""
    from watchbill.acts.registry import fields_of

    name, fields = step.act.name(), fields_of(step.act)
    fields |= {field: field.upper() if field != "why" else "REASON" for field in step.say}
    face = faces().get(name)
    words = face(fields) if face else ["act", LEDGER, name, json.dumps(fields)]
    if face and "why" in fields:
        words += ["--why", str(fields["why"])]
    command = shlex.join(["watchbill", *(where if word == LEDGER else word for word in words)])
    others = " or ".join(", ".join(values) for _, values in step.instead)
    because = f"or {others}" if others else step.because
    return f"{command}   ({because.replace('no answer', 'no-answer')})" if because else command


@cache
def faces() -> dict[str, Words]:
    """Of each act that has a command of its own, the words of it."""
    import watchbill.cli.commands

    found: dict[str, Words] = {}
    package = watchbill.cli.commands
    for module_info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        found |= getattr(importlib.import_module(module_info.name), "FACES", {})
    return found


def options(fields: Mapping[str, Any], **named: str) -> list[str]:
    """Options for the fields that are said: ``consent="--consent"``; a list gives one each, and
    a flag no value."""
    words: list[str] = []
    for field, option in named.items():
        value = fields.get(field)
        for one in value if isinstance(value, list) else [value]:
            if one is True:
                words.append(option)
            elif one not in (None, False):
                words += [option, str(one)]
    return words
