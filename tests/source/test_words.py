"""Words with their places and what is around them, as far as a text can be read."""

from __future__ import annotations

from credit_rules.source.words import Place, read_words

TEXT = """\
format: 1
measures:
  - id: 'a'
    departments: [市税务局, {name: 市法院, part: lead}]
    note: |
      two
      lines
    when: &same {fact: x}
    term: *same
"""


def test_each_word_knows_its_path_and_its_two_ends() -> None:
    found = {(word.path, word.is_key): (word.text, word.start, word.end) for word in read_words(TEXT)}
    assert found[("format",), True] == ("format", Place(1, 1), Place(1, 7))
    assert found[("measures", 0, "id"), False] == ("a", Place(3, 9), Place(3, 12))
    assert found[("measures", 0, "departments", 0), False] == ("市税务局", Place(4, 19), Place(4, 23))
    assert found[("measures", 0, "departments", 1, "part"), False][0] == "lead"
    assert found[("measures", 0, "note"), False] == ("two\nlines\n", Place(5, 11), Place(7, 1))
    assert found[("measures", 0, "term"), True][0] == "term"


def test_the_keys_around_a_word_are_told_with_the_words_under_them() -> None:
    word = read_words(TEXT).at(4, TEXT.splitlines()[3].index("法院") + 1)
    assert word is not None
    assert (word.text, word.is_key) == ("市法院", False)
    top, measures, measure, departments, inner = word.around
    assert top == {"format": "1", "measures": None}
    assert (measures, departments) == ({}, {})
    assert measure["id"] == "a"
    assert inner == {"name": "市法院", "part": "lead"}


def test_a_word_is_found_up_to_its_end_and_no_further() -> None:
    words = read_words("a: bc  # d\n")
    assert [word.text if word else None for word in (words.at(1, 4), words.at(1, 6), words.at(1, 7), words.at(9, 9))] == [
        "bc", "bc", None, None,
    ]  # fmt: skip
    assert words.from_(1, 4) == words.at(1, 4)
    assert words.from_(1, 5) is None


def test_what_stands_before_a_fault_is_there() -> None:
    words = read_words("a: b\nc: [d, {e: }}\nf: g\n")
    assert words.broken
    assert [word.text for word in words][:5] == ["a", "b", "c", "d", "e"]


def test_a_document_of_one_word_stands_in_nothing() -> None:
    (word,) = read_words("alone")
    assert (word.path, word.around, word.step) == ((), (), None)
