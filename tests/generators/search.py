"""How a property is searched: over shipped and over generated packs, some examples each time, thousands on request."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .world import World, generated, shipped

SOME, MANY = 50, 2000
Property = Callable[[World, st.DataObject], None]


def searched(*, growing: bool = False, some: int = SOME) -> Callable[[Property], Callable[..., None]]:
    """A test that looks for a world in which a property fails.

    The property is a function of a world and of ``data``, to draw more. ``some`` examples are tried of the shipped and
    of generated packs each; with the mark ``long``, thousands. For ``growing`` see ``conditions.punishing``.
    """
    worlds = {"shipped": shipped(), "generated": generated(growing)}
    depths = [pytest.param(some, id="some"), pytest.param(MANY, id="many", marks=pytest.mark.long)]

    def decorate(prop: Property) -> Callable[..., None]:
        @pytest.mark.parametrize("packs", worlds)
        @pytest.mark.parametrize("examples", depths)
        def test(packs: str, examples: int) -> None:
            search = given(world=worlds[packs], data=st.data())(prop)
            settings(max_examples=examples, suppress_health_check=[HealthCheck.too_slow])(search)()

        test.__name__, test.__doc__, test.__module__ = prop.__name__, prop.__doc__, prop.__module__
        return test

    return decorate
