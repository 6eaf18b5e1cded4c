"""Finds the kinds of act: every module of ``acts.kinds`` that defines one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import watchbill.acts.kinds
from watchbill.acts.base import Act, Aftermath, Next
from watchbill.kernel.edge import adapter, check
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.kernel.yamltree import Tree


@cache
def act_kinds() -> dict[str, type[Act]]:
    """Every kind of act by the name under which it is asked for."""
    kinds: dict[str, type[Act]] = {}
    for module_info in pkgutil.iter_modules(watchbill.acts.kinds.__path__):
        module = importlib.import_module(f"watchbill.acts.kinds.{module_info.name}")
        for member in vars(module).values():
            if (
                isinstance(member, type)
                and issubclass(member, Act)
                and member.__module__ == module.__name__
            ):
                kinds[member.name()] = member
    return dict(sorted(kinds.items()))


def next_after(left: Aftermath) -> tuple[Next, ...]:
    """What can be asked for now, each kind of act by itself."""
    return tuple(one for kind in act_kinds().values() for one in kind.offered(left))


def read_act(name: str, fields: Mapping[str, object], where: str) -> Act:
    """The act of that name with its fields as files, forms and commands write them; those that
    are ``None`` are left out. Raises :class:`BadInput` with ``where`` and the field."""
    kinds = act_kinds()
    if name not in kinds:
        near = nearest(name, kinds)
        raise BadInput(
            [Problem(where, None, "act", "no act has this name", name, ", ".join(kinds), near)]
        )
    given = {field: value for field, value in fields.items() if value is not None}
    act, problems = check(kinds[name], Tree(where, {name: given}), (name,))
    if act is None:
        raise BadInput(replace(problem, line=None) for problem in problems)
    return act


def fields_of(act: Act) -> dict[str, object]:
    """The act's fields as :func:`read_act` reads them; those that say nothing are left out."""
    kind: object = type(act)
    written = adapter(kind).dump_python(act, mode="json", exclude_defaults=True)
    return dict(written)
