"""A bar chart as SVG: readable in print, without colour, and by who cannot see it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.sax.saxutils import escape

ROW, LEFT, WIDTH, RIGHT, TOP = 28, 230, 420, 90, 48


def bars(title: str, rows: Sequence[tuple[str, float]]) -> str:
    """Horizontal bars on a logarithmic scale, in the order given; every bar with its name and value as text."""
    greatest = max(value for _, value in rows)
    least = min(1.0, *(value for _, value in rows))
    span = math.log10(greatest / least) or 1
    height = TOP + ROW * len(rows) + 12
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + RIGHT} {height}" role="img" '
        f'font-family="sans-serif" font-size="14">',
        f"<title>{escape(title)}</title>",
        '<rect width="100%" height="100%" fill="white"/>',
        f'<text x="12" y="26" font-weight="bold">{escape(title)} (logarithmic)</text>',
    ]
    for number, (name, value) in enumerate(rows):
        y = TOP + number * ROW
        length = max(2, WIDTH * math.log10(value / least) / span)
        parts.append(f'<text x="{LEFT - 8}" y="{y + 15}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<rect x="{LEFT}" y="{y}" width="{length:.0f}" height="{ROW - 8}" fill="#335577"/>')
        parts.append(f'<text x="{LEFT + length + 6:.0f}" y="{y + 15}">{value:,.1f}</text>')
    return "\n".join([*parts, "</svg>", ""])
