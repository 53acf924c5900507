"""Every check on every pack."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics.diagnostic import Diagnostic
from ..pack.loaded import LoadedPack
from ..registry.registry import Registry
from .autonomous_mandatory import autonomous_mandatory
from .bearer_never_fits import bearer_never_fits
from .blocked_by_on_punishment import blocked_by_on_punishment
from .check import Check, Checked
from .class_without_lists import class_without_lists
from .clause_both import clause_both
from .clause_not_encoded import clause_not_encoded
from .clause_not_listed import clause_not_listed
from .clause_repeated import clause_repeated
from .copy_could_adopt import copy_could_adopt
from .department_gone import department_gone
from .direction_against_effect import direction_against_effect
from .list_out_of_reach import list_out_of_reach
from .measure_repeated import measure_repeated
from .menu_of_one import menu_of_one
from .never_together import never_together
from .never_used import never_used
from .pack_twice import pack_twice
from .period_in_working_days import period_in_working_days
from .punishment_without_list import punishment_without_list
from .rating_triggers_nothing import rating_triggers_nothing
from .repeated_condition import repeated_condition
from .superseded_still_open import superseded_still_open
from .term_without_length import term_without_length
from .unknown_pack import unknown_pack

CHECKS: tuple[Check, ...] = (
    autonomous_mandatory,
    bearer_never_fits,
    blocked_by_on_punishment,
    class_without_lists,
    clause_both,
    clause_not_encoded,
    clause_not_listed,
    clause_repeated,
    copy_could_adopt,
    department_gone,
    direction_against_effect,
    list_out_of_reach,
    measure_repeated,
    menu_of_one,
    never_together,
    never_used,
    pack_twice,
    period_in_working_days,
    punishment_without_list,
    rating_triggers_nothing,
    repeated_condition,
    superseded_still_open,
    term_without_length,
    unknown_pack,
)


def run_checks(packs: Sequence[LoadedPack], registry: Registry, *, complete: bool = True) -> tuple[Diagnostic, ...]:
    """What the checks find on packs that bind; their names need not all resolve.

    ``complete`` says that every pack of the tree is among them.
    """
    every = tuple(packs)
    pages = [Checked(loaded, every, registry, complete) for loaded in every]
    return tuple(finding for checked in pages for check in CHECKS for finding in check(checked))
