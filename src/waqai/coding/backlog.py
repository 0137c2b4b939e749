"""Work on the document's state that is put off until somebody asks what it changes.

Every sentence tells who is meant by later pronouns and who speaks last, and most documents
never ask. In go pieces of work in the order of the text; they are done, in that order, when
the state is asked for. An answer is the same as if each had been done at once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable


class Backlog:
    """The work that one document has put off.

    Example:
        >>> backlog, done = Backlog(), []
        >>> backlog.later(lambda: done.append("told"))
        >>> list(done), backlog.clear(), done
        ([], None, ['told'])
    """

    def __init__(self) -> None:
        """Start with nothing to do."""
        self._waiting: deque[Callable[[], None]] = deque()
        self._is_working = False

    def later(self, work: Callable[[], None]) -> None:
        """Put work off; what a piece of work itself puts off is part of it and done at once."""
        if self._is_working:
            work()
        else:
            self._waiting.append(work)

    def drop(self) -> None:
        """Leave what waits undone: nobody will ask, and it holds the sentences in memory."""
        self._waiting.clear()

    def clear(self) -> None:
        """Do what waits; within a piece of work everything before it has been done."""
        if self._is_working:
            return
        self._is_working = True
        try:
            while self._waiting:
                self._waiting.popleft()()
        finally:
            self._is_working = False
