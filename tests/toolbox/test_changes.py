"""What changed between two days: each thing that can happen to a measure is told as what it is, and nothing else."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credit_rules import Engine, Options
from credit_rules.plan.model import Plan
from credit_rules.render.markdown import write_markdown
from credit_rules.render.text import write_text
from credit_rules.toolbox.changes import KINDS, Kind
from credit_rules.toolbox.changes_report import KIND_WORDS, PRESENCE, as_json, changes_sheet
from credit_rules.toolbox.changes_tally import NONE_PRINTED, Changes, Comparing, Pair, Presence, compared, subject_in
from credit_rules.toolbox.changes_work import comparing
from credit_rules.toolbox.diff_sides import Sides
from credit_rules.toolbox.impact_cases import Numbered
from credit_rules.toolbox.impact_generate import Population
from tests.toolbox.edited import CLEAN, edited, plan_of

UNIT, PERSON = "91350100M000100Y43", "11010519491231002X"
SUBSIDY, SUPERVISION = "city-2017/subsidy", "city-2017/large-amounts"
Plain = dict[str, Any]


@pytest.fixture(scope="module")
def clean() -> Plan:
    return plan_of(CLEAN)


def case(*events: Plain, as_of: str = "2018-05-10", **changes: Any) -> Plain:
    """A judgment debtor, with what happened to its record."""
    record = {
        "id": "r1", "list": "judgment-debtor", "determined_by": "示例市示例区人民法院",
        "document": {"number": "（2017）示0302执示例1号"}, "decided_on": "2018-01-08", "published_on": "2018-01-10",
        "events": list(events),
    }  # fmt: skip
    return {
        "subject": {"id": UNIT, "kind": "enterprise", "name": "示例有限公司"},
        "relations": [{"id": PERSON, "kind": "natural-person", "role": "legal-representative", "since": "2015-01-01", "facts": {"share": "10"}}],
        "records": [record],
        "context": {"as_of": as_of, "region": "360300"},
        **changes,
    }  # fmt: skip


def between(plan: Plan, old: Plain | None, new: Plain | None, department: str | None = None, **options: Any) -> Changes:
    how = Comparing(Sides(plan, plan), Options(**options), Options(**options), "old", "new", department)
    numbered = [None if each is None else Numbered(1, json.dumps(each).encode()) for each in (old, new)]
    return compared(how, [Pair(*numbered)])


def kinds_of(found: Changes, id: str) -> tuple[Kind, ...]:
    return next((change.kinds for each in found.subjects for change in each.changes if change.id == id), ())


OPENED = {"type": "verification-opened", "on": "2018-05-01", "ground": "objection"}
CLOSED = {"type": "verification-closed", "on": "2018-05-05", "result": "confirmed"}
LEFT = {"type": "delisted", "on": "2018-05-01", "ground": "performed"}

HAPPENED = [
    (case(records=[]), case(), "issued"),
    (case(), case(LEFT), "lifted"),
    (case(), case(OPENED), "suspended"),
    (case(OPENED), case(OPENED, CLOSED), "resumed"),
    (case(), case(records=[{**case()["records"][0], "expires_on": "2019-01-01"}]), "shortened"),
    (case(records=[{**case()["records"][0], "expires_on": "2019-01-01"}]), case(), "extended"),
    (
        case(records=[{**case()["records"][0], "expires_on": "2019-01-01"}]),
        case({"type": "extended", "on": "2018-05-01", "until": "2019-06-01"}, records=[{**case({"type": "extended", "on": "2018-05-01", "until": "2019-06-01"})["records"][0], "expires_on": "2019-01-01"}]),
        "extended",
    ),
    (case(), case(records=[{**case()["records"][0], "published_on": "2018-02-20"}]), "altered"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind"), HAPPENED, ids=[f"{n}-{row[2]}" for n, row in enumerate(HAPPENED)])
def test_what_happened_to_a_measure_is_told_as_what_it_is(clean: Plan, old: Plain, new: Plain, kind: Kind) -> None:
    found = between(clean, old, new)
    assert kinds_of(found, SUBSIDY) == (kind,)
    assert found.kept == 1


def test_what_cannot_be_decided_any_more_is_neither_lifted_nor_kept(clean: Plan) -> None:
    unknown = case(relations=[{**case()["relations"][0], "facts": {}}])
    for old, new, kind in ((case(), unknown, "undetermined"), (unknown, case(), "issued")):
        (change,) = between(clean, old, new).subjects[0].changes
        assert (change.act, change.bearer, change.kinds) == ("bar-procurement", PERSON, (kind,))


def test_an_incentive_that_a_listing_withholds(clean: Plan) -> None:
    red = {**case()["records"][0], "id": "a", "list": "tax-a"}
    old, new = case(records=[red]), case(records=[red, case()["records"][0]])
    assert kinds_of(between(clean, old, new), "city-2017/green-channel") == ("withheld",)


def test_a_reduction_and_its_revocation(tmp_path: Path) -> None:
    plan = plan_of(
        edited(
            tmp_path / "tree",
            ("registry/example.yaml", "class: serious, field: courts", "class: serious, field: courts, repair_reduces: {instrument: procurement-law, article: \"1\"}"),
        )
    )  # fmt: skip
    repaired = {"type": "repair-approved", "on": "2018-05-01", "effect": "reduce"}
    revoked = {"type": "repair-revoked", "on": "2018-05-05"}
    assert kinds_of(between(plan, case(), case(repaired)), SUBSIDY) == ("reduced", "altered")
    assert kinds_of(between(plan, case(repaired), case(repaired, revoked)), SUBSIDY) == ("restored", "altered")


def test_several_things_at_once_are_all_told(clean: Plan) -> None:
    record = {**case(OPENED)["records"][0], "expires_on": "2019-01-01"}
    found = between(clean, case(), case(records=[record]))
    assert kinds_of(found, SUBSIDY) == ("suspended", "shortened")
    (change,) = (each for each in found.subjects[0].changes if each.id == SUBSIDY)
    assert [(turn.id, turn.list, turn.old, turn.new) for turn in change.records] == [
        ("r1", "judgment-debtor", "live", "under-verification")
    ]


def test_nothing_is_told_of_equal_cases_and_of_what_measures_do_not_show(clean: Plan) -> None:
    for new in (case(), case(subject={**case()["subject"], "name": "示例新名有限公司"}), case(as_of="2018-05-11")):
        found = between(clean, case(), new)
        assert (found.subjects, found.kinds, found.departments, found.kept) == ([], {}, {}, 1)


def test_a_case_that_is_new_and_one_that_is_gone(clean: Plan) -> None:
    added, removed = between(clean, None, case()), between(clean, case(), None)
    assert (added.added, added.subjects[0].presence, set(added.kinds)) == (1, "added", {"issued"})
    assert (removed.removed, removed.subjects[0].presence, set(removed.kinds)) == (1, "removed", {"lifted"})
    assert added.kinds["issued"] == removed.kinds["lifted"] > 1


def test_persons_who_answer_have_their_own_changes(clean: Plan) -> None:
    found = between(clean, case(), case(relations=[]))
    (change,) = found.subjects[0].changes
    assert (change.id, change.bearer, change.kinds) == ("city-2017/procurement", PERSON, ("lifted",))


def test_departments_are_counted_and_chosen(clean: Plan) -> None:
    whole = between(clean, case(), case(LEFT))
    assert {id for id, _ in whole.departments} == {"taxation", "bank"}, "what outlasts the listing stays"
    assert NONE_PRINTED not in {id for id, _ in whole.departments}
    bank = between(clean, case(), case(LEFT), "bank")
    assert [change.id for each in bank.subjects for change in each.changes] == ["city-2017/credit"]
    assert bank.departments == {("bank", "各银行"): {"lifted": 1}}
    assert (bank.kept, bank.kinds) == (1, {"lifted": 1})


def test_a_measure_without_a_department_is_counted_apart(clean: Plan) -> None:
    record = case()["records"][0]
    food = {"id": UNIT, "kind": "enterprise", "facts": {"industry": "food"}}
    twice = [record, {**record, "id": "r2"}]
    found = between(clean, case(records=[record], subject=food), case(records=twice, subject=food))
    assert found.departments == {(NONE_PRINTED, ""): {"issued": 1}}


def test_a_wrong_case_says_nothing_of_its_subject_but_that(clean: Plan) -> None:
    broken = case(records=[{**case()["records"][0], "list": "nothing"}])
    found = between(clean, broken, case(LEFT))
    assert (found.kept, found.subjects, len(found.wrong_old), found.wrong_new, found.read) == (0, [], 1, [], 2)
    same = between(clean, broken, broken)
    assert (same.kept, len(same.wrong_new)) == (0, 1)


def test_parts_add_up_and_a_process_does_the_same(clean: Plan) -> None:
    population = Population(clean, clean, (), 5)
    numbered = [Numbered(number, json.dumps(population.subject(number)).encode()) for number in range(1, 41)]
    pairs = [
        Pair(None if n % 5 == 0 else each, None if n % 5 == 1 else _later(each)) for n, each in enumerate(numbered, 1)
    ]
    work = comparing(clean.json, Options(), Options(), "old", "new", None)
    whole, joined = work(pairs), Changes()
    for start in range(0, 40, 9):
        joined.join(work(pairs[start : start + 9]))
    assert joined == whole
    assert (whole.added, whole.removed, whole.kept) == (8, 8, 24)


def _later(numbered: Numbered) -> Numbered:
    plain = json.loads(numbered.data)  # type: ignore[arg-type]
    plain["records"] = plain.get("records", [])[1:]
    for relation in plain.get("relations", []):
        relation.pop("responsible_for", None)
    return Numbered(numbered.number, json.dumps(plain).encode())


@pytest.mark.parametrize(
    "examples", [pytest.param(15, id="some"), pytest.param(500, id="many", marks=pytest.mark.long)]
)
def test_changes_are_told_exactly_where_the_decisions_differ(clean: Plan, examples: int) -> None:
    """Against the JSON of both decisions; the cases are generated, and the new one has lost or gained something."""
    population, engine = Population(clean, clean, (), 3), Engine(clean)

    @settings(max_examples=examples)
    @given(
        number=st.integers(1, 5000),
        days=st.sampled_from((0, 0, 30, 400)),
        drop=st.sampled_from(("", "records", "relations", "inquiry")),
    )
    def holds(number: int, days: int, drop: str) -> None:
        old = population.subject(number)
        new = copy.deepcopy(old)
        new.pop(drop, None)
        for relation in new.get("relations", []):
            relation.pop("responsible_for", None)
        new["context"]["as_of"] = str(_day(old["context"]["as_of"], days))
        sides = [_told(json.loads(engine.evaluate(each).to_json())) for each in (old, new)]
        differing = {key for key in {*sides[0], *sides[1]} if sides[0].get(key) != sides[1].get(key)}
        found = between(clean, old, new)
        assert {(c.direction, c.act, c.bearer) for each in found.subjects for c in each.changes} == differing

    holds()


def _told(decision: Plain) -> dict[tuple[str, str, str], Any]:
    return {
        (measure["direction"], measure["act"], measure["bearer"]["id"]): (
            [measure[name] for name in ("status", "force", "from", "until")],
            measure["standing"]["value"],
            sorted({(each["id"], each["name"]) for each in measure["departments"] if isinstance(each, dict)}),
        )
        for measure in decision["measures"]
    }


def _day(text: str, days: int) -> Any:
    from datetime import date, timedelta

    return date.fromisoformat(text) + timedelta(days=days)


def test_pages_mask_persons_and_json_has_numbers_in_full(clean: Plan) -> None:
    found = between(clean, case(), case(LEFT, relations=[]))
    titles = lambda field, id: Engine(clean).title(field, id)  # noqa: E731
    plain = as_json(found)
    assert {each["bearer"]["id"] for each in plain["changes"][0]["measures"]} == {UNIT, PERSON}
    for write in (write_text, write_markdown):
        for lang in ("zh", "en"):
            page = write(changes_sheet(found, "old", "new", titles, lang))  # type: ignore[arg-type]
            assert PERSON not in page
            assert UNIT in page
    english = write_text(changes_sheet(found, "old", "new", titles, "en"), width=200)
    assert "1 in both, 0 added, 0 gone; 1 with changes" in english
    assert "lifted: 限制补贴 [punishment] city-2017/subsidy" in english
    assert "r1 (失信被执行人): live → delisted" in english
    assert plain["subjects"] == {"kept": 1, "added": 0, "removed": 0, "changed": 1, "wrong": 0}
    assert plain["kinds"]["lifted"] == sum(len(each["measures"]) for each in plain["changes"])
    subsidy = next(each for each in plain["changes"][0]["measures"] if each["id"] == SUBSIDY)
    assert (subsidy["kinds"], subsidy["new"], subsidy["old"]["status"]) == (["lifted"], None, "in-force")
    assert subsidy["departments"] == [{"id": "taxation", "name": "市税务局"}]


def test_both_values_of_what_changed_are_shown(clean: Plan) -> None:
    found = between(clean, case(), case(OPENED, as_of="2021-02-01"))
    page = write_text(changes_sheet(found, "a", "b", lambda _, id: id, "zh"), width=200)
    assert "状态" in page
    assert "生效 → 暂不执行" in page
    assert "按当时通行做法 → 依据不足" in page


def test_nothing_changed_is_said() -> None:
    assert "没有措施变化。" in write_text(changes_sheet(Changes(), "a", "b", lambda _, id: id, "zh"))


def test_every_kind_has_words() -> None:
    assert set(KINDS) == set(get_args(Kind)) == set(KIND_WORDS)
    assert set(PRESENCE) == set(get_args(Presence))


@pytest.mark.parametrize("data", [None, 5, [], {}, {"subject": 1}, {"subject": {}}, {"subject": {"id": 5}}])
def test_a_subject_that_is_not_named(data: object) -> None:
    assert subject_in(data) is None
