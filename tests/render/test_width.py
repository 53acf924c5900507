"""Lines as wide as a screen shows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from credit_rules.render.width import columns, pad, printable, wrap

TEXT = st.text(alphabet="甲乙丙，。（）《》、“” abc-12/", max_size=60) | st.text(alphabet="（甲a", max_size=60)


def test_a_chinese_character_takes_two_columns() -> None:
    assert columns("失信abc") == 7
    assert pad("失信", 6) == "失信  "


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert wrap("列入名单，即日起", 8) == ("列入名", "单，即日", "起")
    assert wrap("依据（见文）", 6) == ("依据", "（见", "文）")


def test_words_and_numbers_stay_whole() -> None:
    assert wrap("自 2018-05-10 起", 12) == ("自", "2018-05-10", "起")


def test_a_word_wider_than_a_line_is_cut() -> None:
    assert wrap("sha256:0123456789", 8) == ("sha256:0", "12345678", "9")


@given(TEXT, st.integers(8, 40))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert max(map(columns, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_control_characters_cannot_move_the_cursor() -> None:
    assert printable("示例\x1b[2J公司\r\n第二行\u202e") == "示例�[2J公司  第二行�"
