"""A menu offers the department a choice between measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from .framework.check import Check, Code, Words
from .framework.checked import Checked


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


CHECK = Check(
    find=menu_of_one,
    rules=("S15",),
    reason=Words(
        "menu 表示部门从几项里选一项或者几项；只有一项，就没有可选的，多半是名字写得不一样。",
        "A menu lets the department choose among several measures. With one there is no choice; most often the name is spelt in two ways.",
    ),
    codes=(
        Code(
            id="menu-of-one",
            said=Sentence(
                "菜单“{found}”只有一项措施，没有可选的",
                "the menu “{found}” has one measure, which is no choice",
                "[是否指“{nearest}”？]供选择的各项写同一个 menu；只有一项的请删去 menu。",
                "[Is “{nearest}” meant? ]Measures to choose from name the same menu; delete it from one that stands alone.",
            ),
            bad="""
                measures:
                  - {id: first, menu: ‸supervision}
            """,
            good="""
                measures:
                  - {id: first, menu: supervision}
                  - {id: second, menu: supervision, bearers: [{roles: [director], at: listing}]}
            """,
        ),
    ),
)
