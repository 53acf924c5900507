"""A text gives a measure to a department that had gone by the day of the text (S24)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..pack.effective import effective_from
from ..pack.model import DepartmentPart
from .check import Checked


def department_gone(checked: Checked) -> Iterable[Diagnostic]:
    """A warning, for the text is kept as printed; the decision shows who does the work today."""
    pack = checked.loaded.pack
    day = effective_from(pack)
    for path, measure, _ in checked.measures:
        if day is None or isinstance(measure.departments, str):
            continue
        for index, item in enumerate(measure.departments):
            name = item.name if isinstance(item, DepartmentPart) else item
            try:
                department, _ = checked.registry.printed_department(name, pack.memorandum.place)
            except KeyError:
                continue
            if department.until is not None and department.until <= day:
                yield checked.finding(
                    "department-gone",
                    (*path, "departments", index),
                    "warning",
                    found=name,
                    day=str(department.until),
                )
