"""An evaluator that keeps what it was told: the next situation is told as what went and what came.

Only facts that differ are retracted and asserted, and the networks go on from what they hold. The results are those of
a fresh evaluation.
"""

from __future__ import annotations

from threading import RLock

from ..plan.results import RuleResult
from ..situation.model import Situation
from .evaluator import Evaluator
from .networks import Networks
from .refusals import Refusal, as_input_error

MOST_CHANGES = 1000
"""After so many changes the networks are made anew: the library keeps a trace of every match on the facts that stay."""


class Standing:
    """Networks of their own that hold one situation after another."""

    def __init__(self, evaluator: Evaluator):
        self._evaluator = evaluator
        self._networks: Networks | None = None
        self._changes = 0
        self._lock = RLock()

    def evaluate(self, situation: Situation) -> tuple[RuleResult, ...]:
        """The results on the situation that the last one has become."""
        with self._lock:
            if self._changes == MOST_CHANGES:
                self.close()
            if self._networks is None:
                self._networks, self._changes = self._evaluator.networks(), 0
            self._changes += 1
            try:
                return self._evaluator.results(situation, self._networks)
            except Refusal as refusal:
                self.close()
                raise as_input_error(refusal) from None
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        """Give the memory of the networks back; the next situation is told whole."""
        with self._lock:
            networks, self._networks = self._networks, None
            if networks is not None:
                networks.close()
