"""What fills the slots of a verb or a verbal noun: stretches of words of one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Argument:
    """Words [first, last) that fill a slot."""

    first: int
    last: int
    is_pronoun: bool = False
    """The slot holds only a pronoun (on the word `first`) or an implied subject."""
    is_inherited: bool = False
    """Taken over from the clause this one continues, or from a relative's antecedent."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What fills each slot, in the order of the words."""

    filled: dict[str, tuple[Argument, ...]] = field(default_factory=dict)
    is_passive: bool = False
    light: str | None = None
    """Id of the light verb that carries a noun."""
    light_word: int | None = None

    def get(self, slot: str) -> tuple[Argument, ...]:
        """Arguments of a slot; empty where there is none."""
        return self.filled.get(slot, ())
