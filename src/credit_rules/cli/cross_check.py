"""``evaluate --cross-check``: decide with two evaluators, and give nothing where they differ."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from .failure import FOUND, Failure, failure_of_file

if TYPE_CHECKING:
    from ..case.decision import Decision
    from ..case.model import Case
    from ..engine.engine import Engine
    from ..plan.options import Options


class Differing(Failure):
    """Two evaluators decided otherwise: no decision is given, and a file shows the case and both results."""

    def __init__(self, path: str, count: int, example: str):
        super().__init__(
            "evaluators-differ",
            f"两个评估器的决定不同（{count} 处，例如 {example}），不给出决定；案例和两个结果已写入 {path}。",
            f"the two evaluators decide differently (in {count} place{'s' * (count != 1)}, such as {example});"
            f" no decision is given. The case and both results are in {path}.",
            zh_hint="这是程序的错误，不是输入的问题：请把该文件交给项目维护者（见 README）。文件含有案例中的证件号码，注意保密。",
            en_hint="This is a fault of the program, not of the input: please hand the file to the maintainers (see "
            "README). It holds the identity numbers of the case; keep it confidential.",
        )
        self.status = FOUND


class CrossChecked:
    """An engine every decision of which a second evaluator confirms."""

    def __init__(self, engine: Engine):
        self.engine = engine
        self.other = engine.with_evaluator("durable" if engine.evaluator == "matcher" else "matcher")

    def evaluate(self, case: bytes, options: Options, *, name: str) -> Decision:
        """The decision; :class:`Differing` where there are two."""
        return self.evaluate_with_case(case, options, name=name)[1]

    def evaluate_with_case(self, case: bytes, options: Options, *, name: str) -> tuple[Case, Decision]:
        """The case as it was read, and the decision on it; :class:`Differing` where there are two."""
        from ..render.people import People
        from ..toolbox.cross_check import cross_check

        found = cross_check(self.engine, self.other, case, options, name=name)
        if found.reproducer is not None:
            example = People.of(found.decision, found.case).without_numbers(found.differences[0].path or "/")
            raise Differing(_write(found.reproducer), len(found.differences), example)
        return found.case, found.decision


def _write(reproducer: dict[str, Any]) -> str:
    """Write a reproducer into the working folder, for its owner's eyes only; its name tells its content."""
    text = json.dumps(reproducer, ensure_ascii=False, indent=2, default=str) + "\n"
    path = f"credit-rules-difference-{sha256(text.encode()).hexdigest()[:12]}.json"
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise failure_of_file(path, error) from None
    return os.path.join(os.curdir, path)
