"""The lexicon: words that name acts, people and marks, as data that anybody can mend."""

from waqai.lexicon.load import Lexicon, load_lexicon

__all__ = ["Lexicon", "load_lexicon"]
