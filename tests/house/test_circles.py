"""No module imports itself, however long the way round; the check that says so can fail."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

SOURCE = Path(__file__).parent.parent.parent / "src"


def circle(source: Path) -> list[str]:
    """The modules of a circle of imports, the first of them again at its end; empty for none.

    What is imported for types alone does not count. What is imported inside a function does.
    """
    modules = {
        ".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__"): path
        for path in source.rglob("*.py")
    }
    imports = {name: imported(name, path, modules) for name, path in modules.items()}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def imported(name: str, path: Path, modules: Mapping[str, Path]) -> set[str]:
    """The modules of the house that a module imports when it is run."""
    nodes = statements([ast.parse(path.read_text())])
    return {one for node in nodes for one in named(node, modules)} - {name}


def statements(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Everything but what stands under TYPE_CHECKING."""
    for node in nodes:
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            yield from statements(node.orelse)
        else:
            yield node
            yield from statements(ast.iter_child_nodes(node))


def named(node: ast.AST, modules: Mapping[str, Path]) -> Iterator[str]:
    """The modules of the house that an import names: the file of a room, not the room with it."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name in modules)
    elif isinstance(node, ast.ImportFrom) and node.module:
        for alias in node.names:
            file = f"{node.module}.{alias.name}"
            if file in modules:
                yield file
            elif node.module in modules:
                yield node.module


def test_no_module_imports_itself_by_a_longer_way() -> None:
    assert circle(SOURCE) == []


def test_a_circle_is_noticed_and_what_is_imported_for_types_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("from typing import TYPE_CHECKING\nimport b\n")
    (tmp_path / "b.py").write_text("from typing import TYPE_CHECKING\nfrom c import x\n")
    (tmp_path / "c.py").write_text("if TYPE_CHECKING:\n    import a\n")
    assert circle(tmp_path) == []
    (tmp_path / "c.py").write_text("def x() -> None:\n    import a\n")
    assert sorted(set(circle(tmp_path))) == ["a", "b", "c"]
