"""Conditions of packs lowered to conditions of a plan, each distinct one once."""

from __future__ import annotations

from ..pack import condition as written
from ..registry.condense import comparisons_of
from ..registry.operators import OPERATORS
from ..registry.registry import Registry
from ..registry.vocabulary import NEGATIVE
from . import conditions as plan

CLASS_WORDS = {"serious": "严重失信", "dishonesty": "失信", "negative": "不良信用", "red": "守信红"}
"""What the classes are called in the text of a condition."""


class Lowering:
    """Numbers conditions as it meets them; equal conditions get one number."""

    def __init__(self, registry: Registry):
        self.registry = registry
        self.found: list[plan.Condition] = []
        self._numbers: dict[plan.Condition, int] = {}

    def number(self, condition: plan.Condition) -> int:
        """The number of a condition of the plan."""
        if condition not in self._numbers:
            self._numbers[condition] = len(self.found)
            self.found.append(condition)
        return self._numbers[condition]

    def lower(self, form: written.Condition) -> int:
        """The number of what a condition of a pack means; all its names resolve."""
        match form:
            case written.All():
                return self._parts(plan.AllOf, form.all, "并且")
            case written.Any_():
                return self._parts(plan.AnyOf, form.any, "或者")
            case written.Not():
                part = self.lower(form.not_)
                return self.number(plan.NotThat(part, f"并非“{self.found[part].text}”"))
            case written.OnList():
                return self._on_list(form)
            case written.OnLists():
                return self._on_lists(form)
            case written.AfterExit():
                return self._after_exit(form)
            case written.CleanFor():
                return self.number(plan.CleanFor(form.clean_for, f"连续{_years(form.clean_for)}无不良信用记录"))
            case written.Fact():
                return self._fact(form)
            case written.Count():
                return self._count(form)
            case written.Exists():
                roles = "、".join(self._role(role) for role in form.exists)
                where = None if form.where is None else self.lower(form.where)
                return self.number(plan.HasRelation(form.exists, where, f"有{roles}{self._where(where)}"))

    def both(self, parts: list[int]) -> int:
        """The number of "all of these"; of the one part where there is only one."""
        return parts[0] if len(parts) == 1 else self._joined(plan.AllOf, tuple(parts), "并且")

    def _parts(self, kind: type[plan.AllOf] | type[plan.AnyOf], forms: tuple[written.Condition, ...], word: str) -> int:
        return self._joined(kind, tuple(self.lower(form) for form in forms), word)

    def _joined(self, kind: type[plan.AllOf] | type[plan.AnyOf], parts: tuple[int, ...], word: str) -> int:
        return self.number(kind(parts, word.join(f"“{self.found[part].text}”" for part in parts)))

    def _on_list(self, form: written.OnList) -> int:
        where = None if form.where is None else self.lower(form.where)
        grades = form.grade or ()
        listed = f"列入{self._titles(form.on_list)}名单{_graded(grades)}{self._where(where)}"
        if form.held_by is None:
            return self.number(plan.OnList(form.on_list, grades, where, listed))
        roles = "、".join(self._role(role) for role in form.held_by)
        return self.number(plan.HeldBy(form.on_list, grades, where, form.held_by, form.at, f"其{roles}{listed}"))

    def _on_lists(self, form: written.OnLists) -> int:
        lists = self._of_class(form.on_lists, form.of_fields)
        name = CLASS_WORDS.get(form.on_lists, form.on_lists)
        if form.fields is None:
            return self.number(plan.OnList(lists, (), None, f"列入{name}主体名单"))
        bounds = _bounds(form.fields)
        return self.number(plan.InFields(lists, bounds, f"列入{name}名单的领域数{_bound_words(bounds)}"))

    def _of_class(self, name: str, fields: tuple[str, ...] | None = None) -> tuple[str, ...]:
        classes = NEGATIVE if name == "negative" else (name,)
        return tuple(
            code
            for code, entry in sorted(self.registry.lists.items())
            if entry.class_ in classes and (fields is None or entry.field in fields)
        )

    def _after_exit(self, form: written.AfterExit) -> int:
        lists: list[str] = []
        words: list[str] = []
        for name in form.after_exit:
            known = name in self.registry.lists
            lists.extend((name,) if known else self._of_class(name))
            words.append(self._titles((name,)) if known else f"{CLASS_WORDS.get(name, name)}主体名单")
        text = f"退出{'、'.join(words)}后列为信用重点监测对象"
        return self.number(plan.AfterExit(tuple(dict.fromkeys(lists)), text))

    def _count(self, form: written.Count) -> int:
        where = None if form.where is None else self.lower(form.where)
        grades, bounds = form.grade or (), _bounds(form)
        what = {"record": "记录", "conduct": "行为", "field": "领域"}[form.distinct]
        which = f"{_graded(grades)}{self._where(where)}"
        text = f"{_years(form.within)}内{self._titles(form.count)}{which}{what}数{_bound_words(bounds)}"
        return self.number(plan.CountRecords(form.count, grades, where, form.within, form.distinct, bounds, text))

    def _fact(self, form: written.Fact) -> int:
        parts = [
            self.number(plan.Compare(comparison, comparison.text)) for comparison in comparisons_of(form, self.registry)
        ]
        return self.both(parts)

    def _titles(self, codes: tuple[str, ...]) -> str:
        return "、".join(f"“{self.registry.lists[code].title}”" for code in codes)

    def _role(self, role: str) -> str:
        return self.registry.roles[role].title

    def _where(self, number: int | None) -> str:
        return "" if number is None else f"，且{self.found[number].text}"


def _graded(grades: tuple[str, ...]) -> str:
    words = "、".join({"general": "一般", "heavier": "较重", "serious": "严重"}[grade] for grade in grades)
    return f"（{words}）" if words else ""


def _bounds(form: written.CountComparison) -> tuple[plan.Bound, ...]:
    return tuple(
        (key, bound)
        for key in OPERATORS
        if key in type(form).model_fields and (bound := getattr(form, key)) is not None
    )


def _bound_words(bounds: tuple[plan.Bound, ...]) -> str:
    return "、".join(f"{OPERATORS[key].word}{bound}" for key, bound in bounds)


def _years(period: object) -> str:
    number, _, unit = str(period).partition(" ")
    word = {"year": "年", "month": "个月", "day": "日", "working day": "个工作日"}[unit.removesuffix("s")]
    return f"{number}{word}"
