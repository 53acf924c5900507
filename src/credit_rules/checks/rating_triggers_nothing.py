"""A rating is no record: only a list that a text makes of it triggers anything (S1)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.condition import OnList, OnLists
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.conditions import every_part, written_conditions


def rating_triggers_nothing(checked: Checked) -> Iterable[Diagnostic]:
    """``on_list`` with a list of class ``rating``, or ``on_lists`` with that class."""
    for whole in written_conditions(checked):
        for form, path in every_part(whole):
            if isinstance(form, OnList):
                for index, name in enumerate(form.on_list):
                    entry = checked.registry.lists.get(name)
                    if entry is not None and entry.class_ == "rating":
                        here = (*path, "on_list", index)
                        yield checked.finding("rating-triggers-nothing", here, found=name)
            elif (
                isinstance(form, OnLists)
                and form.on_lists == "rating"
                and checked.registry.lists_by_class.get("rating")
            ):
                yield checked.finding("rating-triggers-nothing", (*path, "on_lists"), found=form.on_lists)


CHECK = Check(
    find=rating_triggers_nothing,
    rules=("S1", "LF 8.8", "LF 8b.23"),
    reason=Words(
        "评分和等级不是名单上的记录，不能变成惩戒；只有文件从评价中形成的名单（例如A级纳税人）才能触发措施。",
        "A score or a grade is no record and must not become a punishment. Only a list that a text makes of a rating, such as taxpayers of class A, triggers anything.",
    ),
    codes=(
        Code(
            id="rating-triggers-nothing",
            said=Sentence(
                "“{found}”是评价，不是名单上的记录，不能触发任何措施",
                "“{found}” is a rating and no record, so it triggers nothing",
                "请写由评价结果形成的名单（例如红名单）；没有这样的名单，就没有这项措施。",
                "Name the list that a text makes of the rating, such as a red list; without one there is no such measure.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_list: ‸tax-rating}
            """,
            good="""
                measures:
                  - act: prefer
                    direction: incentive
                    triggered_by: {on_list: tax-a}
            """,
        ),
    ),
)
