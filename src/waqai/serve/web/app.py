"""The web application: a list of documents and a page for each.

Thin: it asks `waqai.store` and `waqai.ontology`, cuts the text into highlights and fills
templates. Everything a page needs comes from this address; the policy that a browser is
told forbids anything else, scripts within the page included.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib import resources
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from waqai.errors import StoreError
from waqai.ontology import load_ontology
from waqai.serve.web.highlights import FIELDS, cut, paragraphs
from waqai.serve.web.words import LANGUAGES, other, words, write_day, write_days
from waqai.store import open_store
from waqai.version import __version__

PER_PAGE = 50
_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


def create_app(database: str) -> FastAPI:
    """The application over a database.

    Args:
        database: URL, such as "sqlite:///waqai.db".

    Raises:
        StoreError: the database cannot be opened.
    """
    app = FastAPI(title="Waqai", version=__version__, docs_url=None, redoc_url=None)
    app.mount("/static", StaticFiles(directory=_static()), name="static")
    pages = _Pages(database)

    @app.middleware("http")
    async def add_headers(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        response = await call_next(request)
        response.headers.update(_HEADERS)
        return response

    @app.get("/", include_in_schema=False)
    def home(request: Request) -> RedirectResponse:
        wanted = request.headers.get("accept-language", "").lower()
        return RedirectResponse("/en/documents" if wanted.startswith("en") else "/ar/documents")

    @app.get("/{language}/documents", response_class=HTMLResponse)
    def documents(language: str, cursor: str | None = Query(None, max_length=500)) -> Response:
        return pages.documents(language, cursor)

    @app.get("/{language}/documents/{document_id:path}", response_class=HTMLResponse)
    def document(language: str, document_id: str) -> Response:
        return pages.document(language, document_id)

    @app.exception_handler(404)
    def missing(request: Request, _: Exception) -> Response:
        language = request.url.path.split("/")[1]
        return pages.missing(language if language in LANGUAGES else "ar")

    return app


def _static() -> Path:
    return Path(str(resources.files("waqai.serve.web") / "static" / "dist"))


class _Pages:
    """Templates and what they are filled with."""

    def __init__(self, database: str) -> None:
        self._store = open_store(database)
        self._ontology = load_ontology()
        self._templates = Environment(
            loader=PackageLoader("waqai.serve.web"),
            autoescape=select_autoescape(default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def documents(self, language: str, cursor: str | None) -> Response:
        if language not in LANGUAGES:
            return self.missing("ar")
        try:
            page = self._store.list_documents(PER_PAGE, cursor)
        except StoreError:
            return self.missing(language)
        return self._page(
            "documents.html",
            language,
            path="documents",
            page=page,
            counts=self._store.counts(),
            is_first=cursor is None,
        )

    def document(self, language: str, document_id: str) -> Response:
        stored = self._store.get_document(document_id) if language in LANGUAGES else None
        if stored is None:
            return self.missing(language if language in LANGUAGES else "ar")
        return self._page(
            "document.html",
            language,
            path=f"documents/{document_id}",
            stored=stored,
            document=stored.document,
            lines=paragraphs(cut(stored.document.text, stored.records)),
            fields=FIELDS,
        )

    def missing(self, language: str) -> Response:
        return self._page("missing.html", language, status=404, path="documents")

    def _page(self, template: str, language: str, *, status: int = 200, **values: Any) -> Response:
        body = self._templates.get_template(template).render(
            t=words(language),
            language=language,
            other=other(language),
            name=lambda term: term.name_ar if language == "ar" else term.name_en,
            day=lambda iso: write_day(iso, language),
            days=lambda first, last: write_days(first, last, language),
            ontology=self._ontology,
            version=__version__,
            **values,
        )
        return HTMLResponse(body, status_code=status)
