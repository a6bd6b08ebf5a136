"""Finding by a few typed letters."""

import pytest

from wadesk.ui.models.finding import Query, cut_out, fold, mark, read_query


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("Recep", Query(("recep",))),
        ("  São José ", Query(("sao", "jose"))),
        ("+55 11 99999-0022", Query((), "5511999990022")),
        ("(11) 9", Query((), "119")),
        ("2", Query(("2",))),
        ("0022 bea", Query(("0022", "bea"))),
        ("", Query()),
    ],
)
def test_what_is_typed_is_words_or_a_phone_number(typed: str, query: Query) -> None:
    assert read_query(typed) == query


@pytest.mark.parametrize(
    ("text", "folded"), [("Ação", "acao"), ("ÀÉÎÕÜ", "aeiou"), ("straße", "strasse"), ("ABC", "abc")]
)
def test_accents_and_case_do_not_matter(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "typed", "stressed"),
    [
        ("Recepção", "recep", ["Recep"]),
        ("Recepção", "cao", ["ção"]),
        ("a receita da cesta", "rec cesta", ["rec", "cesta"]),
        ("Vera Recaldes", "a", ["a"]),
        ("+55 11 99999-0022", "999990", ["99999-0"]),
        ("Straße 5", "sse", ["ße"]),
        ("Beatriz", "xyz", []),
        ("Anna Nina", "nin na", ["na", "Nin"]),
    ],
)
def test_the_letters_that_match_are_stressed_where_they_stand(text: str, typed: str, stressed: list[str]) -> None:
    marked = mark(text, read_query(typed))
    assert [marked.words[at : at + length] for at, length in marked.spans] == stressed


def test_a_long_line_begins_shortly_before_what_was_found() -> None:
    line = "bom dia, queria muito saber se vocês ainda fazem a receita da cesta"
    cut = cut_out(line, read_query("receita"))
    assert cut.startswith("…")
    assert cut.endswith("a receita da cesta")
    assert len(cut) < len(line)
    assert cut_out("a receita", read_query("receita")) == "a receita"
