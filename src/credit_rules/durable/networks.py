"""The three networks of a prepared plan, on a host of their own, given back when nobody uses them any more."""

from __future__ import annotations

from weakref import finalize

from .concluding import Concluding
from .host import new_host
from .judging import Judging
from .network import Network
from .observing import Observing


class Networks:
    """``observe``, ``judge`` and ``conclude``, registered and empty."""

    def __init__(self, observing: Observing, judging: Judging, concluding: Concluding):
        self.observe = Network("observe", observing.definitions)
        self.judge = Network("judge", judging.definitions)
        self.conclude = Network("conclude", concluding.definitions)
        self.all = (self.observe, self.judge, self.conclude)
        host = new_host()
        for network in self.all:
            network.register(host)
        self._end = finalize(self, _close, self.all)
        self._end.atexit = False

    def clear(self) -> None:
        """Retract everything."""
        for network in self.all:
            network.clear()

    def close(self) -> None:
        """Give the memory back now; they cannot be used again."""
        self._end()


def _close(networks: tuple[Network, ...]) -> None:
    for network in networks:
        network.close()
