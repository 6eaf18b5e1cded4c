"""No room but asking reads the rules of an agreement by itself."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "watchbill"
BY_THEMSELVES = {"agreement", "asking", "bench"}
"""The agreement has them, asking gives them out, and the benches' plain peers share no code."""


def asks_by_itself(path: Path) -> bool:
    """Whether the file calls ``rules()`` of something, or makes rules ask with ``covers`` alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "rules"
        and not node.args
        for node in ast.walk(tree)
    )


def test_every_room_asks_for_its_rules() -> None:
    files = {path.relative_to(SOURCE) for path in SOURCE.rglob("*.py")}
    asking = {path for path in files if path.parts[0] not in BY_THEMSELVES}
    own = {path for path in asking if asks_by_itself(SOURCE / path)}
    assert len(asking) > 200
    assert own == set()
