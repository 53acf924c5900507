"""How the name of a place stands in the name of a department there."""

from collections.abc import Mapping

from .places import narrowness


def filled(pattern: str, code: str, titles: Mapping[str, str], default: str = "") -> str:
    """The pattern of a name with the place's own: ``{place}`` 萍乡市, ``{short}`` 萍乡, ``{district}`` 萍乡市安源区.

    ``titles`` are those of places by code; ``default`` stands for a place that is not among them.
    """
    if "{" not in pattern:
        return pattern
    title = titles.get(code)
    if title is None:
        return pattern.replace("{place}", default).replace("{district}", default).replace("{short}", default)
    city = titles.get(f"{code[:4]}00", "") if narrowness(code) == 3 and title.endswith("区") else ""
    short = title[:-1] if len(title) > 2 and title[-1] in "省市县区" else title
    return pattern.replace("{place}", title).replace("{district}", city + title).replace("{short}", short)


def county_level_city(code: str, title: str) -> bool:
    """Whether a place is a city at the level of a county (昆山市), whose texts call its own departments 市…."""
    return narrowness(code) == 3 and title.endswith("市")
