"""A menu offers the department a choice between measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from .check import Checked


def menu_of_one(checked: Checked) -> Iterable[Diagnostic]:
    """A menu that one measure alone names, which is no choice; of two that are spelt nearly alike, the later."""
    times = Counter(placed.measure.menu for placed in checked.measures if placed.measure.menu is not None)
    alone = [menu for menu, number in times.items() if number == 1]
    near = {menu: nearest(menu, times) or "" for menu in alone}
    meant = {near[menu] for index, menu in enumerate(alone) if near[menu] in alone[:index]}
    for path, measure, _ in checked.written:
        menu = measure.menu
        if menu in near and menu not in meant:
            yield checked.finding("menu-of-one", (*path, "menu"), found=shown(menu), nearest=near[menu])
