"""What a measure can depend on, as written in a pack.

Each form is a mapping told by its key: ``all``, ``any``, ``not``, ``on_list``, ``on_lists``, ``after_exit``,
``clean_for``, ``fact``, ``count`` and ``exists``. Names are resolved later, against the registries.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from ..source.scalars import Text
from ..source.values import Grade, Reckoned
from .base import OneOrMore, PackModel, PeriodText

FORMS = ("all", "any", "not", "on_list", "on_lists", "after_exit", "clean_for", "fact", "count", "exists")

Bound = int | str
"""A bound as written: a whole number, ``"5 %"``, ``"1000000.00"``, ``3 years`` or a day; typed by its fact (S16a)."""


class Comparison(PackModel):
    """One or more bounds (S16a): 以上 ``at_least``, 超过 ``more_than``, 以下 ``at_most``, 不满 ``less_than``."""

    is_: bool | Bound | None = Field(None, alias="is")
    is_not: bool | Bound | None = None
    one_of: tuple[Bound, ...] | None = None
    at_least: Bound | None = None
    more_than: Bound | None = None
    at_most: Bound | None = None
    less_than: Bound | None = None


class CountComparison(PackModel):
    """Bounds for a count: whole numbers."""

    at_least: int | None = None
    more_than: int | None = None
    at_most: int | None = None
    less_than: int | None = None


class All(PackModel):
    """Every one of the conditions."""

    all: Annotated[tuple[Condition, ...], Field(min_length=1)]


class Any_(PackModel):
    """At least one of the conditions."""

    any: Annotated[tuple[Condition, ...], Field(min_length=1)]


class Not(PackModel):
    """The opposite; unknown stays unknown."""

    not_: Condition = Field(alias="not")


Grades = Annotated[tuple[Grade, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v), Field(min_length=1)]
"""One grade, or several."""


class OnList(PackModel):
    """A live record on one of the named lists.

    ``held_by`` turns it round (S12): the listed one is a person who holds such a role in the subject, reckoned on
    ``at``. ``where`` is a condition on the record's own facts.
    """

    on_list: OneOrMore
    grade: Grades | None = None
    held_by: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    at: Reckoned = "as-of"
    where: Condition | None = None


class OnLists(PackModel):
    """A live record on any list of a class, or of a class in some fields; ``fields`` compares in how many (S19)."""

    on_lists: Text
    of_fields: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    fields: CountComparison | None = None


class AfterExit(PackModel):
    """A record left a list by rectification and the authority's monitoring period still runs (S10).

    Named are lists, or classes of them as for ``on_lists``.
    """

    after_exit: OneOrMore


class CleanFor(PackModel):
    """No record on a negative list in the period up to the as-of day (S18)."""

    clean_for: PeriodText


class Fact(Comparison):
    """A declared fact of ``subject``, ``record``, ``relation`` or ``context``, compared: ``subject.listed-company``."""

    fact: Text


class Count(CountComparison):
    """How many records were decided in a window up to the as-of day; ``distinct`` counts conducts or fields.

    ``grade`` and ``where`` say which records count, as for ``on_list``.
    """

    count: OneOrMore
    grade: Grades | None = None
    where: Condition | None = None
    within: PeriodText
    distinct: Literal["record", "conduct", "field"] = "record"


class Exists(PackModel):
    """A relation of the subject: somebody (or some unit) holds one of the roles in it on the as-of day."""

    exists: OneOrMore
    where: Condition | None = None


def _form(value: Any) -> str | None:
    if isinstance(value, dict):
        for form in FORMS:
            if form in value:
                return form
        return None
    fields = getattr(type(value), "model_fields", ())
    return next((form for form in FORMS if form in fields or f"{form}_" in fields), None)


Condition = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[Any_, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[OnList, Tag("on_list")]
    | Annotated[OnLists, Tag("on_lists")]
    | Annotated[AfterExit, Tag("after_exit")]
    | Annotated[CleanFor, Tag("clean_for")]
    | Annotated[Fact, Tag("fact")]
    | Annotated[Count, Tag("count")]
    | Annotated[Exists, Tag("exists")],
    Discriminator(_form),
]

for _model in (All, Any_, Not, OnList, Count, Exists):
    _model.model_rebuild()
