"""What the checks on single measures see beside their examples."""

from __future__ import annotations

import pytest

from tests.checks.template import findings


def told(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.span.line, one.span.column) for one in findings(text, strict=True)]


class TestForce:
    def test_the_force_of_the_pack_counts_and_the_word_is_shown(self) -> None:
        text = "defaults: {force: mandatory}\nmeasures:\n  - wording: 鼓励\n"
        assert told(text) == [("force-against-wording", 3, 14)]

    @pytest.mark.parametrize("wording", ["限制", "应当鼓励", "许可时加强"])
    def test_words_that_leave_it_open_are_left_alone(self, wording: str) -> None:
        for force in ("mandatory", "recommended"):
            assert told(f"measures:\n  - {{wording: {wording}, force: {force}}}\n") == []

    def test_what_autonomous_bodies_do_is_recommended_whatever_the_word(self) -> None:
        measure = "{act: refuse-credit, wording: 应当, actor: autonomous, force: recommended, departments: [各银行]}"
        assert told(f"measures:\n  - {measure}\n") == []


class TestAutonomousBodies:
    def test_one_public_body_among_them_leaves_it_open(self) -> None:
        assert told("measures:\n  - departments: [各银行, 市税务局]\n") == []

    def test_a_part_of_its_own_counts_too(self) -> None:
        assert told("measures:\n  - departments: [{name: 各银行, part: lead}]\n") == [("autonomous-as-public", 2, 18)]

    def test_an_adopted_measure_has_departments_of_its_own(self) -> None:
        text = """\
measures:
  - adopts: above/supervision
    departments: [各银行]
---
memorandum: {id: above, place: "360000"}
measures:
  - {id: supervision}
"""
        assert told(text) == [("autonomous-as-public", 3, 18)]


class TestForLife:
    @pytest.mark.parametrize(
        ("measure", "place"),
        [
            ("wording: 应当终身加强", (2, 14)),
            ("parameters: {extent: 全部, length: 永久}", (2, 38)),
            ("term: {through: life, outlasts: 二(一)}", (2, 21)),
        ],
    )
    def test_it_is_told_by_the_term_or_by_the_words(self, measure: str, place: tuple[int, int]) -> None:
        assert told(f"measures:\n  - {measure}\n") == [("permanent-term", *place)]

    @pytest.mark.parametrize(
        "measure", ["{wording: 应当终身加强, term: {period: 1 year}}", "{wording: 应当加强, note: 终身}"]
    )
    def test_a_term_of_its_own_is_no_life(self, measure: str) -> None:
        assert told(f"measures:\n  - {measure}\n") == []

    @pytest.mark.parametrize(
        ("article", "act", "found"),
        [("30", "bar-procurement", 0), ("31", "bar-procurement", 1), ("30", "supervise", 1)],
    )
    def test_only_an_article_that_provides_it_for_the_act_allows_it(self, article: str, act: str, found: int) -> None:
        text = f"""\
measures:
  - act: {act}
    term: {{through: life}}
    basis: [{{instrument: enforcement-law, article: "{article}"}}]
---
provisions:
  - {{id: for-life, instrument: enforcement-law, article: "30", acts: [bar-procurement], for_life: true}}
"""
        assert [code for code, _, _ in told(text) if code == "permanent-term"] == ["permanent-term"] * found


class TestProvisions:
    """An article that gives one act for years and another for life has a row for each."""

    ROWS = """\
---
provisions:
  - {id: years, instrument: enforcement-law, article: 30第2款, acts: [bar-procurement], longest: 5 years}
  - {id: life, instrument: enforcement-law, article: 30第2款, acts: [restrict-subsidy], for_life: true}
"""

    @pytest.mark.parametrize("article", ["30第2款", "30"])
    @pytest.mark.parametrize(
        ("act", "term", "found"),
        [
            ("bar-procurement", "period: 5 years", []),
            ("bar-procurement", "period: 6 years", ["term-beyond-basis"]),
            ("bar-procurement", "through: life", ["permanent-term"]),
            ("restrict-subsidy", "through: life", []),
            ("supervise", "period: 1 year", ["act-beyond-basis"]),
        ],
    )
    def test_each_row_counts_for_its_own_act(self, article: str, act: str, term: str, found: list[str]) -> None:
        basis = f'{{instrument: enforcement-law, article: "{article}"}}'
        text = f"measures:\n  - act: {act}\n    term: {{{term}}}\n    basis: [{basis}]\n" + self.ROWS
        codes = {"act-beyond-basis", "term-beyond-basis", "permanent-term"}
        assert [code for code, _, _ in told(text) if code in codes] == found

    def test_several_rows_of_one_article_are_one_finding(self) -> None:
        text = "measures:\n  - basis: [{instrument: enforcement-law, article: 30第2款}]\n" + self.ROWS
        assert [code for code, _, _ in told(text) if code == "act-beyond-basis"] == ["act-beyond-basis"]
