"""The scene of a document: places named so far, for words and deeds that lead back to them.

"وقتلت خمسة في المدينة" means the town named last, and a deed told without a place happened
where the one before it did, else where the report is from: its dateline ("طرابلس -"), or the
one town that its title names and its text takes up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from waqai.coding.draft import PlaceMention
from waqai.coding.names import NameMatch
from waqai.knowledge import Knowledge, NameUse
from waqai.model import Span
from waqai.text.tokens import Token

_DASHES = frozenset("-–—/:(")
_DATELINE_TOKENS = 8
"""Words in which a dateline ends: "تونس (وات) -"."""
_TOWN = (3, 5)


class Scene:
    """Places that a document has named, the latest last."""

    def __init__(self, text: str, knowledge: Knowledge, titled: Sequence[NameMatch] = ()) -> None:
        """Start a document.

        Args:
            text: the document's text.
            knowledge: how precise its places are.
            titled: known names of its title.
        """
        self._text = text
        self._places = knowledge.places
        towns = {m.uses for m in titled if self.fits(m.uses, _TOWN) and not m.use("country")}
        self._titled = towns.pop() if len(towns) == 1 else ()
        self._named: list[PlaceMention] = []
        self._home: PlaceMention | None = None
        self.deed: PlaceMention | None = None
        """Where the last deed told happened."""

    def fits(self, uses: Sequence[NameUse], span: tuple[int, int]) -> bool:
        """Whether a name may be a place from one resolution to another."""
        found = (self._places[u.id].resolution for u in uses if u.id in self._places)
        return any(span[0] <= resolution <= span[1] for resolution in found)

    def last_of(self, span: tuple[int, int]) -> PlaceMention | None:
        """The place of the last deed where its resolution lies in a span, else the one named last.

        A deed in a place that nobody knows ("بلدة روبيه") is what "البلدة" then means.
        """
        if self.deed is not None and (not self.deed.uses or self.fits(self.deed.uses, span)):
            return self.deed
        return next((m for m in reversed(self._named) if self.fits(m.uses, span)), None)

    @property
    def home(self) -> PlaceMention | None:
        """Where the report is from; None where neither dateline nor title says."""
        return self._home

    def open(self, tokens: Sequence[Token], names: Mapping[int, NameMatch]) -> None:
        """Read the dateline of the first sentence."""
        match = names.get(0)
        if match is None or match.prep or not self.fits(match.uses, (4, 5)):
            return
        after = tokens[match.last : match.last + _DATELINE_TOKENS]
        if not after or after[0].text not in _DASHES:
            return
        is_closed = after[0].text != "(" or any(t.text in "-–—:" for t in after)
        if is_closed:
            self._home = self._mention(tokens, match)

    def take(self, tokens: Sequence[Token], names: Mapping[int, NameMatch]) -> None:
        """Note the places that a sentence names, once it was read."""
        for match in names.values():
            if not any(use.kind == "place" for use in match.uses):
                continue
            mention = self._mention(tokens, match)
            self._named.append(mention)
            if self._home is None and match.uses == self._titled:
                self._home = mention

    def _mention(self, tokens: Sequence[Token], match: NameMatch) -> PlaceMention:
        first = tokens[match.first]
        n_clitics = len(match.conj) + len(match.prep)
        is_plain = len(first.text) == len(first.norm) and not first.norm.startswith("لل")
        start = first.start + (n_clitics if is_plain else 0)
        uses = tuple(use for use in match.uses if use.kind == "place")
        return PlaceMention(Span.of(self._text, start, tokens[match.last - 1].end), uses)
