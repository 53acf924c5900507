"""Named tuples of our own making are like the standard ones (record 0020)."""

from __future__ import annotations

import pickle
import typing
from typing import Any, get_type_hints

import pytest

from credit_rules.source import rows


class Ours(rows.NamedTuple):
    """A point."""

    x: int
    y: int = 2
    names: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return self.x + self.y


class Theirs(typing.NamedTuple):
    """A point."""

    x: int
    y: int = 2
    names: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return self.x + self.y


class Empty(rows.NamedTuple):
    pass


CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((1,), {}),
    ((1, 3), {}),
    ((), {"x": 1}),
    ((1,), {"names": ("a",)}),
    ((1, 2, ("a", "b")), {}),
]


@pytest.mark.parametrize(("given", "named"), CALLS)
def test_made_shown_compared_and_changed_alike(given: Any, named: Any) -> None:
    ours, theirs = Ours(*given, **named), Theirs(*given, **named)
    assert ours == theirs == tuple(theirs)
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._replace(y=9) == theirs._replace(y=9)
    assert ours._asdict() == theirs._asdict()
    assert (ours.x, ours.y, ours.names, ours.total) == (theirs.x, theirs.y, theirs.names, theirs.total)
    assert Ours._make(ours) == ours
    again = pickle.loads(pickle.dumps(ours))
    assert (type(again), again) == (Ours, ours)


def test_described_alike() -> None:
    assert (Ours._fields, Ours._field_defaults, Ours.__doc__) == (Theirs._fields, Theirs._field_defaults, "A point.")
    assert get_type_hints(Ours) == get_type_hints(Theirs)
    assert issubclass(Ours, tuple)
    assert Empty() == ()
    match Ours(1, 5):
        case Ours(x, y=5):
            assert x == 1
        case _:
            pytest.fail("no match")


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, (), 4), {}), ((1,), {"z": 1}), ((1,), {"x": 1})])
def test_refused_alike(given: Any, named: Any) -> None:
    for made in (Ours, Theirs):
        with pytest.raises(TypeError):
            made(*given, **named)
    with pytest.raises((ValueError, TypeError)):
        Ours(1)._replace(z=1)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Ours(1).x = 2  # type: ignore[misc]


def test_a_field_without_a_default_after_one_with_is_refused() -> None:
    with pytest.raises(TypeError):
        type(rows.NamedTuple)("Bad", (rows.NamedTuple,), {"__annotations__": {"a": int, "b": int}, "a": 1})
