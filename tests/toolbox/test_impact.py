"""What a change does to subjects: every planted change is counted where it belongs, and nothing else is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credit_rules import Engine, InputError, Options
from credit_rules.plan.model import Plan
from credit_rules.render.markdown import write_markdown
from credit_rules.render.text import write_text
from credit_rules.toolbox.diff_items import FIELDS
from credit_rules.toolbox.impact import WAYS, Impact
from credit_rules.toolbox.impact_cases import Numbered
from credit_rules.toolbox.impact_generate import Population
from credit_rules.toolbox.impact_part import part_of
from credit_rules.toolbox.impact_report import WAY_WORDS, Titles, as_json, impact_sheet
from credit_rules.toolbox.impact_tally import Tally, moved, tallied
from credit_rules.toolbox.impact_work import deciding, inventing
from tests.generators.world import shipped_plan
from tests.toolbox.edited import CLEAN, PACK, REGISTRY, Edit, edited, plan_of

CITY = "city-2017"
Plain = dict[str, Any]


@pytest.fixture(scope="module")
def clean() -> Plan:
    return plan_of(CLEAN)


def population(old: Plan, new: Plan, number: int, seed: int = 1) -> list[Plain]:
    made = Population(old, new, Impact(old, new).changed, seed)
    return [made.subject(each) for each in range(1, number + 1)]


def tally_of(impact: Impact, cases: Iterable[Plain], most: int = 3) -> Tally:
    return tallied(impact, (Numbered(number, case) for number, case in enumerate(cases, 1)), "cases", most)


def impact_of(clean: Plan, folder: Path, *edits: Edit) -> Impact:
    return Impact(clean, plan_of(edited(folder, *edits)))


# --- planted changes

PLANTED = [
    ("subsidy", "    menu: funds\n    bearers", "    menu: funds\n    force: recommended\n    bearers", "changed", {"force"}),
    ("subsidy", "    departments: [市税务局]\n    basis: none-cited\n    parameters", "    departments: [市法院]\n    basis: none-cited\n    parameters", "changed", {"departments"}),
    ("subsidy", "    parameters: {extent: 全额}", "    matters: [procurement]\n    parameters: {extent: 全额}", "changed", {"matters"}),
    ("subsidy", "    parameters: {extent: 全额}", "    term: {period: 5 years}\n    parameters: {extent: 全额}", "changed", {"until"}),
    ("subsidy", "    parameters: {extent: 全额}", "    until: 2024-01-01\n    parameters: {extent: 全额}", "changed", {"until"}),
    ("procurement", 'basis: [{instrument: procurement-law, article: "22"}]', "basis: none-cited", "changed", {"basis", "standing"}),
    ("credit", "    actor: autonomous\n", "", "changed", {"actor"}),
    ("procurement", "      - subject\n", "", "lost", set()),
    ("procurement", "roles: [legal-representative, shareholder]", "roles: [legal-representative, shareholder, director]", "gained", set()),
    ("large-amounts", "industry, is: food", "industry, is: drugs", "gained", set()),
    ("large-amounts", "industry, is: food", "industry, is: drugs", "lost", set()),
    ("green-channel", "blocked_by: [judgment-debtor]", "blocked_by: [tax-violation]", "gained", set()),
    ("headed-units", "    triggered_by: {on_list: judgment-debtor, held_by: [legal-representative, director]}\n", "", "unsettled", set()),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "old", "new", "way", "fields"), PLANTED)
def test_a_planted_change_is_counted_at_its_measure_and_nowhere_else(
    clean: Plan, tmp_path: Path, measure: str, old: str, new: str, way: Any, fields: set[str]
) -> None:
    impact = impact_of(clean, tmp_path / "new", (PACK, old, new))
    tally = tally_of(impact, population(clean, impact.sides.new, 160))
    assert set(tally.measures) == {f"{CITY}/{measure}"}
    clause = tally.measures[f"{CITY}/{measure}"]
    assert clause.ways[way] > 0
    assert way != "changed" or {name for name, _, _ in clause.fields} == fields
    assert tally.documents == {CITY: tally.affected}


def test_what_a_change_does_to_other_measures_is_counted_there(clean: Plan, tmp_path: Path) -> None:
    """A bar on subsidies prevails over an incentive on the same matter (S20), which the clause itself does not show."""
    impact = impact_of(clean, tmp_path / "new", (PACK, "act: bar-procurement", "act: restrict-subsidy"))
    tally = tally_of(impact, population(clean, impact.sides.new, 160))
    own = tally.measures.pop(f"{CITY}/procurement")
    assert {name for name, _, _ in own.fields} == {"act", "effect", "matters"}
    assert {step for clause in tally.measures.values() for step in clause.states} == {("lost", "issued", "withheld")}
    assert set(tally.measures) == {f"{CITY}/green-channel"}


def test_a_removed_and_an_added_measure(clean: Plan, tmp_path: Path) -> None:
    text = (CLEAN / PACK).read_text(encoding="utf-8")
    start, end = text.index("  - id: headed-units"), text.index("  - id: subsidy")
    less = plan_of(edited(tmp_path / "new", (PACK, text[start:end], "")))
    for old, new, way in ((clean, less, "lost"), (less, clean, "gained")):
        tally = tally_of(Impact(old, new), population(old, new, 100))
        assert set(tally.measures) == {f"{CITY}/headed-units"}
        assert tally.ways.keys() <= {way, "unsettled"}
        assert tally.ways[way] > 0  # type: ignore[index]


def test_equal_trees_change_nothing(clean: Plan, tmp_path: Path) -> None:
    same = plan_of(edited(tmp_path / "same", (PACK, "# A pack without a mistake", "# Another remark")))
    tally = tally_of(Impact(clean, same), population(clean, same, 100))
    assert (tally.read, tally.decided, tally.affected, tally.measures, tally.turns) == (100, 100, 0, {}, {})


def test_what_a_changed_registry_does_is_found_without_a_changed_measure(clean: Plan, tmp_path: Path) -> None:
    impact = impact_of(clean, tmp_path / "new", (REGISTRY, "title: 失信被执行人, class: serious, field: courts", "title: 失信被执行人, class: serious, field: courts, terms: [{otherwise: 1 year}]"))  # fmt: skip
    assert not impact.changed
    tally = tally_of(impact, population(clean, impact.sides.new, 200))
    assert tally.ways["lost"] > 0
    assert f"{CITY}/subsidy" in tally.measures


def test_a_list_that_only_the_new_rules_know_is_left_out_for_the_old(clean: Plan, tmp_path: Path) -> None:
    line = "  - {id: new-list, title: 示例名单, class: serious, field: market, determined_by: taxation, provenance: text, source: test}\n"
    impact = impact_of(
        clean,
        tmp_path / "new",
        (REGISTRY, "lists:\n", f"lists:\n{line}"),
        (PACK, "triggered_by: {on_list: judgment-debtor}\ndefaults", "triggered_by: {on_list: [judgment-debtor, new-list]}\ndefaults"),
    )  # fmt: skip
    tally = tally_of(impact, population(clean, impact.sides.new, 120))
    assert tally.wrong == []
    assert tally.left_out["lists/new-list"] > 0
    assert tally.measures[f"{CITY}/subsidy"].ways["gained"] > 0
    back = tally_of(Impact(impact.sides.new, clean), population(impact.sides.new, clean, 120))
    assert back.measures[f"{CITY}/subsidy"].ways["lost"] > 0


# --- counts


def naive(old: Plan, new: Plan, cases: list[Plain]) -> dict[str, Counter[str]]:
    """The counts worked out from the JSON of both decisions, case by case, by another way."""
    engines, found = (Engine(old), Engine(new)), dict[str, Counter[str]]()
    for case in cases:
        sides = [_told(json.loads(engine.evaluate(case).to_json())) for engine in engines]
        seen = set()
        for id, bearer in {*sides[0], *sides[1]}:
            before, after = sides[0].get((id, bearer)), sides[1].get((id, bearer))
            if isinstance(before, dict) and isinstance(after, dict):
                same = all(before[name] == after[name] for name in before)
                way = None if same else "changed"
            elif isinstance(before, dict) or isinstance(after, dict):
                way = "lost" if isinstance(before, dict) else "gained"
            else:
                way = None if before == after else "unsettled"
            if way is not None:
                seen.add((id, way))
        for id, way in seen:
            found.setdefault(id, Counter())[way] += 1
    return found


def _told(decision: Plain) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {}
    for entry in decision["undetermined"]:
        found.update(((id, entry["bearer"]["id"]), "undetermined") for id in entry["ids"])
    for entry in decision["withheld"]:
        found[entry["id"], entry["bearer"]["id"]] = f"withheld {entry['reason']}"
    for measure in decision["measures"]:
        for source in measure["sources"]:
            values = {name: source[name] for name in ("status", "force", "standing", "from", "until")}
            found[source["id"], measure["bearer"]["id"]] = {
                **values,
                "act": measure["act"],
                "effect": measure["effect"],
            }
    return found


EDITS: list[Edit] = [(PACK, old, new) for _, old, new, _, _ in PLANTED if "basis: none-cited\n    parameters" not in old and "matters: [procurement]" not in new and old != "    actor: autonomous\n"]  # fmt: skip


@pytest.mark.parametrize("examples", [pytest.param(4, id="some"), pytest.param(150, id="many", marks=pytest.mark.long)])
def test_counts_are_those_of_a_naive_comparison_of_decisions(
    clean: Plan, tmp_path_factory: pytest.TempPathFactory, examples: int
) -> None:
    @settings(max_examples=examples)
    @given(chosen=st.sets(st.sampled_from(EDITS), min_size=1, max_size=3), seed=st.integers(1, 10**6))
    def holds(chosen: set[Edit], seed: int) -> None:
        edits, places = [], set[str]()
        for edit in sorted(chosen):
            if edit[1] not in places:
                edits.append(edit)
                places.add(edit[1])
        new = plan_of(edited(tmp_path_factory.mktemp("tree") / "new", *edits))
        cases = population(clean, new, 25, seed)
        impact = Impact(clean, new)
        tally = tally_of(impact, cases)
        counted = {id: Counter(clause.ways) for id, clause in tally.measures.items()}
        # of departments, matters and bases the decision tells only what all sources say together
        assert {id: ways for id, ways in counted.items() if _plain_fields(tally, id)} == {
            id: ways for id, ways in naive(clean, new, cases).items() if _plain_fields(tally, id)
        }
        for case in cases:
            read = impact.sides.read(case, "case")
            assert impact.outcome(read) == impact.decided(read)

    holds()


def _plain_fields(tally: Tally, id: str) -> bool:
    clause = tally.measures.get(id)
    return clause is None or {name for name, _, _ in clause.fields} <= set(FIELDS) - {
        "departments",
        "matters",
        "basis",
        "actor",
    }


@pytest.mark.parametrize("examples", [pytest.param(6, id="some"), pytest.param(300, id="many", marks=pytest.mark.long)])
def test_what_a_change_cannot_reach_need_not_be_decided(examples: int) -> None:
    """Measures of the shipped packs taken away, weakened or turned round: a part of the rules tells as much as all."""
    whole = shipped_plan()

    @settings(max_examples=examples, suppress_health_check=[HealthCheck.too_slow])
    @given(
        numbers=st.sets(st.integers(0, len(whole.rules) - 1), min_size=1, max_size=3),
        how=st.sampled_from(("gone", "weaker", "turned")),
        seed=st.integers(1, 10**6),
    )
    def holds(numbers: set[int], how: str, seed: int) -> None:
        changed = {whole.ids[number] for number in numbers}
        if how == "gone":
            new = part_of(whole, set(whole.ids) - changed)
        else:
            weaker = {"force": "recommended", "effect": "prohibit"} if how == "weaker" else {"effect": "reference"}
            rules = tuple(rule._replace(**weaker) if rule.id in changed else rule for rule in whole.rules)
            new = replace(whole, rules=rules)
            vars(new)["digest"] = "sha256:changed"
        impact = Impact(whole, new)
        for case in population(whole, new, 4, seed):
            read = impact.sides.read(case, "case")
            assert impact.outcome(read) == impact.decided(read)

    holds()


def test_parts_of_a_population_add_up_to_the_whole(clean: Plan, tmp_path: Path) -> None:
    impact = impact_of(clean, tmp_path / "new", (PACK, "industry, is: food", "industry, is: drugs"), (PACK, "wording: 不得", "force: recommended\n    wording: 不得"))  # fmt: skip
    cases = [Numbered(number, case) for number, case in enumerate(population(clean, impact.sides.new, 90), 1)]
    cases[10] = Numbered(11, b"{")
    cases[50] = Numbered(51, b'{"subject": 1}')
    whole, joined = tallied(impact, cases, "cases"), Tally()
    for start in range(0, 90, 20):
        joined.join(tallied(impact, cases[start : start + 20], "cases"))
    assert joined == whole
    assert [wrong.number for wrong in whole.wrong] == [11, 51]
    assert (whole.read, whole.decided) == (90, 88)


def test_the_work_of_a_process_is_the_work_done_here(clean: Plan, tmp_path: Path) -> None:
    new = plan_of(edited(tmp_path / "new", (PACK, "industry, is: food", "industry, is: drugs")))
    made = population(clean, new, 60)
    here = tally_of(Impact(clean, new), made)
    assert inventing(clean.json, new.json, Options(), 1, 3)(range(1, 61)) == here
    lines = [Numbered(number, json.dumps(case).encode()) for number, case in enumerate(made, 1)]
    assert deciding(clean.json, new.json, Options(), "cases.jsonl", 3)(lines) == here


def test_a_wrong_case_is_refused_with_its_place_and_the_others_are_counted(clean: Plan) -> None:
    case = population(clean, clean, 1)[0]
    no_day = {**case, "context": {}}
    lines = [Numbered(4, json.dumps(no_day).encode()), Numbered(5, json.dumps(case).encode()), Numbered(9, b"[1")]
    tally = tallied(Impact(clean, clean), lines, "cases.jsonl")
    assert (tally.read, tally.decided) == (3, 1)
    first = tally.wrong[0]
    assert (first.number, first.found[0].span.line, first.found[0].code) == (4, 4, "as-of-missing")
    assert tally.wrong[1].found[0].span.line == 9
    assert tally.wrong[0].plain("en")["errors"][0]["path"] == "/context/as_of"


def test_options_go_before_the_context(clean: Plan, tmp_path: Path) -> None:
    """A measure that ends in 2020 is lost to nobody who is decided for before."""
    new = plan_of(edited(tmp_path / "new", (PACK, "    parameters: {", "    until: 2020-01-01\n    parameters: {")))
    cases = population(clean, new, 60)
    late = tally_of(Impact(clean, new, Options(as_of=_day("2021-06-01"))), cases)
    assert late.measures[f"{CITY}/subsidy"].ways["lost"] > 0
    assert tally_of(Impact(clean, new, Options(as_of=_day("2016-06-01"))), cases).affected == 0


# --- what is said


def test_examples_are_masked_limited_and_lead_back_to_the_case(clean: Plan, tmp_path: Path) -> None:
    impact = impact_of(clean, tmp_path / "new", (PACK, "roles: [legal-representative, shareholder]", "roles: [legal-representative, shareholder, director]"), (PACK, "      - subject\n", ""))  # fmt: skip
    cases = population(clean, impact.sides.new, 160)
    tally, titles = tally_of(impact, cases, 2), Titles(clean, impact.sides.new)
    plain = as_json(tally, titles)
    pages = [
        json.dumps(plain, ensure_ascii=False),
        *(write(impact_sheet(tally, titles, "a", "b", "p", lang)) for write in (write_text, write_markdown) for lang in ("zh", "en")),
    ]  # fmt: skip
    ids = {each["id"] for case in cases for each in (case["subject"], *case.get("parties", ()))}
    assert not [id for page in pages for id in ids if id in page]
    (measure,) = plain["measures"]
    assert {way: len([each for each in measure["examples"] if each["way"] == way]) for way in WAYS} == {
        way: min(2, measure[way]) for way in WAYS
    }
    for example in measure["examples"]:
        subject = cases[example["number"] - 1]["subject"]["id"]
        assert len(example["subject"]) == len(subject)
        assert example["subject"].strip("*") == "" or (example["subject"][:4], example["subject"][-2:]) == (subject[:4], subject[-2:])  # fmt: skip


def test_the_page_and_json_tell_the_same_numbers(clean: Plan, tmp_path: Path) -> None:
    impact = impact_of(clean, tmp_path / "new", (PACK, "    menu: funds\n    bearers", "    menu: funds\n    force: recommended\n    bearers"))  # fmt: skip
    tally, titles = tally_of(impact, population(clean, impact.sides.new, 120)), Titles(clean, impact.sides.new)
    plain = as_json(tally, titles)
    (measure,) = plain["measures"]
    (field,) = measure["fields"]
    assert (field["field"], field["old"], field["new"]) == ("force", "mandatory", "recommended")
    assert measure["changed"] == field["subjects"] == plain["subjects"]["affected"] == tally.affected
    assert plain["documents"] == [
        {"id": CITY, "document_no": "示府字〔2017〕1号", "title": "示例市实施意见", "subjects": tally.affected}
    ]
    page = write_text(impact_sheet(tally, titles, "a", "b", "p", "en"), width=200)
    assert f"120 read, 0 wrong, 120 decided, {tally.affected} affected" in page
    assert f"force mandatory → recommended: {tally.affected}" in page
    assert f"强度 强制性措施 → 推荐性措施: {tally.affected}" in write_text(
        impact_sheet(tally, titles, "a", "b", "p", "zh"), width=200
    )
    turns = {(turn.matter, turn.old, turn.new): number for turn, number in tally.turns.items()}
    assert {(each["matter"], each["old"], each["new"]): each["subjects"] for each in plain["indications"]} == turns
    assert ("subsidy", "restrict", "strict-review") in turns


def test_nobody_affected_is_said(clean: Plan) -> None:
    page = impact_sheet(
        tally_of(Impact(clean, clean), population(clean, clean, 5)), Titles(clean, clean), "a", "b", "p", "zh"
    )
    assert "没有对象受影响。" in write_text(page)


def test_every_way_and_field_has_words() -> None:
    from credit_rules.toolbox.impact_report import _NAMES

    assert set(WAY_WORDS) == set(WAYS)
    assert set(FIELDS) <= set(_NAMES)


@pytest.mark.parametrize(
    ("field", "old", "new", "way"),
    [
        ("until", "2020-01-01", None, "later"),
        ("until", None, "2020-01-01", "earlier"),
        ("until", "2020-01-01", "2021-01-01", "later"),
        ("from", None, "2021-01-01", "later"),
        ("from", "2021-01-01", "2020-01-01", "earlier"),
    ],
)
def test_a_day_moves_on_or_back(field: str, old: str | None, new: str | None, way: str) -> None:
    assert moved(field, old, new) == way


def test_a_case_that_neither_side_can_read_is_an_input_error(clean: Plan) -> None:
    case = population(clean, clean, 1)[0]
    with pytest.raises(InputError):
        Impact(clean, clean).sides.read({**case, "context": {"matter": "nothing"}}, "case")


def _day(text: str) -> Any:
    from credit_rules.source.days import parse_day

    return parse_day(text)
