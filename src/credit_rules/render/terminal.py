"""A sheet on a terminal: the plain lines with weight and colour, which say nothing that the words do not."""

from __future__ import annotations

from typing import TextIO

from .sheet import Sheet
from .text import Style, write_lines

_STYLES: dict[Style, str] = {"title": "bold", "heading": "bold cyan", "entry": "bold", "plain": ""}


def print_sheet(sheet: Sheet, stream: TextIO) -> None:
    """Write the sheet to a terminal, as wide as it is; ``NO_COLOR`` and dumb terminals are respected."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in write_lines(sheet, min(console.width, 120)):
        console.print(Text(line.text, style=_STYLES[line.style]))
