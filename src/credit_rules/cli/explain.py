"""``credit-rules explain``: what a finding means, with a wrong and a right example."""

from __future__ import annotations

from .command import argument, command
from .failure import not_yet
from .settings import Settings


@command(
    "explain",
    words=(
        "解释检查结果的代码：为什么是问题，怎样改。本版本尚未提供。",
        "Explain the code of a finding: why it matters and how to mend it. Not in this version yet.",
    ),
    examples=("credit-rules explain unknown-key",),
)
@argument("code", words=("检查结果方括号中的代码", "the code that a finding shows in brackets"))
def explain(settings: Settings, code: str) -> int:
    """Say that it is not there yet."""
    raise not_yet(f"对代码 {code} 的详细解释", f"A page on the code {code}")
