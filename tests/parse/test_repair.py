"""What the parser gets wrong is put right in the columns."""

from __future__ import annotations

from sayso.parse import Grammar
from sayso.parse.repair.columns import repair
from sayso.records import Block

Row = tuple[str, str, str, int]


def grammar_of(rows: list[Row]) -> Grammar:
    """One sentence of (word, tag, dependency, number of the head)."""
    text = " ".join(word for word, *_ in rows)
    grammar = Grammar(text, (Block(kind="paragraph", start=0, end=len(text)),))
    at = 0
    for word, tag, dep, head in rows:
        grammar.words.append(word)
        grammar.lowers.append(word.lower())
        grammar.lemmas.append(word.lower())
        grammar.tags.append(tag)
        grammar.deps.append(dep)
        grammar.heads.append(head)
        grammar.starts.append(at)
        grammar.ends.append(at + len(word))
        grammar.sentence_of.append(0)
        at += len(word) + 1
    grammar.sentences.append((0, len(rows)))
    grammar.block_of.append(0)
    return grammar


def test_a_participle_before_a_noun_is_an_adjective() -> None:
    grammar = grammar_of(
        [
            ("Iran", "NNP", "ROOT", 0),
            ("and", "CC", "cc", 0),
            ("allied", "VBD", "conj", 0),
            ("Shiite", "JJ", "amod", 4),
            ("militias", "NNS", "dobj", 2),
        ]
    )
    repair(grammar)
    assert (grammar.deps[4], grammar.heads[4]) == ("conj", 0)
    assert (grammar.tags[2], grammar.deps[2], grammar.heads[2]) == ("JJ", "amod", 4)


def test_a_statement_whose_root_is_its_subject() -> None:
    grammar = grammar_of(
        [
            ("Widows", "NNS", "ROOT", 0),
            ("protested", "VBD", "acl", 0),
            ("outside", "IN", "prep", 1),
            ("court", "NN", "pobj", 2),
        ]
    )
    repair(grammar)
    assert (grammar.deps[1], grammar.heads[1]) == ("ROOT", 1)
    assert (grammar.deps[0], grammar.heads[0]) == ("nsubj", 1)


def test_a_reduced_relative_with_its_agent_stays() -> None:
    rows = [
        ("Villagers", "NNS", "ROOT", 0),
        ("shot", "VBN", "acl", 0),
        ("by", "IN", "agent", 1),
        ("gunmen", "NNS", "pobj", 2),
    ]
    grammar = grammar_of(rows)
    repair(grammar)
    assert list(zip(grammar.words, grammar.tags, grammar.deps, grammar.heads, strict=True)) == rows


def test_a_second_statement_hung_on_the_first_verb() -> None:
    grammar = grammar_of(
        [
            ("Soldiers", "NNS", "nsubj", 1),
            ("fled", "VBD", "ROOT", 1),
            ("and", "CC", "cc", 1),
            ("rebels", "NNS", "conj", 1),
            ("seized", "VBD", "acl", 3),
            ("guns", "NNS", "dobj", 4),
        ]
    )
    repair(grammar)
    assert (grammar.deps[4], grammar.heads[4]) == ("conj", 1)
    assert (grammar.deps[3], grammar.heads[3]) == ("nsubj", 4)


def test_a_conjoined_object_hung_on_the_verb() -> None:
    grammar = grammar_of(
        [
            ("Raiders", "NNS", "nsubj", 1),
            ("took", "VBD", "ROOT", 1),
            ("goats", "NNS", "dobj", 1),
            ("and", "CC", "cc", 1),
            ("grain", "NN", "conj", 1),
        ]
    )
    repair(grammar)
    assert (grammar.deps[4], grammar.heads[4]) == ("conj", 2)


def test_heads_stay_in_the_sentence() -> None:
    grammar = grammar_of([("Widows", "NNS", "ROOT", 0), ("protested", "VBD", "acl", 0)])
    repair(grammar)
    assert all(0 <= head < len(grammar) for head in grammar.heads)


def test_a_plural_that_only_opens_its_sentence_is_no_name() -> None:
    """Its capital is the sentence's; a name that stands elsewhere too keeps its own."""
    grammar = grammar_of([("Militiamen", "NNP", "nsubj", 1), ("fled", "VBD", "ROOT", 1), (".", ".", "punct", 1)])
    repair(grammar)
    assert (grammar.tags[0], grammar.lemmas[0]) == ("NNS", "militiaman")
    grammar = grammar_of([("Waters", "NNP", "nsubj", 1), ("met", "VBD", "ROOT", 1), ("Waters", "NNP", "dobj", 1)])
    repair(grammar)
    assert grammar.tags[0] == "NNP"


def test_a_subject_behind_an_opening_date_is_no_part_of_it() -> None:
    grammar = grammar_of(
        [
            ("On", "IN", "prep", 7),
            ("Sunday", "NNP", "pobj", 0),
            (",", ",", "punct", 1),
            ("May", "NNP", "appos", 1),
            ("7", "CD", "nummod", 3),
            (",", ",", "punct", 1),
            ("villagers", "NNS", "appos", 1),
            ("fled", "VBD", "ROOT", 7),
        ]
    )
    repair(grammar)
    assert (grammar.deps[6], grammar.heads[6]) == ("nsubj", 7)


def test_a_verb_with_an_object_is_found_behind_its_subjects_phrase() -> None:
    grammar = grammar_of(
        [
            ("men", "NNS", "ROOT", 0),
            ("on", "IN", "prep", 0),
            ("motorcycles", "NNS", "pobj", 1),
            ("set", "VBN", "acl", 2),
            ("dynamite", "NN", "dobj", 3),
        ]
    )
    repair(grammar)
    assert (grammar.deps[3], grammar.tags[3]) == ("ROOT", "VBD")
    assert (grammar.deps[0], grammar.heads[0]) == ("nsubj", 3)
