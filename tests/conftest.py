"""What tests of several layers share.

1. No test reaches beyond this machine: a socket to any other address fails the test.
2. Golden files are compared, or written anew by `--update-golden`.
3. What stands beside the clone (`../shared`) is optional: tests that read it are skipped by
   the name of what is missing.
4. A record made by hand, and a coder of one word. The real coder has tests of its own; those
   of the pipeline, the store and the command line need one whose answer is plain to see:
   every "زار" (visited) is one record.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings

from waqai.model import DateInfo, Document, Entity, Record, Sentence, Span, When

ROOT = Path(__file__).parents[1]
VISIT = re.compile("زار")

# The same commit passes or fails the same way everywhere, and fails soon: one document takes a
# tenth of a second to code, and shrinking an example codes thousands. New examples are looked
# for, and shrunk, with `pytest --hypothesis-profile explore`.
FIND = (Phase.explicit, Phase.generate, Phase.target)
settings.register_profile("steady", deadline=None, derandomize=True, phases=FIND)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files anew; read the diff"
    )


class OutsideConnectionError(Exception):
    """A test tried to reach another machine.

    Not an `OSError`: code that treats a network failure as ordinary must not swallow it.
    """


def is_local(host: Any) -> bool:
    """Whether a host, given by name or address, is this machine."""
    name = str(host).partition("%")[0]
    return name in {"", "localhost"} or (is_address(name) and ip_address(name).is_loopback)


def is_address(name: str) -> bool:
    """Whether a host is given by its number, so that nobody need be asked for it."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Let sockets reach this machine only, and names be looked up for it only."""
    look_up = socket.getaddrinfo

    def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: socket.socket, *arguments: Any) -> Any:
            outward = self.family in {socket.AF_INET, socket.AF_INET6}
            if outward and not is_local(arguments[-1][0]):
                self.close()  # callers close after an OSError only
                raise OutsideConnectionError(arguments[-1])
            return method(self, *arguments)

        return call

    def look_up_here(host: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host or "localhost"
        if not is_local(name) and not is_address(name):
            raise OutsideConnectionError(name)
        return look_up(host, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", look_up_here)
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the clone: articles, gold and corpus, not part of the code."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, which stands beside the project's own checkouts only")
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a file of `tests/golden`."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"{path} is missing: run pytest --update-golden, read the diff"
        assert text == path.read_bytes().decode(), "run pytest --update-golden, read the diff"

    return compare


def build_record(document: Document, start: int, end: int) -> Record:
    """A record of a visit whose trigger stands between two offsets."""
    text = document.text
    day = document.published.day if document.published else None
    iso = day.isoformat() if day else None
    info = DateInfo("day", "exact" if iso else "unresolved", "publication")
    actor = Entity("TUR", "MIL", (), Span.of(text, start, end), None, "text")
    return Record(
        id=f"{document.id}-{start}",
        event="CONSULT",
        modes=("visit",),
        contexts=("diplomatic",),
        aux=(),
        stance="asserted",
        symmetric=False,
        actors=(actor,),
        recipients=(),
        when=When(info, iso, iso),
        about=None,
        place=None,
        trigger=(Span.of(text, start, end),),
        attributions=(),
        interests=(),
        quad_code=1,
        event_scale=4.0,
        cameo="042",
        goldstein=1.9,
        sizes={},
        sentence=Sentence(0, Span.of(text, 0, len(text))),
        document=document,
        evidence={},
        coder="one word 1",
        rule="ar.consult.visit.001",
        confidence=0.5,
        resources={"lexicon": "0" * 8},
    )


@dataclass(frozen=True)
class WordExplanation:
    """Says which words were found."""

    words: tuple[str, ...]

    def render(self) -> str:
        """The words on one line."""
        return f"found: {' '.join(self.words)}"


class WordCoder:
    """One record for each "زار"; fails on "غغغ", which is no word."""

    name = "one word 1"

    def code(self, document: Document) -> tuple[Record, ...]:
        """The records in the order of the text."""
        if "غغغ" in document.text:
            raise KeyError("غغغ")
        return tuple(build_record(document, *m.span()) for m in VISIT.finditer(document.text))

    def explain(self, document: Document) -> WordExplanation:
        """The words that were found."""
        return WordExplanation(tuple(r.trigger[0].text for r in self.code(document)))


@pytest.fixture
def word_coder() -> WordCoder:
    """The coder of one word."""
    return WordCoder()


@pytest.fixture
def make_record() -> Callable[[Document, int, int], Record]:
    """The function that makes a record by hand."""
    return build_record
