"""Named tuples that cost little to make: a program that runs once per decision makes more than a hundred classes.

``NamedTuple`` here is :class:`typing.NamedTuple` to whoever checks types, and behaves like it. The standard one
compiles a constructor for every class; this one compiles one for each number of fields and gives it the names
(record 0020).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from _collections import _tuplegetter
    from functools import cache
    from types import FunctionType

    class _Row(tuple):
        """What all named tuples have in common."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self):
            return tuple(self)

    class _Maker(type):
        """Makes a subclass of tuple of what is written like a class with annotated fields."""

        def __new__(cls, name, bases, members):
            fields = tuple(members.get("__annotations__", ()))
            given = [field for field in fields if field in members]
            if given != list(fields[len(fields) - len(given) :]):
                raise TypeError(f"a field without a default follows one with a default: {name}")
            defaults = {field: members.pop(field) for field in given}
            template = _constructor(len(fields))
            code = template.__code__.replace(co_varnames=("_cls", *fields), co_name="__new__")
            made = FunctionType(code, template.__globals__, "__new__", tuple(defaults.values()))
            own = {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
            own |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type(name, (_Row,), {**own, "__new__": made, **members})

    @cache
    def _constructor(size):
        """A function of so many arguments that makes a tuple of them."""
        names = "".join(f"_{place}, " for place in range(size))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names}))", {"_new": tuple.__new__})

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})

__all__ = ["NamedTuple"]
