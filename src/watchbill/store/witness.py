"""Witness lines: a ledger's head, noted where the ledger's keeper cannot reach it.

Seals show what was changed within a ledger; that its end was cut off, or all of it written anew,
shows against a line that somebody else keeps. A line is JSON, ``{"entry": NUMBER, "digest":
DIGEST}``; signed, it has ``"key"`` (the raw Ed25519 public key) and ``"signature"`` (over the line
without these two), both in base64.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from watchbill.kernel.problems import BadInput, Problem
from watchbill.kernel.textfile import read_text
from watchbill.ledger.chain import Head, Row

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

MAX_BYTES = 10_000_000
FINGERPRINT = 16
"""Letters of a key's digest (SHA-256, hexadecimal) by which it is told."""
_ALLOWED = "a line that watchbill witness printed"
_KEY_ALLOWED = "an Ed25519 key in a PEM file, as watchbill witness --new-key makes one"


@dataclass(frozen=True, slots=True)
class Witness:
    """A head that was noted; ``key`` and ``signature`` are raw bytes where it was signed.

    ``line`` is where its file has it.
    """

    head: Head
    key: bytes | None = None
    signature: bytes | None = None
    line: int | None = None


def witness_line(head: Head, key: Ed25519PrivateKey | None = None) -> str:
    """The line for a ledger's head, without a line break, signed where a key is given."""
    data: dict[str, object] = {"entry": head.number, "digest": head.digest}
    if key is not None:
        data["key"] = _base64(key.public_key().public_bytes_raw())
        data["signature"] = _base64(key.sign(_signed(head)))
    return json.dumps(data)


def read_witnesses(path: Path, name: str | None = None) -> list[Witness]:
    """The lines of a file. Raises :class:`BadInput` with every line that is no witness."""
    name = name or str(path)
    problems: list[Problem] = []
    read: list[Witness] = []
    for place, line in enumerate(read_text(path, name, MAX_BYTES).splitlines(), 1):
        if not line.strip():
            continue
        try:
            read.append(_read(json.loads(line), place))
        except (KeyError, TypeError, ValueError, RecursionError):
            message = "this is not a witness of a ledger"
            problems.append(Problem(name, place, "", message, allowed=_ALLOWED))
    if not read and not problems:
        problems.append(Problem(name, None, "", "no witness is here", allowed=_ALLOWED))
    if problems:
        raise BadInput(problems)
    return read


@dataclass(frozen=True, slots=True)
class Heard:
    """What a witness says of a ledger: what speaks against it, or nothing; the fingerprint of the
    key that signed it, where that holds."""

    witness: Witness
    against: str | None
    signer: str | None


def hear(witness: Witness, rows: Sequence[Row], public: Ed25519PublicKey | None = None) -> Heard:
    """A witness held against the rows of a ledger; ``public`` must have signed it, if given."""
    reason = against(witness, rows, public)
    signer = None
    if witness.key is not None and _is_signed(witness):
        signer = hashlib.sha256(witness.key).hexdigest()[:FINGERPRINT]
    return Heard(witness, reason, signer)


def against(
    witness: Witness, rows: Sequence[Row], public: Ed25519PublicKey | None = None
) -> str | None:
    """What speaks against the ledger with these rows, or against the witness; else ``None``.

    ``public`` is the key that must have signed it.
    """
    number, digest = witness.head
    if public is not None and witness.key != public.public_bytes_raw():
        return "it is not signed by the key given"
    if witness.key is not None and not _is_signed(witness):
        return "its signature does not fit: it is not what was signed"
    if number > len(rows):
        return f"the ledger ends at entry {len(rows)}: its end was cut off"
    if rows[number - 1].digest != digest:
        return f"entry {number} has another digest: it, or one before it, was written anew"
    return None


def new_keys(path: Path) -> Path:
    """Makes a key: the private half in ``path``, for its owner alone, the public one beside it.

    Gives the path of the public half: ``union.public.pem`` for ``union.pem``. Raises
    :class:`BadInput` where a file is there already, or none can be written.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    beside = path.with_suffix(".public.pem")
    _write_new(beside, 0o644, public)
    try:
        _write_new(path, 0o600, private)
    except BadInput:
        beside.unlink()
        raise
    return beside


def read_private(path: Path) -> Ed25519PrivateKey:
    """The key that signs. Raises :class:`BadInput` where the file holds none."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    text = read_text(path, str(path), MAX_BYTES).encode()
    try:
        key = load_pem_private_key(text, password=None)
    except (TypeError, ValueError) as error:
        raise _no_key(path, "a private key without a password") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(path, "an Ed25519 key")
    return key


def read_public(path: Path) -> Ed25519PublicKey:
    """The key that a signature is checked with. Raises :class:`BadInput` as above."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    text = read_text(path, str(path), MAX_BYTES).encode()
    try:
        key = load_pem_public_key(text)
    except ValueError as error:
        raise _no_key(path, "a public key") from error
    if not isinstance(key, Ed25519PublicKey):
        raise _no_key(path, "an Ed25519 key")
    return key


def _write_new(path: Path, mode: int, text: bytes) -> None:
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(text)
    except OSError as error:
        message = f"no key can be written here: {error.strerror}"
        raise BadInput([Problem(str(path), None, "", message)]) from error


def _read(data: object, line: int) -> Witness:
    if not isinstance(data, dict):
        raise TypeError("a witness is an object")
    number, digest = data.pop("entry"), data.pop("digest")
    key, signature = data.pop("key", None), data.pop("signature", None)
    if data or type(number) is not int or number < 1 or not isinstance(digest, str):
        raise ValueError("a witness is a number and a digest")
    if (key is None) != (signature is None):
        raise ValueError("a signature goes with its key")
    raw = [
        None if one is None else base64.b64decode(one, validate=True) for one in (key, signature)
    ]
    return Witness(Head(number, digest), raw[0], raw[1], line)


def _is_signed(witness: Witness) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    assert witness.key is not None
    assert witness.signature is not None
    try:
        public = Ed25519PublicKey.from_public_bytes(witness.key)
        public.verify(witness.signature, _signed(witness.head))
    except (InvalidSignature, ValueError):
        return False
    return True


def _signed(head: Head) -> bytes:
    return f"watchbill ledger, entry {head.number}: {head.digest}".encode()


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _no_key(path: Path, what: str) -> BadInput:
    return BadInput([Problem(str(path), None, "", f"this is not {what}", allowed=_KEY_ALLOWED)])
