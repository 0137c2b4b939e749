"""Rank the verbs of a corpus that name no act in the lexicon by how many clauses they tell.

In go corpus files (JSON Lines with a `text`, plain or gzipped); out come verbs with all their
forms counted together, commonest first. Counted is a word that bears a clause and that no
trigger has:

1. the verb of the clause, where a file knows it and not as a trigger (with `--ordinary`);
2. else its first word that is no particle, where no file knows it and it has neither an article
   nor a preposition: a finite verb nobody knows;
3. the noun beside a light verb ("تم ترسيم", "قام بتدشين"), unknown or ordinary;
4. a participle that goes on after a comma ("، مبرزا أن").

Nobody can tell the root of an unknown word for sure. `skeletons` gives the letters that all forms
of one verb share; of several that a word may have, the one that most other words share wins.
Verbs that differ in a weak radical alone ("قال", "قلل") fall together, which does no harm in a
list that somebody reads.

    python tools/rank_verbs.py ../shared/corpus/*.jsonl* [--ordinary] [--show WORD]

`--show` prints lines of the corpus in which a word of the list bears a clause.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from waqai.coding.clauses import AUXILIARIES, Parse, parse_clauses
from waqai.coding.names import NameIndex
from waqai.coding.phrases import Chunker
from waqai.coding.tagging import Tagged, mark_given_names, mark_phrases, tag_words
from waqai.coding.words import WordReader
from waqai.knowledge import load_knowledge
from waqai.lexicon import load_lexicon
from waqai.lexicon.load import LightVerb
from waqai.text.sentences import split_sentences
from waqai.text.tokens import tokenize
from waqai.text.view import make_view

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools.draw_sentences import read_documents

N_SHOWN = 3
"""Lines for each word that somebody asks to see."""
N_ROWS = 600
N_AROUND = 90
"""Code points of a line on either side of the word."""

C = "([^اويىءأإآؤئة])"
"""A firm radical."""
W = "[اويىءأإآؤئ]?"
"""A weak letter, which other forms of the verb may write otherwise or not at all."""
PLAIN = f"{C}{W}{C}{W}{C}?"
PATTERNS = (
    ("است", f"^(?:[يتنأم]|ا)?ست{PLAIN}{W}$"),
    ("ت", f"^[يتنأ]?ت{PLAIN}{W}$"),
    ("ت", f"^مت{PLAIN}{W}$"),
    ("ان", f"^(?:ا|[يتنأم])ن{PLAIN}{W}$"),
    ("افت", f"^(?:ا|[يتنأم]){C}[تطد]{W}{C}{W}{C}?{W}$"),
    ("", f"^[يتنأم]?{W}{PLAIN}{W}$"),
)
"""What stands around the radicals, and the augment that tells the stems apart; first, second,
third and fourth stems are mostly written alike without vowels and go together."""
SUFFIXES = ("هما", "تان", "تين", "ها", "هم", "هن", "نا", "وا", "ون", "ان", "ين", "تا", "ات", "ه",
            "ت", "ن", "ا", "ة", "ي", "")  # fmt: skip
_PATTERNS = tuple((augment, re.compile(pattern)) for augment, pattern in PATTERNS)
_PASSED = frozenset({"particle", "preposition", "conjunction", "punct", "number", "name", "nisba"})
"""Tags that may stand before the verb of a clause."""
_PARTICIPLE = re.compile("^م...*(?:ا|ة|ين)$")


class Hit(NamedTuple):
    """A word that bears a clause."""

    word: str
    lemma: str
    """Given for a known verb, empty for an unknown word."""
    line: str


def skeletons(word: str) -> frozenset[tuple[str, str]]:
    """Augment and firm radicals that a written word may have.

    Example:
        >>> ("است", "فد") in skeletons("استفادت") & skeletons("يستفيد") & skeletons("مستفيد")
        True
        >>> ("", "دشن") in skeletons("دشن") & skeletons("يدشن") & skeletons("تدشين")
        True
    """
    found = set()
    for suffix in SUFFIXES:
        if not word.endswith(suffix):
            continue
        stem = word[: len(word) - len(suffix)]
        for augment, pattern in _PATTERNS:
            match = pattern.match(stem)
            if match is not None:
                found.add((augment, "".join(radical or "" for radical in match.groups())))
    return frozenset(found)


def group(counts: Mapping[str, int]) -> list[tuple[int, list[str]]]:
    """Words with the others of their verb, commonest verb first, commonest word first."""
    words_of: dict[tuple[str, str], set[str]] = defaultdict(set)
    for word in counts:
        for skeleton in skeletons(word):
            words_of[skeleton].add(word)
    verbs: dict[object, list[str]] = defaultdict(list)
    for word in counts:
        best = max(
            skeletons(word),
            key=lambda s: (len(s[1]) > 2, len(words_of[s]), len(s[0]), s),
            default=("", word),
        )
        verbs[best].append(word)
    rows = [
        (sum(counts[w] for w in words), sorted(words, key=lambda w: (-counts[w], w)))
        for words in verbs.values()
    ]
    return sorted(rows, key=lambda row: (-row[0], row[1]))


class Ranker:
    """Finds what bears the clauses of a text."""

    def __init__(self) -> None:
        """Load the lexicon and the names."""
        self._lexicon = load_lexicon()
        self._names = NameIndex(load_knowledge(), self._lexicon.forms)
        self._words = WordReader(self._lexicon, self._names.first_words)
        given = self._lexicon.given_names | self._lexicon.ordinary_given_names
        self._first_names = given

    def hits(self, text: str) -> Iterator[Hit]:
        """The words that bear clauses without a trigger."""
        view = make_view(text)
        for sentence in split_sentences(view):
            tokens = tokenize(view, sentence.start, sentence.end)
            names = self._names.find(tokens, set())
            tags = tag_words(self._words.read(tokens), names, self._first_names)
            tags = mark_given_names(mark_phrases(tags, self._lexicon.phrases), self._lexicon)
            parse = parse_clauses(tags, Chunker(tags, {}).read())
            for word, lemma in bearers(parse, self._lexicon.lights):
                at = tags[word].token.start
                line = text[max(0, at - N_AROUND) : at + N_AROUND].replace("\n", " ")
                yield Hit(tags[word].reading.stem, lemma, line)


def bearers(parse: Parse, lights: Mapping[str, LightVerb]) -> Iterator[tuple[int, str]]:
    """Words that bear a clause without a trigger, each with its lemma where it is known."""
    for chunks in parse.chunks_of:
        words = [i for k in chunks for i in range(parse.chunks[k].first, parse.chunks[k].last)]
        tags = [parse.tags[i] for i in words]
        at = _bearer(tags, lights)
        if at is not None and tags[at].entry_ids("trigger"):
            continue
        if at is not None:
            forms = tags[at].forms
            yield words[at], forms[0].lemma if forms else ""


def _bearer(tags: Sequence[Tagged], lights: Mapping[str, LightVerb]) -> int | None:
    for at, tag in enumerate(tags):
        if tag.tag == "verb" and tag.forms:
            if any(form.lemma in AUXILIARIES for form in tag.forms):
                continue
            light = next((lights[entry] for entry in tag.entry_ids("light")), None)
            return at if light is None else _beside(tags, at, light)
        if tag.tag in _PASSED:
            continue
        if at and tags[at - 1].token.text in "،," and _PARTICIPLE.match(tag.token.norm):
            return at
        return at if _is_unknown(tag) and not tag.reading.prep else None
    return None


def _beside(tags: Sequence[Tagged], verb: int, light: LightVerb) -> int | None:
    """The noun beside a light verb, where no trigger has it and it is the verb's own.

    After "تم" or "قام ب": what follows "شن" without a preposition is its subject as often.
    """
    after = verb + 1
    if after < len(tags) and light.through and tags[after].tag == "preposition":
        after += 1
    elif after >= len(tags) or (light.noun == "object" and not tags[after].reading.prep):
        return None
    if after >= len(tags) or tags[after].tag != "noun" or tags[after].given:
        return None
    return None if {form.kind for form in tags[after].forms} - {"noun"} else after


def _is_unknown(tag: Tagged) -> bool:
    is_word = tag.tag in ("noun", "verb") and not tag.given
    return is_word and not tag.forms and not tag.reading.article


def read_hits(paths: Iterable[Path]) -> Iterator[Hit]:
    """The hits of all documents."""
    ranker = Ranker()
    for path in sorted(paths):
        for document in read_documents(path):
            yield from ranker.hits(document["text"])


def main(arguments: Sequence[str]) -> None:
    """Print the ranking, or lines for the words asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--ordinary", action="store_true", help="known ordinary verbs instead")
    parser.add_argument("--number", type=int, default=N_ROWS)
    parser.add_argument("--show", nargs="+", default=[], metavar="WORD")
    asked = parser.parse_args(arguments)
    hits = [hit for hit in read_hits(asked.corpus) if bool(hit.lemma) == asked.ordinary]
    for word in asked.show:
        lines = [hit.line for hit in hits if word in (hit.word, hit.lemma)]
        step = max(1, len(lines) // N_SHOWN)
        print(*lines[::step][:N_SHOWN], sep="\n")
    if asked.show:
        return
    if asked.ordinary:
        lemmas = Counter(hit.lemma for hit in hits)
        rows = [(n, [lemma]) for lemma, n in lemmas.most_common()]
    else:
        rows = group(Counter(hit.word for hit in hits))
    for n, words in rows[: asked.number]:
        print(n, " ".join(words), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
