"""Where a CSV file that cannot be read is no table."""

from __future__ import annotations

import csv
from pathlib import Path


def csv_fault(path: Path) -> str | None:
    """The line on which the first row begins that has not as many cells as the header, or is not closed, and what is
    wrong with it, without any value; ``None`` where every row is whole. ``OSError`` where the file cannot be opened.
    """
    begins = 1
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, strict=True)
        try:
            header = next(rows, [])
            begins = rows.line_num + 1
            for row in rows:
                if row and len(row) != len(header):
                    return f"line {begins}: {len(row)} cells, {len(header)} columns"
                begins = rows.line_num + 1
        except UnicodeDecodeError:
            return "not UTF-8"
        except csv.Error as error:
            return f"line {begins}: {error}"
    return None
