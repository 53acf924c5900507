"""One case of the tables of a batch, as the bytes of its JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from .failure import Failure

if TYPE_CHECKING:
    from ..registry.vocabulary import Vocabulary


def case_of_batch(folder: str | None, id: str | None, vocabulary: Vocabulary) -> tuple[bytes, str]:
    """The case and how messages name it; a :class:`Failure` where there is not just one of that id."""
    from ..batch.read.one_case import case_in
    from ..batch.run.installed import expect_installed

    if folder is None or id is None:
        raise Failure("usage", "--from 和 --case 要一起给出。", "--from and --case go together.")
    expect_installed()
    case = case_in(Path(folder), id, vocabulary)
    if case is None:
        raise Failure(
            "unknown-case",
            f"{folder} 的 subjects 表中没有案例“{id}”，或者不止一行。",
            f"subjects in {folder} has no case “{id}”, or more than one row of it.",
        )
    return json.dumps(case, ensure_ascii=False).encode(), f"{folder}#{id}"
