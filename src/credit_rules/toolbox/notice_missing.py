"""What stands against a rights notice: each part that is missing, with its sentence and a way out in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..case.decision import MeasureView
from ..render.view import View


class Missing(NamedTuple):
    """One thing that is missing or stands in the way; ``about`` names what it concerns, where there are several."""

    code: str
    about: str = ""


class Refusal(NamedTuple):
    """Why no notice can be issued: everything at once, in the order in which the notice would tell it."""

    measure: str
    missing: tuple[Missing, ...]


_EXECUTABLE: dict[str, tuple[str, str, str, str]] = {
    "incentive": (
        "这是激励措施，不减损权益，不需要权利告知", "it is an incentive, which takes nothing away and needs no notice",
        "权利告知只用于惩戒措施。", "Rights notices are for punishments.",
    ),
    "suspended": (
        "措施正在暂停（信息核实或者关系有争议），不得执行", "the measure is suspended (verification or a disputed relation) and must not be executed",
        "核实或者争议处理完毕后重新决定；在此之前不得据此拒绝或者拖延办理。",
        "Decide again once that is settled; until then it justifies neither refusal nor delay.",
    ),
    "insufficient": (
        "依据不足，不得据此采取措施：{about}", "its legal basis is insufficient, so nothing may rest on it: {about}",
        "取得位阶足够的依据之前，不得告知、不得执行，不得据此拒绝或者拖延办理。",
        "Without a basis of sufficient rank it is neither announced nor executed, nor a ground to refuse or delay.",
    ),
    "unverified": (
        "依据未经核验：{about}", "its basis is not verified: {about}",
        "先对照原文核验，再更新规则包或者名录。", "Check it against the text first, then update the pack or the registry.",
    ),
    "withheld": (
        "措施没有发出：{about}", "the measure is withheld: {about}",
        "没有发出的事项，不得据此拒绝或者拖延办理。", "What is withheld justifies neither refusal nor delay.",
    ),
    "undetermined": (
        "措施尚未确定，还缺：{about}", "the measure is undetermined; what would settle it: {about}",
        "补齐后重新决定；在此之前不得据此拒绝或者拖延办理。", "Supply it and decide again; until then it justifies neither refusal nor delay.",
    ),
    "not-issued": (
        "本案没有发出这项措施", "the measure is not issued in this case",
        "用 credit-rules why 看它为什么不发出。", "credit-rules why tells why it is not.",
    ),
}  # fmt: skip

_PARTS: dict[str, tuple[str, str, str, str]] = {
    "bearer-name": (
        "承受人的姓名", "the name of the bearer",
        "号码须遮盖，只凭号码不能告知；请在案例的 subject 或者 parties 中写明姓名。",
        "His or her number is masked and addresses nobody: give the name under subject or parties of the case.",
    ),
    "record": (
        "所据的记录", "the record that it rests on",
        "惩戒必须有名单上的记录。", "A punishment needs a record on a list.",
    ),
    "list": (
        "名单的名称（{about}）", "the title of the list ({about})",
        "请在名录中写明名单的名称。", "Give the list its title in the registry.",
    ),
    "document-number": (
        "认定文书的文号（记录 {about}）", "the number of the document (record {about})",
        "请在记录的 document.number 中写明。", "Give it as document.number of the record.",
    ),
    "authority": (
        "认定单位（记录 {about}）", "the determining authority (record {about})",
        "请在记录的 determined_by 中写明。", "Give it as determined_by of the record.",
    ),
    "basis": (
        "法律依据：文件没有引用", "a legal basis: the document cites none",
        "没有依据的措施不能告知；在规则包中写明条款所引的法律依据。", "A measure without basis cannot be announced; the pack must cite what the clause rests on.",
    ),
    "version": (
        "法律依据当日有效的版本（{about}）", "the version of the basis in force that day ({about})",
        "请核对该法律文件当日是否有效，并登记其版本。", "Check that the instrument was in force that day and register the version.",
    ),
    "article": (
        "法律依据的条次（{about}）", "the article of the basis ({about})",
        "请核对原文并登记条次。", "Read it in the text and register it.",
    ),
    "clause": (
        "联合奖惩文件的条款", "the clause of the memorandum",
        "请在规则包中写明条款。", "Give it in the pack.",
    ),
    "department": (
        "责任部门：条文没有写明由谁负责", "the responsible department: the text names none",
        "须先明确由谁负责；由办理该事项的部门采取的，在案例的 inquiry.asked_by 写明它，并写明事项（--matter）。",
        "Settle who is; where it is the department in charge of the matter asked about (--matter), name it as inquiry.asked_by of the case.",
    ),
    "department-name": (
        "是哪一个部门：条文只写“{about}”", "which department: the text says no more than “{about}”",
        "在案例的 inquiry.asked_by 写明办理该事项的部门，并写明事项（--matter）。",
        "Name the department in charge of the matter asked about (--matter) as inquiry.asked_by of the case.",
    ),
    "start": (
        "开始的日期", "the day on which it starts",
        "请在记录中写明公布或者送达的日期。", "Give the day of publication or service in the record.",
    ),
    "end": (
        "结束的日期，或者使它结束的事件", "its end, a day or the event that ends it",
        "请在名录中登记名单的期限或者退出途径。", "Register the term of the list or its exits.",
    ),
    "repair": (
        "信用修复的途径", "a way of repair",
        "请在名录中登记向谁申请修复；依法不能修复的，须由有权机关另行书面告知。", "Register through whom it is repaired; where the law denies repair, the department tells so in writing.",
    ),
    "repair-through": (
        "信用修复由谁受理", "through whom it is repaired",
        "请在名录中登记受理机关。", "Register who accepts the application.",
    ),
    "objection": (
        "提出异议的途径", "a way to object",
        "惩戒必须能够提出异议；请核对记录和名录。", "Every punishment can be objected to: check record and registry.",
    ),
    "objection-address": (
        "异议向谁提出", "to whom to object",
        "请在记录的 determined_by 中写明。", "Give it as determined_by of the record.",
    ),
    "remedy": (
        "救济的途径", "a remedy",
        "请在名录中登记该类机构的救济途径。", "Register the remedy against such an actor.",
    ),
    "remedy-limit": (
        "救济的期限（{about}）", "the time limit of the remedy ({about})",
        "请在名录中登记该救济的期限和依据。", "Register the limit of that remedy and its basis.",
    ),
}  # fmt: skip

SENTENCES = _EXECUTABLE | _PARTS
"""Code to Chinese, English, and the way out in both."""

NOT_EXECUTABLE = frozenset(_EXECUTABLE)
"""The codes that say why the measure is not to be executed; the others name a part that is missing."""


STEPS: dict[str, tuple[str, str]] = {
    "objection": ("提出异议", "object"),
    "correction": ("申请纠正", "apply for correction"),
    "reconsideration": ("申请复议", "apply for reconsideration"),
    "suit": ("提起诉讼", "bring a suit"),
    "complaint": ("申诉", "complain"),
}
"""The steps of a remedy."""


def said(missing: Missing, view: View) -> tuple[str, str]:
    """The sentence and the way out, without identity numbers of persons."""
    zh, en, zh_out, en_out = SENTENCES[missing.code]
    about = missing.about
    if missing.code == "withheld":
        about = view.label("withheld-reason", about)
    return view.free(view.say(zh, en).format(about=about)), view.say(zh_out, en_out)


def why_not_executable(measure: MeasureView) -> tuple[Missing, ...]:
    """Why a measure that was issued is not to be executed all the same (S7, S21, S23)."""
    found = []
    if measure.direction == "incentive":
        found.append(Missing("incentive"))
    if measure.status == "suspended":
        found.append(Missing("suspended"))
    if measure.standing.value in ("insufficient", "unverified"):
        found.append(Missing(measure.standing.value, measure.standing.reason))
    return tuple(found)


def refusal_lines(refusal: Refusal, view: View) -> Iterator[str]:
    """The refusal as one list: what is wrong, numbered, each with its way out."""
    measure, number = view.title("measures", refusal.measure), len(refusal.missing)
    say = view.say
    yield say(
        f"不能为“{measure}”出具权利告知，原因 {number} 项：",
        f"no rights notice can be issued for {measure}: {number} reason{'s' if number > 1 else ''}",
    )
    for place, missing in enumerate(refusal.missing, 1):
        sentence, out = said(missing, view)
        lacking = missing.code not in NOT_EXECUTABLE
        yield f"{place}. {say('缺少', 'missing: ') if lacking else ''}{sentence}"
        yield f"   {say('办法：', 'way out: ')}{out}"
