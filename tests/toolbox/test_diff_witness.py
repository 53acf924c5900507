"""Where two versions of a measure mean something else, a case shows it; where they do not, the bound is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credit_rules import Engine, Options
from credit_rules.render.language import speaker
from credit_rules.render.text import write_text
from credit_rules.toolbox.diff import Diff, as_json, diff, read_side
from credit_rules.toolbox.diff_items import Items
from credit_rules.toolbox.diff_version import any_of
from credit_rules.toolbox.diff_witness import MEANING, Witnessed, Witnesses
from credit_rules.toolbox.diff_witness_words import Shown, cases_page, look, numbered, told, witnessed_json
from credit_rules.toolbox.diff_words import diff_sheet
from credit_rules.toolbox.proofs.kleene import FALSE
from tests.generators.cases import cases
from tests.generators.packs import packs as generated_packs
from tests.generators.packs import plan_of as plan_of_packs
from tests.generators.people import Plain
from tests.generators.world import case_of
from tests.toolbox.edited import CLEAN, PACK, REGISTRY, edited
from tests.toolbox.proofs.proved import SOLVER

pytestmark = pytest.mark.needs(*SOLVER)
CITY = "city-2017"
LONG = pytest.mark.long
"""What says little that others do not, and takes long."""


def found(tree: Path) -> tuple[Diff, Shown]:
    """The difference of a tree from the clean one, with what is found of it."""
    old, new = read_side(CLEAN), read_side(tree)
    difference = diff(old, new)
    return difference, look(difference, Witnesses(old.plan, new.plan))


def only(shown: Shown) -> Witnessed:
    (one,) = shown.values()
    return one


DIFFERENT = [
    ("large-amounts", "1000000.00", "2000000.00", {"lost"}),
    pytest.param("large-amounts", "2000000.00", "1000000.00", {"gained"}, marks=LONG),
    pytest.param("large-amounts", "at_least: 2}}", "at_least: 3}}", {"lost"}, marks=LONG),
    pytest.param("large-amounts", "within: 3 years", "within: 2 years", {"lost"}, marks=LONG),
    ("large-amounts", "{on_list: tax-violation, where", "{on_list: judgment-debtor, where", {"lost", "gained"}),
    pytest.param("large-amounts", "    listed_kinds: units\n", "", {"gained"}, marks=LONG),
    ("headed-units", "held_by: [legal-representative, director]", "held_by: [legal-representative]", {"lost"}),
    ("headed-units", "    bearer_kinds: units\n", "", {"gained"}),
    ("green-channel", "clean_for: 3 years", "clean_for: 2 years", {"gained"}),
    ("procurement", "at_least: 5 %", "at_least: 10 %", {"lost"}),
    pytest.param(
        "procurement", "roles: [legal-representative, shareholder]", "roles: [shareholder]", {"lost"}, marks=LONG
    ),
    ("procurement", "      - subject\n", "", {"lost"}),
    ("procurement", "at: listing", "at: conduct", {"lost", "gained"}),
    ("procurement", "act: bar-procurement", "act: restrict-subsidy", {"changed"}),
    ("procurement", "period: 3 years, outlasts", "period: 2 years, outlasts", {"lost", "changed"}),
    ("procurement", "    term: {period: 3 years, outlasts: 本条}\n", "", {"lost", "gained", "changed"}),
    ("subsidy", "    menu: funds\n    bearers", "    menu: funds\n    force: recommended\n    bearers", {"changed"}),
    ("subsidy", "    parameters: {", "    from: 2018-01-01\n    parameters: {", {"lost"}),
    ("subsidy", "    parameters: {", "    until: 2020-01-01\n    parameters: {", {"lost"}),
]


@pytest.mark.parametrize(("measure", "old", "new", "effects"), DIFFERENT)
def test_a_case_shows_what_changed_and_both_trees_decide_it_so(
    tmp_path: Path, measure: str, old: str, new: str, effects: set[str]
) -> None:
    first = (PACK, new, old) if (old, new) == ("2000000.00", "1000000.00") else None
    before = edited(tmp_path / "old", first) if first else CLEAN
    after = CLEAN if first else edited(tmp_path / "new", (PACK, old, new))
    sides = read_side(before), read_side(after)
    witnessed = only(look(diff(*sides), Witnesses(sides[0].plan, sides[1].plan)))
    assert witnessed.outcome == "differs"
    assert {example.effect for example in witnessed.examples} == effects
    id = f"{CITY}/{measure}"
    for example in witnessed.examples:
        states = []
        for tree in (before, after):
            decision = Engine.from_paths(tree).evaluate(example.case, Options(include_unverified=True))
            views = [view for view in decision.measures if view.bearer.id == example.bearer]
            states.append(
                [(view.act, view.force, view.until) for view in views if id in {source.id for source in view.sources}]
            )
        assert states[0] != states[1]
        assert (bool(states[0]), bool(states[1])) == {
            "lost": (True, False), "gained": (False, True), "changed": (True, True),
        }[example.effect]  # fmt: skip


SAME = [
    pytest.param("large-amounts", "at_least: 2}}", "more_than: 1}}", marks=LONG),
    ("large-amounts", "    when: {fact: subject.industry, is: food}", "    when: {not: {fact: subject.industry, is_not: food}}"),
    pytest.param("large-amounts", "within: 3 years, at_least: 2}", "within: 36 months, at_least: 2}", marks=LONG),
    (
        "green-channel",
        "{any: [{on_list: tax-a}, {clean_for: 3 years}]}",
        "{any: [{on_list: tax-a}, {clean_for: 3 years}, {all: [{on_list: tax-a}, {clean_for: 3 years}]}]}",
    ),
    ("procurement", "roles: [legal-representative, shareholder], at: listing", "roles: [shareholder, legal-representative], at: listing, responsible: false"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "old", "new"), SAME)
def test_what_is_only_written_otherwise_means_the_same(tmp_path: Path, measure: str, old: str, new: str) -> None:
    difference, shown = found(edited(tmp_path / "new", (PACK, old, new)))
    if not difference.changes:  # not even written otherwise, as the plan has it
        return
    witnessed = only(shown)
    assert (witnessed.outcome, witnessed.examples) == ("same-meaning", ())
    assert told(witnessed, [], speaker("en")) == ("same meaning (bound: 3 records a list, 3 holders a role)",)


def test_some_of_these_are_written_otherwise_in_the_plan(tmp_path: Path) -> None:
    rows = [getattr(row, "values", row) for row in SAME]
    trees = (edited(tmp_path / str(number), (PACK, old, new)) for number, (_, old, new) in enumerate(rows))
    assert sum(bool(diff(read_side(CLEAN), read_side(tree)).changes) for tree in trees) >= 4


def test_what_leaves_open_what_the_other_denies_is_unsettled(tmp_path: Path) -> None:
    """A condition that nobody can meet any more, but that a missing fact leaves open."""
    never = "when: {not: {any: [{fact: subject.staff, less_than: 5}, {fact: subject.staff, more_than: 3}]}}"
    open_ = "when: {not: {any: [{exists: director}, {not: {exists: director}}]}}"
    place = "    menu: funds\n    bearers"
    sides = [
        read_side(edited(tmp_path / name, (PACK, place, f"    menu: funds\n    {text}\n    bearers")))
        for name, text in (("a", never), ("b", open_))
    ]
    witnessed = only(look(diff(*sides), Witnesses(sides[0].plan, sides[1].plan)))
    (example,) = witnessed.examples
    assert (example.effect, example.old, example.new) == ("unsettled", "undetermined", "none")


def test_departments_and_wording_call_for_no_case(tmp_path: Path) -> None:
    edits = ((PACK, "wording: 从严", "wording: 从重"), (PACK, "departments: [各银行]", "departments: [各银行, 市法院]"))
    difference, shown = found(edited(tmp_path / "new", *edits))
    assert len(difference.changes) == 2
    assert shown == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [("from: 2017-03-28\n", "from: 2018-03-28\n"), ("from: 2017-03-28\n", "from: 2017-03-28\n  until: 2019-01-01\n")],
)
def test_a_document_that_applies_at_another_time_is_shown_by_a_measure(tmp_path: Path, old: str, new: str) -> None:
    _, shown = found(edited(tmp_path / "new", (PACK, old, new)))
    (example,) = shown["packs", CITY].examples
    assert (example.effect, example.old, example.new) == ("lost", "issued", "none")


def test_a_document_that_applies_elsewhere_is_shown_by_a_measure(tmp_path: Path) -> None:
    _, shown = found(edited(tmp_path / "new", (PACK, 'place: "360300"', 'place: "360000"')))
    (example,) = shown["packs", CITY].examples
    assert (example.effect, example.case["context"]["region"]) == ("gained", "360000")


def test_a_list_that_only_one_side_has_is_no_list_to_the_other(tmp_path: Path) -> None:
    line = "  - {id: new-list, title: 示例名单, class: serious, field: market, determined_by: taxation, provenance: text, source: test}\n"
    tree = edited(
        tmp_path / "new",
        (REGISTRY, "lists:\n", f"lists:\n{line}"),
        (PACK, "triggered_by: {on_list: judgment-debtor}\ndefaults", "triggered_by: {on_list: [judgment-debtor, new-list]}\ndefaults"),
    )  # fmt: skip
    old, new = read_side(CLEAN), read_side(tree)
    witnessed = Witnesses(old.plan, new.plan).measure(f"{CITY}/subsidy", ("condition",))
    (example,) = witnessed.examples
    assert (example.effect, example.left_out) == ("gained", ("lists/new-list",))
    assert witnessed.registry == ("lists/new-list",)
    assert "一边不认识 lists/new-list" in told(witnessed, [(1, example)], speaker("zh"))[0]


def test_the_page_numbers_its_cases_and_json_has_them(tmp_path: Path) -> None:
    tree = edited(tmp_path / "new", (PACK, "1000000.00", "2000000.00"), (PACK, "at: listing", "at: conduct"))
    difference, shown = found(tree)
    say, examples = speaker("en"), numbered(shown)
    beside = {key: told(each, examples.get(key, []), say) for key, each in shown.items()}
    page = write_text(diff_sheet(difference, "a", "b", "en", beside=beside), width=200)
    assert "case 1: the new rules no longer issue it (old issued, new not issued)" in page
    assert "case 3: only the new rules issue it (old not issued, new issued)" in page
    cases_text = cases_page(shown, say, markdown=True)
    assert [line for line in cases_text.splitlines() if line.startswith("# case")] == [
        f"# case 1: {CITY}/large-amounts", f"# case 2: {CITY}/procurement", f"# case 3: {CITY}/procurement",
    ]  # fmt: skip
    assert cases_text.count("```yaml") == 3
    assert cases_page({}, say, markdown=False) == ""
    plain = json.loads(
        json.dumps(as_json(difference, "a", "b", {key: witnessed_json(each) for key, each in shown.items()}))
    )
    assert plain["witnesses"] is True
    (one, two) = (change["witnesses"] for change in plain["changes"])
    assert (one["outcome"], one["bounds"], len(one["cases"]), len(two["cases"])) == (
        "differs", {"records": 3, "holders": 3}, 1, 2,
    )  # fmt: skip
    assert Engine.from_paths(CLEAN).evaluate(one["cases"][0]["case"])


def test_nothing_is_any_of_nothing() -> None:
    assert any_of(()) == FALSE


DEPTHS = [pytest.param(3, id="some"), pytest.param(100, id="many", marks=pytest.mark.long)]


@pytest.mark.parametrize("examples", DEPTHS)
def test_measures_of_the_same_meaning_decide_no_generated_case_differently(examples: int) -> None:
    """Two generated packs under one id: what the solver calls the same, no case of any life tells apart."""

    @settings(max_examples=examples, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        one = data.draw(generated_packs(0))
        other = {**one, "measures": [_rewritten(data, measure, one) for measure in one["measures"]]}
        old, new = plan_of_packs((one,)), plan_of_packs((other,))
        witnesses = Witnesses(old, new)
        same = []
        for id in old.number:
            if id in new.number:
                witnessed = witnesses.measure(id, MEANING)
                assert not witnessed.disputed
                if witnessed.outcome == "same-meaning":
                    same.append(id)
        for plain in [data.draw(cases(new)) for _ in range(10)] if same else []:
            both = [Items(_decided(plan, plain), plan) for plan in (old, new)]
            for key in {*both[0].found, *both[1].found}:
                if key[0] in same:
                    before, after = (items.short(key).state for items in both)
                    given = {state in ("issued", "withheld") for state in (before, after)}
                    assert len(given) == 1 or "undetermined" in (before, after), (key, before, after)

    holds()


def _rewritten(data: st.DataObject, measure: Plain, pack: Plain) -> Plain:
    """The measure as it was, or with a trigger that means the same by absorption, or with that of another."""
    own = measure.get("triggered_by")
    others = [each["triggered_by"] for each in pack["measures"] if each.get("triggered_by") not in (None, own)]
    how = data.draw(st.sampled_from(("absorbed", "absorbed", "joined", "of another")))
    if own is None or not others:
        return measure
    other = data.draw(st.sampled_from(others))
    trigger = {
        "absorbed": {"any": [own, {"all": [own, other]}]},
        "joined": {"all": [own, {"any": [own, other]}]},
        "of another": other,
    }[how]
    return {**measure, "triggered_by": trigger}


def _decided(plan, plain):  # type: ignore[no-untyped-def]
    from credit_rules.engine.evaluate import decide_case

    return decide_case(plan, case_of(plain), Options(include_unverified=True), "0", "<case>")
