"""The façade: load packs once, decide as often as needed. Immutable and safe to share between threads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..case.decision import Decision
from ..case.model import Case
from ..diagnostics.diagnostic import Diagnostic, InputError, in_order
from ..diagnostics.span import Span
from ..plan.model import Plan
from ..plan.options import Options
from .load import check_paths, load_plan
from .typed_options import typed as _typed
from .version import __version__

if TYPE_CHECKING:
    from .evaluators import Evaluator, EvaluatorName
    from .session import Session
    from .why import Explanation

CaseInput = Case | Mapping[str, Any] | str | bytes


class Engine:
    """A compiled plan and the ways to use it; see :meth:`with_evaluator` for who says which measures hit."""

    __slots__ = ("_by", "_plan")

    def __init__(self, plan: Plan):
        self._plan = plan
        self._by: Evaluator | None = None

    @property
    def plan(self) -> Plan:
        """The compiled packs and registries."""
        return self._plan

    @classmethod
    def bundled(cls) -> Engine:
        """The engine with the packs that ship with the package."""
        return cls.from_paths()

    @classmethod
    def from_paths(cls, *paths: str | Path) -> Engine:
        """The engine with the packs under the paths: a tree like ``memoranda/``, or folders of packs.

        Raises :class:`~credit_rules.InputError` with every mistake in them.
        """
        return cls(load_plan(paths, __version__))

    @classmethod
    def from_plan(cls, text: str) -> Engine:
        """The engine of a plan that ``credit-rules plan`` wrote; ``ValueError`` where it is not one."""
        return cls(Plan.from_json(text))

    def with_evaluator(self, name: EvaluatorName) -> Engine:
        """An engine on the same plan with another evaluator: ``matcher``, or ``durable``, which is prepared here.

        Every evaluator gives the same decisions; ``durable`` reaches them another way, as a second opinion. It needs
        the extra ``durable``: :class:`InputError` says so where it is missing, and what in the plan it does not take.
        """
        from .evaluators import evaluator_of

        engine = Engine(self._plan)
        engine._by = None if name == "matcher" else evaluator_of(name, self._plan)
        return engine

    @property
    def evaluator(self) -> EvaluatorName:
        """Who says which measures hit."""
        return "matcher" if self._by is None else self._by.name

    @staticmethod
    def check(
        paths: Sequence[str | Path] = (), *, strict: bool = False, suppressed: bool = False
    ) -> tuple[Diagnostic, ...]:
        """Every finding on the packs under the paths; the shipped ones where none is given.

        With ``strict`` also what a new memorandum must pass, and warnings are errors. With ``suppressed`` also the
        findings that a remark on the line allows; :attr:`Diagnostic.suppressed` is the reason.
        """
        read = check_paths(paths, strict=strict)
        return in_order((*read.found, *read.suppressed)) if suppressed else read.found

    def evaluate(self, case: CaseInput, options: Options | None = None, *, name: str = "<case>") -> Decision:
        """Decide a case (contract.md): a :class:`Case`, a mapping, or JSON or YAML text.

        ``name`` stands for the file in messages. Raises :class:`InputError` with every mistake of the input. The same
        plan, case and options give the same decision, to the byte of its JSON (S27).
        """
        return self.evaluate_with_case(case, options, name=name)[1]

    def evaluate_json(self, case: bytes | str, options: Options | None = None) -> bytes:
        """Decide a case of JSON text; the decision as one line of JSON, UTF-8.

        The bytes are those of ``evaluate(case, options).to_json(indent=None)``; the same errors are raised.
        """
        from ..case.decision_text import to_line
        from .evaluate import decide_case
        from .evaluators import MATCHER
        from .unlisted import is_unlisted_unit, line_of

        chosen = _typed(options)
        read, found = self._read(case, "<case>")

        def decide() -> Decision:
            return decide_case(self.plan, read, chosen, __version__, "<case>", found, self._by or MATCHER)

        afresh = found or self._by is not None or not is_unlisted_unit(read)
        line = to_line(decide()) if afresh else line_of(read, chosen, self.plan, decide)
        return line.encode()

    def evaluate_with_case(
        self, case: CaseInput, options: Options | None = None, *, name: str = "<case>"
    ) -> tuple[Case, Decision]:
        """The case as it was read, and the decision on it (:meth:`evaluate`), for whoever shows both."""
        from .evaluate import decide_case
        from .evaluators import MATCHER

        read, found = self._read(case, name)
        return read, decide_case(self.plan, read, _typed(options), __version__, name, found, self._by or MATCHER)

    def open_session(self, case: CaseInput, options: Options | None = None, *, name: str = "<case>") -> Session:
        """A session on a case: assert and retract, and learn which measures each change issues, lifts or suspends.

        It is held by the evaluator ``durable``, which is told only what changes; :meth:`with_evaluator` says what that
        needs. To be closed, or used in a ``with``.
        """
        from .evaluators import standing_evaluator
        from .session import Session

        chosen, read = _typed(options), self.read(case, name)
        by, end = standing_evaluator(self.plan)
        return Session(self.plan, lambda plain: self.read(plain, "<session>"), read, chosen, __version__, by, end)

    def why(self, case: CaseInput, options: Options | None = None, *, name: str = "<case>") -> tuple[Explanation, ...]:
        """Why each measure in the plan is or is not given to each possible bearer (S25)."""
        from .why import explain

        return explain(self.plan, self.read(case, name), _typed(options), __version__, name)

    def read(self, case: CaseInput, name: str = "<case>") -> Case:
        """A case with every name resolved and identifiers checked; :class:`InputError` with all that is wrong."""
        return self._read(case, name)[0]

    def _read(self, case: CaseInput, name: str) -> tuple[Case, tuple[Diagnostic, ...]]:
        from ..registry.read_case import read_case, read_case_quickly
        from .plain import as_input

        if isinstance(case, str) and _is_path(case):
            raise InputError([Diagnostic("path-not-case", Span(name), values={"found": case})])
        if isinstance(case, bytes | str) and not name.endswith((".yaml", ".yml")):
            quickly = read_case_quickly(case, self.plan.vocabulary)
            if quickly is not None:
                return quickly, ()
        found, _, diagnostics = read_case(as_input(case), name, self.plan.vocabulary)
        if found is None:
            raise InputError(diagnostics)
        return found, diagnostics

    def title(self, field: str, id: str) -> str:
        """The Chinese title of a registry entry (``lists``, ``acts``, ``departments`` ...); the id where none is."""
        return self.plan.vocabulary.title(field, id)

    def case_schema(self) -> dict[str, Any]:
        """JSON Schema (draft 2020-12) of a case, with the names that the registry knows."""
        from ..registry.schemas import case_schema

        return case_schema(self.plan.vocabulary)

    def decision_schema(self) -> dict[str, Any]:
        """JSON Schema (draft 2020-12) of a decision."""
        from ..registry.schemas import decision_schema

        return decision_schema(self.plan.vocabulary)


def _is_path(text: str) -> bool:
    return "\n" not in text and text.endswith((".yaml", ".yml", ".json"))
