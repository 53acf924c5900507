"""The evaluator: one plan prepared once, one host, one situation at a time under a lock."""

from __future__ import annotations

from threading import RLock

from ..plan.model import Plan
from ..plan.results import RuleResult
from ..situation.model import Situation
from .concluding import Concluding, validity_of
from .judged import Judged
from .judging import Judging
from .networks import Networks
from .nodes import Nodes
from .observed import Observed
from .observing import Observing, Validity
from .pairs import Pairs
from .refusals import Refusal, as_input_error
from .results import Results, conclusions
from .situating import Situated


class Evaluator:
    """Says of each measure and possible bearer whether it hits, misses or cannot be determined, as the matcher does.

    Three networks: what is so of each record, relation and party (``observing``); conditions (``judging``); measures
    (``concluding``). Facts are asserted, matches noted, facts retracted; nothing of a situation stays.
    """

    name = "durable"

    def __init__(self, plan: Plan):
        self.plan = plan
        self.nodes = Nodes(plan)
        self.validities: dict[Validity, int] = {}
        for rule in plan.rules:
            self.validities.setdefault(validity_of(rule, plan), len(self.validities) + 1)
        self.concluding = Concluding(self.nodes, plan, self.validities)
        self.judging = Judging(self.nodes)
        self.observing = Observing(self.nodes, self.validities)
        self._lock = RLock()
        self._networks: Networks | None = None

    def evaluate(self, situation: Situation) -> tuple[RuleResult, ...]:
        """The results on a situation, equal to the matcher's, in the same order."""
        with self._lock:
            networks = self._ready()
            try:
                found = self.results(situation, networks)
                networks.clear()
            except Refusal as refusal:
                self.close()
                raise as_input_error(refusal) from None
            except BaseException:
                self.close()
                raise
            return found

    def results(self, situation: Situation, networks: Networks) -> tuple[RuleResult, ...]:
        """The results on a situation with networks that hold another one, or none."""
        situated = Situated(situation, self.nodes)
        networks.observe.set_layer(0, situated.facts())
        observed = Observed(networks.observe.matched(), self.observing.says, self.nodes)
        pairs = Pairs(observed, situated, self.nodes)
        judged = Judged(observed, pairs, situated, self.nodes)
        judged.settle(networks.judge, self.judging)
        networks.conclude.set_layer(0, judged.concluded(self.concluding))
        found = conclusions(self.concluding, networks.conclude.matched())
        return tuple(Results(self.plan, judged, self.concluding, found).all())

    def networks(self) -> Networks:
        """New networks on a host of their own."""
        return Networks(self.observing, self.judging, self.concluding)

    def prepare(self) -> Evaluator:
        """Make the networks now, not with the first situation; the evaluator itself."""
        with self._lock:
            self._ready()
        return self

    def _ready(self) -> Networks:
        if self._networks is None:
            self._networks = self.networks()
        return self._networks

    def close(self) -> None:
        """Give the memory of the networks back; the next evaluation makes new ones."""
        with self._lock:
            networks, self._networks = self._networks, None
            if networks is not None:
                networks.close()
