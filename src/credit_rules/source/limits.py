"""How much of an input is read: bounds that no honest file meets and no hostile one gets past."""

from .rows import NamedTuple


class Limits(NamedTuple):
    """Bytes of a file, depth of nesting, values (aliases counted as often as used), uses of aliases, findings."""

    size: int = 4 * 1024 * 1024
    depth: int = 64
    values: int = 200_000
    aliases: int = 1_000
    findings: int = 500


DEFAULT_LIMITS = Limits()
