"""The written cases of a pack: ``cases.yaml``, situations in sentences with what must and must not come of them.

A pack may have further files of cases beside it, such as ``cases-roles.yaml``; each stands by itself.

A file::

    format: 1
    base:                                   # a case; every case below is merged into it
      subject: {id: "91350100M000100Y43", kind: enterprise}
      context: {as_of: 2018-05-10, region: "360300"}
    cases:
      - name: 失信被执行人不得乘坐飞机
        case:                               # what differs from the base; lists replace lists
          records:
            - {id: r1, list: dishonest-judgment-debtor, determined_by: 示例市人民法院,
               document: {number: 示例执1号}, decided_on: 2018-01-02}
        options: {standing: withhold}       # as on the command line, with underscores
        issued:                             # exactly the measures of this pack that are issued
          - premium-travel
          - {id: soe-post, status: suspended, force: mandatory, bearer: "91350100M000100Y43"}
          - {id: [bonds, shares], departments: [市法院], until: 2020-01-11}   # the same of each of them
        not_issued: [key-supervision]       # neither issued nor undetermined nor withheld
        undetermined: [soe-post-removal]    # at least these
        withheld: [{id: green-channel, reason: listed-elsewhere}]
        indication: prohibit                # the result for the matter asked about

A measure is named by its id in this pack or as ``pack/measure``. An entry of ``issued`` without ``bearer`` stands for
every bearer of the measure that no other entry names; what it does not say (``status``, ``force``, ``until``) may be
anything. ``departments`` are names as printed that must be among those responsible; others may be. ``until`` is the
first day no longer, ``null`` no fixed end. What is issued and not named fails the case, also where ``issued`` is left
out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ..case.decision import MeasureStatus, Result, WithheldReason
from ..diagnostics.diagnostic import Diagnostic, InputError, has_errors
from ..diagnostics.span import Span
from ..source.binding import bind
from ..source.files import read_file
from ..source.node import Mapping, Node, Scalar
from ..source.scalars import Day, Text
from ..source.tree import PACK
from ..source.values import Force


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Ids = Annotated[tuple[Text, ...], BeforeValidator(_several), Field(min_length=1)]
Names = Annotated[tuple[Text, ...], BeforeValidator(_several), Field(min_length=1)]


class ExpectedMeasure(_Written):
    """A measure that must be issued, and as what; several of which the same is expected."""

    ids: Ids = Field(alias="id")
    status: MeasureStatus | None = None
    force: Force | None = None
    bearer: Text | None = None
    departments: Names | None = None
    until: Day | None = None

    @property
    def states_end(self) -> bool:
        """Whether it says when the measure ends, be it that it has no fixed end."""
        return "until" in self.model_fields_set


class ExpectedWithheld(_Written):
    """A measure that must be withheld, and why; several of which the same is expected."""

    ids: Ids = Field(alias="id")
    reason: WithheldReason | None = None


class WrittenOptions(_Written):
    """How to decide the case; the names are those of :class:`credit_rules.Options`."""

    as_of: Day | None = None
    known_at: Day | None = None
    region: Text | None = None
    matter: Text | None = None
    standing: Literal["annotate", "withhold"] = "annotate"
    evidence: Literal["lenient", "strict"] = "lenient"
    include_unverified: bool = False
    department: Text | None = None


def _named(value: Any) -> Any:
    return {"id": value} if isinstance(value, str) else value


class WrittenCase(_Written):
    """A situation in a sentence, and what must come of it."""

    name: Text
    case: dict[str, Any] = {}
    options: WrittenOptions = WrittenOptions()
    issued: tuple[Annotated[ExpectedMeasure, BeforeValidator(_named)], ...] = ()
    not_issued: tuple[Text, ...] = ()
    undetermined: tuple[Text, ...] = ()
    withheld: tuple[Annotated[ExpectedWithheld, BeforeValidator(_named)], ...] = ()
    indication: Result | None = None


class WrittenFile(_Written):
    """The whole file."""

    format: Literal[1]
    base: dict[str, Any] = {}
    cases: tuple[WrittenCase, ...]


@dataclass(frozen=True, slots=True)
class PlacedCase:
    """A written case with its whole case (base and differences, positioned) and where it stands."""

    written: WrittenCase
    node: Node
    span: Span

    def placed(self, found: Diagnostic) -> Diagnostic:
        """A finding on the whole case at its place in the file, told by its JSON pointer."""
        steps = [step.replace("~1", "/").replace("~0", "~") for step in found.path.split("/")[1:]]
        return replace(found, span=self.node.span_at(tuple(int(step) if step.isdigit() else step for step in steps)))


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The cases of one pack; ``pack`` is the id of its document."""

    path: Path
    pack: str
    cases: tuple[PlacedCase, ...]


def read_case_file(path: Path) -> CaseFile:
    """Read the cases of a pack; :class:`InputError` with every mistake of form in the file."""
    node = _read(path)
    written, found = bind(WrittenFile, node)
    if written is None:
        raise InputError(found)
    base = node.find(("base",))
    cases = []
    for number, case in enumerate(written.cases):
        span = node.span_at(("cases", number))
        own = node.find(("cases", number, "case"))
        cases.append(PlacedCase(case, _merged(base, own) or Mapping({}, {}, span), span))
    return CaseFile(path, _pack_id(path.with_name(PACK)), tuple(cases))


def _read(path: Path) -> Node:
    node, found = read_file(path)
    if node is None or has_errors(found):
        raise InputError(found)
    return node


def _pack_id(path: Path) -> str:
    found = _read(path).find(("memorandum", "id"))
    return str(found.value) if isinstance(found, Scalar) else path.parent.name


def _merged(base: Node | None, own: Node | None) -> Node | None:
    """The base with what the case says otherwise: mappings key by key, everything else replaced."""
    if not isinstance(base, Mapping) or not isinstance(own, Mapping):
        return own or base
    values = dict(base.values)
    for key, node in own.values.items():
        values[key] = _merged(values.get(key), node) or node
    return Mapping(values, {**base.keys, **own.keys}, own.span)
