"""All that conditions are judged in: the cases as numbers, the possible bearers, what the plan says."""

from __future__ import annotations

from typing import NamedTuple

from ..store import Store
from .cast import Cast
from .dimensions import Dimensions
from .seats import Seats
from .units import Units


class Scene(NamedTuple):
    units: Units
    dimensions: Dimensions
    cast: Cast
    seats: Seats
    store: Store
