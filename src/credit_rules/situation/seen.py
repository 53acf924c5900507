"""A record as it was known on the day of knowledge (S4)."""

from datetime import date

from ..case.model import Event, Record
from ..source.rows import NamedTuple


class Seen(NamedTuple):
    """A record as known: visible events only, corrections applied, with the events that act by the as-of day."""

    record: Record
    visible: tuple[Event, ...]
    acting: tuple[Event, ...]
    annulled: bool
    annulment_known_on: date | None
