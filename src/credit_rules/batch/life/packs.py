"""Places and days for which no pack applies, so that a decision without measures says why (S2, S3)."""

from __future__ import annotations

from datetime import date

import ibis

from ...plan.model import PackInfo, Plan
from ...registry.places import applies
from ...registry.vocabulary import in_force
from .pieces import PIECE, pieces, turns_of
from .setting import Setting, distinct


def no_pack_notices(setting: Setting, days: ibis.Table, plan: Plan) -> ibis.Table:
    """The cases that no pack of the plan reaches on their day and in their place."""
    rows = []
    for (region,) in distinct(setting, days, "region"):
        packs = [pack for pack in plan.packs if applies(pack.place, region or None, plan.vocabulary.renumbered)]

        def tell(on: date, packs: list[PackInfo] = packs) -> bool:
            return any(in_force(on, pack.from_, pack.until) for pack in packs)

        rows += [{"region": region, **piece} for here, piece in pieces(turns_of(packs), tell) if not here]
    bare = setting.store.prepared(rows, {"region": "string", **PIECE})
    found = days.join(bare, [days.region == bare.region, bare.first_day <= days.as_of, days.as_of <= bare.last_day])
    return found.select(
        "case_id", code=ibis.literal("no-pack-here"), record_id=ibis.null("string"), detail=ibis.null("string")
    )
