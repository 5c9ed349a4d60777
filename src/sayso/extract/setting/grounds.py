"""Of several places that are told together those where something is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.extract.reading import Reading
from sayso.extract.where.nesting import Nesting
from sayso.extract.where.place_ranks import BESIDE_IT, ELSEWHERE, OBJECT, are_listed, rank_of

NEAR = 8
"""Tokens from a place to the wide one behind it in which it is said to lie."""


def ids_of(places: Mapping[int, str], tokens: Sequence[int]) -> tuple[str, ...]:
    """The ids of the places at some tokens, each once."""
    return tuple(dict.fromkeys(places[token] for token in tokens))


class Grounds:
    """The choice among places that stand in one clause or one sentence. places: token -> place id."""

    def __init__(self, reading: Reading, places: Mapping[int, str], nesting: Nesting) -> None:
        self.reading, self.places, self.nesting = reading, places, nesting

    def set_here(self, tokens: list[int]) -> list[int]:
        """Of some places those where something is set: not whom it is about, and not whence or whither where a
        "where" stands."""
        if not tokens:
            return []
        ranked = [(rank_of(self.reading, self.places, token), token) for token in tokens]
        ranked = [row for row in ranked if row[0] is not None]
        ranked = [row for row in ranked if not self.nesting.is_water(self.places[row[1]])] or ranked
        best = min((rank for rank, _ in ranked), default=None)
        if best == BESIDE_IT and any(rank == OBJECT for rank, _ in ranked):
            best = OBJECT
        chosen = sorted(token for rank, token in ranked if rank == best)
        objects = [token for rank, token in ranked if best == 0 and rank in (BESIDE_IT, OBJECT)]
        return self._finest(chosen, objects) if objects or best else self._lower(chosen, ranked)

    def _lower(self, chosen: list[int], ranked: Sequence[tuple[int | None, int]]) -> list[int]:
        """ "In the X region, units pushed into Y": of what is gone into or come from the towns that lie there."""
        wide = ids_of(self.places, chosen)
        if all(self.nesting.is_wide(place) for place in wide):
            towns = [
                token for rank, token in ranked if rank == ELSEWHERE and not self.nesting.is_wide(self.places[token])
            ]
            inner = [token for token in towns if self.nesting.within(wide, (self.places[token],))]
            chosen = inner or chosen
        return self._finest(chosen, [])

    def _finest(self, chosen: list[int], objects: list[int]) -> list[int]:
        """ "Entered the village in the north of the state", "in X State, shelled posts near Y": what is acted on, or is
        near, lies in the place, and is where it was."""
        wide = ids_of(self.places, chosen)
        if all(self.nesting.is_wide(place) for place in wide):
            objects = [token for token in objects if not self.nesting.is_wide(self.places[token])]
            if unknown := [token for token in objects if self.nesting.is_unknown(self.places[token])]:
                return [token for token in objects if are_listed(self.reading.grammar, (token, unknown[0]))]
        if any(map(self.nesting.is_unknown, wide)) and not are_listed(self.reading.grammar, chosen):
            chosen = [token for token in chosen if not self.nesting.is_wide(self.places[token])] or chosen
        inner = [token for token in objects if self.nesting.within(wide, (self.places[token],))]
        if told := [token for token in objects if token not in inner and self._is_told_in(token, chosen)]:
            return [*(token for token in chosen if token < told[0]), *told]
        finest = self.nesting.finest((*wide, *ids_of(self.places, inner)))
        return [token for token in (*chosen, *inner) if self.places[token] in finest]

    def _is_told_in(self, token: int, wide: list[int]) -> bool:
        """ "The village of X in the north of the state": whether a place stands right before the "in" of a wide one."""
        grammar, after = self.reading.grammar, next((other for other in wide if other > token), token)
        between = range(token + 2, after)
        near = token + 1 < after <= token + NEAR and grammar.lowers[token + 1] == "in"
        return near and not any(grammar.tags[other][0] in "V,." for other in between)

    def one_of(self, tokens: list[int]) -> tuple[str, ...]:
        """The ids of the place, or of the list of places, that some tokens come to; none where they tell of several."""
        chosen = self.set_here(tokens)
        ids = self.nesting.finest(
            ids_of(self.places, [token for token in chosen if not self._holds_the_last(token, chosen)])
        )
        return ids if len(ids) == 1 or are_listed(self.reading.grammar, chosen) else self._town_of(ids)

    def _holds_the_last(self, token: int, others: list[int]) -> bool:
        """ "In X, in the Y mountains", "in X, in the south of the province": what an "in" behind a comma adds is where
        the place in front of it lies."""
        grammar, link = self.reading.grammar, self.reading.grammar.heads[token]
        link = grammar.heads[link] if grammar.deps[token] == "compound" else link
        link = grammar.heads[grammar.heads[link]] if grammar.lowers[link] == "of" else link
        if grammar.lowers[link] != "in" or link < 2 or grammar.words[link - 1] != ",":
            return False
        return any(place == link - 2 for place in others)

    def _town_of(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """ "The bridge, which is on the Northern Highway in X": the one town in which all of several places lie."""
        holders = {self.nesting.holder(place) for place in ids}
        town = self.nesting.places.get(holders.pop() or "") if len(holders) == 1 else None
        return (town.id,) if town is not None and town.precision == "settlement" else ()
