"""A list says whom it takes in, how, how one comes off it, and how one objects (LF 8.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..registry.model import ListEntry
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.lists import not_ended, used_lists
from .list_without_end import ends


def list_incomplete(checked: Checked) -> Iterable[Diagnostic]:
    """A serious list or list of dishonest subjects that the pack names, and what the registry does not say of it."""
    for entry, path in used_lists(checked, ("serious", "dishonesty")):
        if missing := tuple(_missing(entry, checked)):
            yield checked.finding("list-incomplete", path, found=entry.id, missing="|".join(missing))


def _missing(entry: ListEntry, checked: Checked) -> Iterator[str]:
    if not entry.criteria:
        yield "list-criteria"
    if not entry.procedure:
        yield "list-procedure"
    if not not_ended(entry.exits, checked) and ends(entry, checked):
        yield "list-removal"
    if not entry.remedies:
        yield "list-remedies"


CHECK = Check(
    find=list_incomplete,
    rules=("S6", "S8a", "LF 8.6"),
    reason=Words(
        "国办发〔2020〕49号要求名单的标准同时写明移出条件、程序和救济措施；列入前还要告知理由、依据和权利。缺一样，被列入的人就少一样保障，新的规则包不应当依靠这样的名单。",
        "Document 49 of 2020 of the General Office of the State Council asks that the criteria of a list state removal, procedure and remedies, and that the subject be told "
        "reasons, basis and rights before. Whoever is listed lacks the protection that the list leaves out, so a new pack "
        "should not rest on it.",
    ),
    limits=Words(
        "看的是名录 lists 写了什么，不是文件本身写了什么；只看逐一指名的名单。期限和移出途径都没有的，见 list-without-end。",
        "Looks at what the registry says, not at the instrument itself, and at lists named one by one. One with neither term "
        "nor removal is told by list-without-end.",
    ),
    codes=(
        Code(
            id="list-incomplete",
            level=None,
            said=Sentence(
                "名录没有写名单“{found}”的{missing:phrase}",
                "the registry does not give {missing:phrase} of the list “{found}”",
                "请在名录 lists 补上 criteria、procedure、exits、remedies，并注明出处；没有查到的，新文件不要用这项名单。",
                "Add criteria, procedure, exits and remedies to the list with their source; where they cannot be found, a new "
                "document should not use this list.",
            ),
            bad="""
                measures:
                  - triggered_by: {on_list: ‸unheard}
                ---
                lists:
                  - id: unheard
                    class: dishonesty
                    field: taxation
                    determined_by: taxation
                    criteria: 示例标准
                    exits: [{way: repair, through: 认定单位, basis: none-cited}]
            """,
            good="""
                measures:
                  - triggered_by: {on_list: heard}
                ---
                lists:
                  - id: heard
                    class: dishonesty
                    field: taxation
                    determined_by: taxation
                    criteria: 示例标准
                    procedure: 列入前告知事实、理由和依据，听取陈述申辩
                    remedies: 向认定单位提出异议；可以申请行政复议或者提起行政诉讼
                    exits: [{way: repair, through: 认定单位, basis: none-cited}]
            """,
        ),
    ),
)
