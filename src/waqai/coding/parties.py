"""Parties: who fills a role, as spans of the document.

In go slots and descriptions, which count words of one sentence; out come `Party`s, which
count code points of the document and no longer need the sentence. Pronouns and
descriptions such as "المسؤولان" lead back to parties mentioned before (`waqai.coding.focus`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqai.coding.entities import ANIMATE, Described, Describer
from waqai.coding.focus import Focus, Party, bare_words, head_word
from waqai.coding.phrase_words import REFLEXIVES
from waqai.coding.slots import Argument
from waqai.coding.surnames import reads_as_name
from waqai.coding.tagging import Tagged
from waqai.model import Span

_DUAL_HEADS = frozenset(
    {"مسوولان", "مسءولان", "مسؤولان", "طرفان", "جانبان", "رئيسان", "وزيران", "زعيمان", "قائدان",
     "بلدان", "دولتان", "رجلان", "مسؤولين", "طرفين", "جانبين", "رئيسين", "وزيرين", "زعيمين"}
)  # fmt: skip
_PRONOUNS = {"ه": ("m", "s"), "ها": ("f", ""), "هم": ("m", "p"), "هما": ("", "d"), "هن": ("f", "p")}
_DESCRIBING = frozenset({"office", "agent", "thing"})
"""Kinds of phrases that may take up somebody told before."""
_HOMELANDS = frozenset({"بلاد", "بلد"})


class PartyReader:
    """Turns word stretches of one sentence into parties."""

    def __init__(
        self,
        text: str,
        tags: Sequence[Tagged],
        describer: Describer,
        place: tuple[int, int],
        focus: Focus,
    ) -> None:
        """Keep the sentence.

        Args:
            text: the document's text.
            tags: the sentence's words.
            describer: who its phrases are.
            place: index of the sentence and of its paragraph.
            focus: who was mentioned before.
        """
        self._text = text
        self._tags = tags
        self._describer = describer
        self._sentence, self._paragraph = place
        self._focus = focus

    def span(self, first: int, last: int) -> Span:
        """The words [first, last) as a span of the document, closing marks left out."""
        while last - 1 > first and self._tags[last - 1].tag == "punct":
            if self._tags[last - 1].token.text in ")»”’]":
                break
            last -= 1
        start = self._tags[first].token.start + self._n_clitics(first)
        return Span.of(self._text, start, self._tags[last - 1].token.end)

    def _n_clitics(self, first: int) -> int:
        """Code points of the conjunction and preposition written before the first word."""
        reading = self._tags[first].reading
        n_letters = len(reading.conj) + len(reading.prep)
        token = self._tags[first].token
        if reading.prep == "ل" and token.norm.removeprefix(reading.conj).startswith("لل"):
            n_letters -= 1  # "للشرطة": the article is written into the preposition.
        if not n_letters or len(token.norm) <= n_letters:
            return 0
        position = n_seen = 0
        for position, char in enumerate(token.text):
            if char.isalpha() and char != "ـ":
                if n_seen == n_letters:
                    return position
                n_seen += 1
        return 0

    def read(
        self,
        arguments: Sequence[Argument],
        *,
        things: bool = False,
        besides: Sequence[Party] = (),
    ) -> tuple[Party, ...]:
        """The parties that fill a slot.

        Args:
            arguments: what fills it.
            things: whether things without a name count too.
            besides: who else takes part: a pronoun in another slot does not mean them.
        """
        found: list[Party] = []
        for argument in arguments:
            if self._tags[argument.first].token.norm in REFLEXIVES:
                continue
            if argument.is_pronoun and not argument.is_inherited:
                found += self._pronoun(argument, besides)
                continue
            found += self._plain(argument, things=things)
        return tuple(found)

    def _plain(self, argument: Argument, *, things: bool) -> tuple[Party, ...]:
        if self._tags[argument.first].reading.stem in _HOMELANDS:
            homeland = self._homeland(argument)
            if homeland:
                return homeland
        described = self._describer.describe(argument.first, argument.last)
        if described.kind == "thing" and not things:
            described = self._inner(argument) or self._by_nisba(argument, described)
        if described.kind == "thing" and not things and self._tags[argument.first].reading.pronoun:
            return self._pronoun(argument)  # "طائراته قصفت": whose they are acts.
        dual = self._dual(argument)
        if dual:
            return dual
        meant = self._described_before(described)
        if meant is not None:
            return (meant,)
        if described.kind in ANIMATE or (things and described.kind in ("thing", "place")):
            return (self._recognised(self.party(described)),)
        return ()

    def _described_before(self, described: Described) -> Party | None:
        """ "المحكمة": the court that the text has named in full, where it has named one.

        So is somebody whose name looks like ordinary words: "الناشطة صابرين … صابرين".
        """
        if described.kind not in _DESCRIBING or described.code or described.name_words:
            return None
        span = self.span(described.first, described.last)
        namesake = self._focus.namesake(span.text)
        if namesake is not None:
            return replace(namesake, span=span, phrase=span, mention=None)
        if not self._tags[described.first].is_definite and described.kind != "office":
            return None
        fuller = self._focus.described(bare_words(span.text), span.start)
        if fuller is None or (described.number == "p"):
            return None
        return replace(fuller, mention=span, is_described=True)

    def _recognised(self, party: Party) -> Party:
        """Somebody whom the base does not know, with what an earlier full mention says of him.

        "النائبة صابرين القوبنطيني … وأوضحت القوبنطيني".
        """
        if party.kind != "person" or party.uses or party.sector is not None:
            return party
        fuller = self._focus.bearer(party.span.text)
        if fuller is None:
            return party
        return replace(
            party, sector=fuller.sector, other_sectors=fuller.other_sectors,
            code=party.code or fuller.code, code_basis="context", gender=fuller.gender,
        )  # fmt: skip

    def _homeland(self, argument: Argument) -> tuple[Party, ...]:
        """ "بلاده ترفض": the state of whom the pronoun means."""
        owner = next(iter(self._pronoun(argument)), None)
        if owner is None or owner.code is None:
            return ()
        span = self.span(argument.first, argument.last)
        return (
            replace(
                owner, span=span, phrase=span, kind="state", name=None, uses=(), sector="GOV",
                other_sectors=(), office=None, relative=None, code_basis="context", mention=None,
                is_named=False, said_sector=None,
            ),
        )  # fmt: skip

    def _by_nisba(self, argument: Argument, described: Described) -> Described:
        """ "غارات إسرائيلية استهدفت": the act of a state acts; the state is meant."""
        nisba = self._nisba_in(argument)
        is_act = self._tags[argument.first].names_act
        return self._state_of(nisba) if is_act and nisba else described

    def _state_of(self, nisba: int) -> Described:
        """The state that an adjective stands for beside an act or a thing of its own."""
        described = self._describer.describe(nisba, nisba + 1)
        return replace(described, sector=described.sector or "GOV")

    def _nisba_in(self, argument: Argument) -> int | None:
        words = range(argument.first, argument.last)
        return next((i for i in words if self._tags[i].tag == "nisba"), None)

    def _inner(self, argument: Argument) -> Described | None:
        """ "بدور الأردن", "بجهود الحكومة": who stands in the iḍāfa of a mere thing."""
        for i in range(argument.first + 1, argument.last):
            tag = self._tags[i]
            if tag.reading.conj or tag.reading.prep or tag.tag in ("nisba", "punct"):
                return None
            described = self._describer.describe(i, argument.last)
            if described.kind in ANIMATE:
                return described
            if tag.reading.article:
                return None
        return None

    def owners(self, arguments: Sequence[Argument]) -> tuple[Party, ...]:
        """Whose each thing is: "وساطة الاتحاد الأفريقي", "المقترح الأمريكي", "قراره"."""
        found: list[Party] = []
        for argument in arguments:
            if argument.is_pronoun:
                continue
            described = self._describer.describe(argument.first, argument.last)
            if described.kind in ANIMATE:
                continue
            inner = self._inner(argument)
            if inner is not None:
                found.append(self.party(inner))
                continue
            nisba = self._nisba_in(argument)
            if nisba is not None:
                found.append(self.party(self._state_of(nisba)))
        return tuple(found)

    def crowd(self, word: int) -> Party:
        """Those who protest, by the noun that names the protest: "اندلعت احتجاجات في المدينة".

        A protest is the deed of civilians; nothing else is said of who they are.
        """
        described = Described(word, word + 1, "agent", sector="CVL", number="p")
        return self.party(described)

    def party(self, described: Described) -> Party:
        """A described phrase as spans of the document."""
        phrase = self.span(described.first, described.last)
        named = described.name_words
        office = described.office_words
        return Party(
            span=self.span(*named) if named else phrase,
            phrase=phrase,
            kind=described.kind,
            name=described.name,
            uses=described.uses,
            code=described.code,
            code_basis=described.code_basis,
            sector=described.sector,
            other_sectors=described.other_sectors,
            office=self.span(*office) if office else None,
            relative=described.relative,
            gender=described.gender or ("f" if described.kind == "state" else ""),
            number=described.number,
            sentence=self._sentence,
            paragraph=self._paragraph,
            said_sector=described.said_sector,
            is_named=named is not None and reads_as_name(self._tags, *named),
            is_vague=described.code is None
            and described.kind == "agent"
            and self._tags[described.first].tag == "quantifier",
        )

    def _dual(self, argument: Argument) -> tuple[Party, ...]:
        """ "المسؤولان": the last two persons mentioned."""
        tag = self._tags[argument.first]
        stem = tag.reading.stem
        if not tag.reading.article or not (stem in _DUAL_HEADS or _is_dual(tag)):
            return ()
        mention = self.span(argument.first, argument.last)
        return tuple(replace(party, mention=mention) for party in self._focus.last_two())

    def _pronoun(self, argument: Argument, besides: Sequence[Party] = ()) -> tuple[Party, ...]:
        tag = self._tags[argument.first]
        if tag.reading.pronoun == "هما":
            mention = Span.of(self._text, tag.token.end - len(tag.reading.pronoun), tag.token.end)
            return tuple(replace(party, mention=mention) for party in self._focus.last_two())
        wanted = _PRONOUNS.get(tag.reading.pronoun)
        if wanted is None:
            return ()
        party = self._focus.antecedent(*wanted, besides={head_word(p) for p in besides})
        if party is None:
            return ()
        mention = Span.of(self._text, tag.token.end - len(tag.reading.pronoun), tag.token.end)
        return (replace(party, mention=mention),)


def _is_dual(tag: Tagged) -> bool:
    return bool(tag.forms) and all(
        form.number == "d" and form.kind in ("title", "agent") for form in tag.forms
    )


def match_counterparts(parties: dict[str, list[Party]]) -> None:
    """ "نظيره التركي" holds the office of the other side, in another country."""
    for side, other in (("actor", "recipient"), ("recipient", "actor")):
        model = next((p for p in parties[other] if p.kind != "counterpart"), None)
        if model is None:
            continue
        parties[side] = [
            replace(
                p, kind="office", sector=model.sector, office=model.office,
                other_sectors=model.other_sectors,
            )
            if p.kind == "counterpart"
            else p
            for p in parties[side]
        ]  # fmt: skip


def distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Each party once, by its words."""
    return tuple({party.span: party for party in parties}.values())


def split_sides(
    actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Both sides of a symmetric act from one slot: the first acts, the others receive."""
    if len(actors) > 1 and not recipients:
        return actors[:1], actors[1:]
    if len(recipients) > 1 and not actors:
        return recipients[:1], recipients[1:]
    return actors, recipients
