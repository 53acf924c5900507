"""Positioned nodes: what stands where."""

from __future__ import annotations

import pytest

from credit_rules.source.files import read_text
from credit_rules.source.node import Node, Path, pointer


@pytest.fixture
def node() -> Node:
    found, _ = read_text("records:\n  - id: r1\n    facts: {amount: 5}\n", "case.yaml")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("records",), (2, 3)),
        (("records", 0), (2, 5)),
        (("records", 0, "id"), (2, 9)),
        (("records", 0, "facts", "amount"), (3, 21)),
        (("records", 0, "facts", "share"), (3, 12)),
        (("records", 7, "facts"), (2, 3)),
        (("context", "as_of"), (1, 1)),
        (("records", "0"), (2, 3)),
    ],
)
def test_a_path_leads_to_its_value_or_nearest_parent(node: Node, path: Path, place: tuple[int, int]) -> None:
    assert node.span_at(path)[1:] == place


def test_a_key_has_a_place_of_its_own(node: Node) -> None:
    assert node.key_span(("records", 0, "facts"))[1:] == (3, 5)
    assert node.key_span(("records", 0))[1:] == (2, 5)
    assert node.key_span(())[1:] == (1, 1)


def test_sequences_can_be_made_tuples(node: Node) -> None:
    assert node.to_plain(tuple) == {"records": ({"id": "r1", "facts": {"amount": 5}},)}


@pytest.mark.parametrize(
    ("path", "text"), [((), ""), (("records", 0, "list"), "/records/0/list"), (("a/b", "~"), "/a~1b/~0")]
)
def test_json_pointers(path: Path, text: str) -> None:
    assert pointer(path) == text
