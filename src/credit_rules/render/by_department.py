"""What each department has to do: its measures by force, on one page."""

from __future__ import annotations

from ..case.decision import Decision
from .sheet import Field, Section
from .view import View

_DIRECTIONS, _FORCES = ("punishment", "incentive"), ("mandatory", "recommended")


def by_department(decision: Decision, view: View) -> Section:
    """One field a department by its name of the day, one line a direction and force; the unnamed last.

    A measure that waits is marked; details stand in the parts by force.
    """
    say = view.say
    found: dict[str, dict[str, list[str]]] = {}
    unnamed = say("原文未写明部门", "no department named")
    for measure in decision.measures:
        names = (
            [unnamed]
            if measure.departments == "none-printed"
            else dict.fromkeys(department.name for department in measure.departments)
        )
        for name in names:
            titles = found.setdefault(name, {}).setdefault(_kind(measure.direction, measure.force, view), [])
            told = measure.title + (view.aside(say("暂不执行", "suspended")) if measure.status == "suspended" else "")
            if told not in titles:
                titles.append(told)
    last = found.pop(unnamed, None)
    if last is not None:
        found[unnamed] = last
    order = dict.fromkeys(_kind(direction, force, view) for direction in _DIRECTIONS for force in _FORCES)
    fields = tuple(
        Field(
            name,
            tuple(f"{kind}{say('：', ': ')}{say('、', '; ').join(kinds[kind])}" for kind in order if kind in kinds),
        )
        for name, kinds in found.items()
    )
    return Section(say("按部门", "By department"), fields=fields)


def _kind(direction: str, force: str, view: View) -> str:
    return view.say("·", ", ").join((view.label("direction", direction), view.label("force", force)))
