"""Text out of HTML, where a text file turns out to hold a page.

In goes a decoded text; out comes either the same text or, where it is a page or a piece
of one, what trafilatura takes for its article. Offsets then count in the extracted text,
which is what is stored. Title, date and outlet of the page are not read yet.
"""

from __future__ import annotations

import re

from waqai.errors import IngestError

EXTRACTED = "text extracted from HTML"
"""The note that a document bears whose text was taken out of a page."""

_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_BLOCK_END = re.compile(r"</(?:p|div|article|section|li|td|h[1-6])\s*>|<br\s*/?>", re.IGNORECASE)
_HEAD_CHARS = 2_000
"""Where the opening tag of a page is looked for."""
_MIN_BLOCKS = 2
"""So many ends of blocks make a piece of a page; a single tag may be quoted in plain text."""


def is_html(text: str) -> bool:
    """Whether a text is a page or a piece of one.

    Example:
        >>> is_html("<p>وصل الوفد.</p><p>ثم غادر.</p>"), is_html("السعر < 5 و > 3")
        (True, False)
    """
    if _PAGE.search(text, 0, _HEAD_CHARS):
        return True
    return len(_BLOCK_END.findall(text)) >= _MIN_BLOCKS


def extract_text(html: str) -> str:
    """The article of a page, or all its text where no article stands out.

    Raises:
        IngestError: the page holds no text.
    """
    import trafilatura

    article = trafilatura.extract(html, include_comments=False, deduplicate=False)
    text = article or trafilatura.html2txt(html)
    if not text or not text.strip():
        raise IngestError(
            "is HTML without text", hint="save the page after it has loaded, or give its text"
        )
    return str(text)
