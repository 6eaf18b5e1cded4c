"""The faces of a rule kind: declared on its class, and held to when the kind is found.

A kind declares a face by naming it among its bases: ``class Rest(Rule, ChecksPerson, Constrains)``.
A face names the parts that such a kind has to bring. Nothing is guessed from a method's name, so
a kind that forgets a part, or a face, is refused where it is found and not silently never asked.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, ClassVar

from watchbill.rules.reading import AsText


class Face(AsText):
    """What a room may ask of a rule. ``face`` is its name, ``parts`` what a kind has to bring.

    A sort of face that one room asks in its own way is a class of its own and shares the name:
    a person, what happened to a schedule and the staff are all *checked*.
    """

    face: ClassVar[str]
    parts: ClassVar[tuple[str, ...]] = ()


class Recorded(Face):
    """The kind records what the text says. Nothing is judged, paid, decided or kept by it."""

    face: ClassVar[str] = "recorded"


ORDER = ("check", "constrain", "price", "decide", "settle", "leave", "recorded")
"""Names of faces in the order in which they are told."""


def faces_of(kind: type) -> tuple[type[Face], ...]:
    """The faces that the kind declares, each sort by itself."""
    return tuple(base for base in kind.__mro__ if "face" in vars(base) and base is not Face)


def face_names(kind: type) -> tuple[str, ...]:
    """Names of the faces that it declares, each once."""
    names = {face.face for face in faces_of(kind)}
    return tuple(name for name in ORDER if name in names)


def faults(kind: type, name: str) -> Iterator[str]:
    """What is wrong with the kind's faces, a sentence each; ``name`` is what it is called."""
    declared = faces_of(kind)
    if not declared:
        yield f"{name} has no face: a kind that only records what a text says declares Recorded"
    if Recorded in declared and len(declared) > 1:
        others = ", ".join(face.__name__ for face in declared if face is not Recorded)
        yield f"{name} declares Recorded, and {others} too: what is recorded has no other face"
    for face in declared:
        if face.face not in ORDER:
            yield f"{name} declares {face.__name__}, whose name {face.face} is no face's"
        for part in face.parts:
            if not _brings(kind, part):
                yield f"{name} declares {face.__name__} and brings no {part}"
    own = {part for face in declared for part in face.parts}
    for face in _every(Face):
        for part in face.parts:
            if part not in own and _brings(kind, part):
                own.add(part)
                yield f"{name} brings {part} and does not declare {face.__name__}"


def _every(face: Any) -> Iterator[type[Face]]:
    for one in face.__subclasses__():
        if "face" in vars(one):
            yield one
            yield from _every(one)


def _brings(kind: type, part: str) -> bool:
    """Whether the kind itself has the part, and not only the face that asks for it.

    A field of the file that happens to be called so is no part of a face.
    """
    owner = next((base for base in kind.__mro__ if part in vars(base)), None)
    if owner is None or "face" in vars(owner):
        return False
    return not dataclasses.is_dataclass(kind) or all(
        field.name != part for field in dataclasses.fields(kind)
    )
