"""What is exported stands in alphabetical order, exists, says what it is, and is not more than it should be."""

from __future__ import annotations

import ast
import importlib
import inspect

import credit_rules
from tests.repository.tree import Module


def exported(module: Module) -> list[str] | None:
    for node in module.tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            return list(ast.literal_eval(node.value))
    return None


def test_exports_are_sorted_and_exist(modules: list[Module]) -> None:
    for module in modules:
        names = exported(module)
        if names is None:
            continue
        assert names == sorted(set(names)), module.name
        for name in names:
            assert hasattr(importlib.import_module(module.name), name), f"{module.name}.{name}"


def test_the_façade_is_small_and_documented() -> None:
    names = credit_rules.__all__
    assert 10 <= len(names) <= 25
    silent = [
        name
        for name in names
        if (inspect.isclass(found := getattr(credit_rules, name)) or inspect.isroutine(found))
        and not inspect.getdoc(found)
    ]
    assert silent == []


def test_everything_public_of_the_façade_is_exported() -> None:
    stages = {
        "case",
        "checks",
        "cli",
        "decide",
        "diagnostics",
        "engine",
        "matcher",
        "pack",
        "plan",
        "registry",
        "render",
    }
    stages |= {"situation", "source", "toolbox"}
    public = {
        name for name, value in vars(credit_rules).items() if not name.startswith("_") and not inspect.ismodule(value)
    }
    assert public - stages - {"Any", "annotations", "TYPE_CHECKING"} <= set(credit_rules.__all__)
