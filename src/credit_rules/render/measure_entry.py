"""One measure as an officer reads it: what, on whom, by whom, on what ground, until when and how it ends (S25, S26)."""

from __future__ import annotations

from ..case.decision import BasisView, DepartmentView, MeasureView, ReasonView, RecordView, SourceView, WayOut
from .sheet import Entry, rows
from .view import View


def measure_entry(measure: MeasureView, records: dict[str, RecordView], view: View) -> Entry:
    """The measure with everything that the decision says of it."""
    say = view.say
    marks = (
        view.label("direction", measure.direction),
        view.label("force", measure.force),
        view.label("effect", measure.effect),
        view.label("measure-status", measure.status),
        _verification(measure, view),
    )
    standing = f"{view.label('standing', measure.standing.value)}{say('：', ': ')}{_why(measure, view)}"
    fields = rows(
        (say("承受人", "Bearer"), _bearer(measure, view)),
        (say("执行主体", "Actor"), _actor(measure, view)),
        (say("部门", "Departments"), _departments(measure, view)),
        (say("条款", "Clause"), tuple(_source(source, measure, view) for source in measure.sources)),
        (say("法律依据", "Legal basis"), _basis(measure, view)),
        (say("依据效力", "Standing"), standing),
        (say("所据记录", "Records"), tuple(_record(each, records, view) for each in measure.because)),
        (say("条件", "Conditions"), tuple(reason_line(reason, view) for reason in measure.reasons)),
        (say("期间", "Period"), view.period(measure.from_, measure.until)),
        (say("解除途径", "Ways out"), tuple(way_line(way, view) for way in measure.ends_by)),
        (say("相关事项", "Matters"), view.join(view.titles("matters", matter) for matter in measure.matters)),
        (say("人工", "Human hand"), _human(measure, view)),
        (say("标识", "Id"), measure.id),
    )
    return Entry(
        say(f"{measure.title}〔{'·'.join(m for m in marks if m)}〕", f"{measure.title} [{view.join(marks)}]"), fields
    )


def measure_line(measure: MeasureView, view: View) -> Entry:
    """The measure on one line: what, who bears it, how it stands, and its id to ask more about."""
    parts = (view.named(measure.bearer.id), view.label("standing", measure.standing.value), measure.id)
    return Entry(f"{measure.title}{view.say('：', ': ')}{view.join(parts)}")


def _why(measure: MeasureView, view: View) -> str:
    """The reason for the standing; its one code in words (S23)."""
    if measure.standing.reason == "document-suffices":
        return view.say("不减损权益、不增加义务，文件有效即可", "takes nothing away, so its document in force suffices")
    return view.free(measure.standing.reason)


def reason_line(reason: ReasonView, view: View) -> str:
    """A condition, whether it holds, and what it looked at."""
    uses = view.join(view.free(use) for use in reason.uses)
    used = view.aside(uses and view.say(f"用到 {uses}", f"uses {uses}"))
    return f"{view.free(reason.condition)}{view.say('：', ': ')}{view.label('truth', reason.value)}{used}"


def way_line(way: WayOut, view: View) -> str:
    """A way out with its day, through whom and on what basis."""
    say = view.say
    parts = view.join((
        way.on and say(f"{way.on} 起不再有效", f"without effect from {way.on}"),
        way.earliest and say(f"最早 {way.earliest}", f"earliest {way.earliest}"),
        _through(way, view),
        way.basis and say(f"依据{view.free(way.basis)}", f"basis {view.free(way.basis)}"),
    ))  # fmt: skip
    name = view.label("way", way.way)
    return f"{name}{say('：', ': ')}{parts}" if parts else name


def _through(way: WayOut, view: View) -> str | None:
    if way.through is None or way.way == "remedy":  # a remedy is told in a sentence of its own
        return way.through
    whom = view.free(way.through)
    return (
        view.say(f"向{whom}提出", f"to {whom}")
        if way.way == "objection"
        else view.say(f"经由{whom}", f"through {whom}")
    )


def record_name(record: RecordView, view: View) -> str:
    """A record by its id and list, without identity numbers of persons."""
    return f"{view.free(record.id)}{view.aside(view.titles('lists', record.list))}"


def _record(identifier: str, records: dict[str, RecordView], view: View) -> str:
    record = records.get(identifier)
    if record is None:
        return view.free(identifier)
    return view.join((record_name(record, view), view.label("record-status", record.status)))


def _verification(measure: MeasureView, view: View) -> str | None:
    return view.say("核实未结", "verification open") if measure.verification == "open" else None


def _bearer(measure: MeasureView, view: View) -> str:
    return view.join((view.named(measure.bearer.id), view.roles(measure.bearer.roles)))


def _actor(measure: MeasureView, view: View) -> str | None:
    if measure.actor == "public":
        return None
    return view.say(
        "银行、保险、征信、行业协会、媒体等自主决定，不属于行政机关的措施",
        "banks, insurers, credit agencies, associations or media, who decide for themselves",
    )


def _departments(measure: MeasureView, view: View) -> tuple[str, ...]:
    if measure.departments == "none-printed":
        return (view.say("原文未写明部门", "the text names no department"),)
    return tuple(_department(department, view) for department in measure.departments)


def _department(department: DepartmentView, view: View) -> str:
    printed = view.say(f"原文：{department.printed}", f"printed: {department.printed}")
    details = view.join((
        department.printed != department.name and printed,
        view.label("level", department.level),
        department.part and view.label("part", department.part),
    ))  # fmt: skip
    return f"{department.name}{view.aside(details)}"


def _source(source: SourceView, measure: MeasureView, view: View) -> str:
    say = view.say
    document = source.document_no or source.pack
    details = view.join((
        source.wording and say(f"用语“{source.wording}”", f"wording “{source.wording}”"),
        source.provenance != "text" and view.label("provenance", source.provenance),
        source.status != measure.status and view.label("measure-status", source.status),
        source.force != measure.force and view.label("force", source.force),
        source.standing != measure.standing.value and view.label("standing", source.standing),
        (source.from_, source.until) != (measure.from_, measure.until) and view.period(source.from_, source.until),
        len(measure.sources) > 1 and source.id,
    ))  # fmt: skip
    return f"{document} {source.clause}{view.aside(details)}"


def _basis(measure: MeasureView, view: View) -> tuple[str, ...]:
    if measure.legal_basis == "none-cited":
        return (view.say("原文未引用法律依据", "the text cites no legal basis"),)
    return tuple(_basis_line(basis, view) for basis in measure.legal_basis)


def _basis_line(basis: BasisView, view: View) -> str:
    title = basis.title if basis.title.startswith("《") else f"《{basis.title}》"
    details = view.join((
        view.label("rank", basis.rank),
        basis.version and view.say(f"{basis.version} 版本", f"version {basis.version}"),
        basis.provenance != "text" and view.label("provenance", basis.provenance),
    ))  # fmt: skip
    return f"{title}{view.say('', ' ')}{basis.article}{view.aside(details)}"


def _human(measure: MeasureView, view: View) -> str | None:
    if not measure.human_review:
        return None
    return view.say(
        "须由工作人员复核后决定，系统不自动执行", "to be reviewed and decided by an officer; nothing runs by itself"
    )
