"""The pages in a real browser: highlights quote the text, both sides light up, two languages."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Request, sync_playwright

from waqai.dates import Published
from waqai.model import Document
from waqai.pipeline import code_documents
from waqai.record_json import to_dict
from waqai.resolve.coder import load_coder
from waqai.serve.web.app import create_app
from waqai.store import open_store

pytestmark = pytest.mark.browser
HARD = "mixed-direction"
TEXT = (
    "استقبل الرئيس التركي رجب طيب أردوغان رئيسَ الحكومة الليبية في أنقرة "
    "يوم 12 سبتمبر 2023 😀👍🏽.\n"
    "وقالت وكالة Anadolu إن «الوزير زار “مصراتة”» (AFAD) و'هاجم' مسلحون مُعَسْكَـــرًا بـ ٣ قذائف.\n"
    'وأدانت وزارةُ الخارجيّة التركيّة الهجوم على السفارة <script>alert(1)</script> & "USA".'
)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database = f"sqlite:///{tmp_path_factory.mktemp('pages') / 'pages.db'}"
    rows = (resources.files("waqai") / "demo" / "articles.jsonl").read_text(encoding="utf-8")
    documents = [_document(json.loads(line)) for line in rows.splitlines()]
    documents.append(Document(HARD, TEXT, Published.parse("2023-09-13"), "Example", "عنوان 😀"))
    store = open_store(database)
    store.save(code_documents(documents, load_coder()))
    store.close()
    config = uvicorn.Config(create_app(database), port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(5)


def _document(row: dict[str, Any]) -> Document:
    return Document(
        row["id"], row["text"], Published.parse(row["published"]), row["outlet"], row["title"]
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium is not None, "chromium is missing: make test installs it"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    faults: list[str] = []
    opened.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    opened.on("requestfailed", lambda request: _note_failed(faults, request))
    yield opened
    opened.close()
    assert not faults, faults


def _note_failed(faults: list[str], request: Request) -> None:
    """A font that a click to the next page breaks off is no fault."""
    if request.failure != "net::ERR_ABORTED":
        faults.append(request.url)


def records_of(name: str) -> list[dict[str, Any]]:
    """The records as the coder gives them."""
    hard = Document(HARD, TEXT, Published.parse("2023-09-13"), "Example", "عنوان 😀", language="ar")
    item = hard if name == HARD else _demo(name)
    return [to_dict(record) for record in load_coder().code(item)]


def _demo(name: str) -> Document:
    rows = (resources.files("waqai") / "demo" / "articles.jsonl").read_text(encoding="utf-8")
    row = next(r for r in map(json.loads, rows.splitlines()) if r["id"] == name)
    return Document(
        name, row["text"], Published.parse(row["published"]), row["outlet"], row["title"],
        language="ar",
    )  # fmt: skip


def words_at(page: Page, key: str) -> str:
    """What the page highlights under a key, put together."""
    parts = page.locator(f'.hl[data-keys~="{key}"]').all_text_contents()
    return "".join(parts)


@pytest.mark.parametrize("name", [HARD, "demo-2019-11-28-maritime-memorandum"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_highlighted_words_are_the_quoted_words(
    address: str, page: Page, name: str, language: str
) -> None:
    page.goto(f"{address}/{language}/documents/{name}")
    records = records_of(name)
    n_checked = 0
    for number, record in enumerate(records):
        fields = {
            "trigger": record["event_text"],
            "actor": record["actor"],
            "recipient": record["recipient"],
            "place": [record["event_loc"]] if record["event_loc"] else [],
            "attribution": record["attribution"],
        }
        for field, items in fields.items():
            for i, item in enumerate(items):
                quoted = item.get("text") or item.get("entity_text") or item["extracted_place"]
                assert words_at(page, f"r{number}-{field}-{i}") == quoted
                n_checked += 1
    assert n_checked >= (6 if name == HARD else 1)


def test_the_article_is_shown_whole_and_as_text(address: str, page: Page) -> None:
    page.goto(f"{address}/ar/documents/{HARD}")
    shown = page.locator("article.text p").all_text_contents()
    assert [line.strip() for line in shown] == TEXT.split("\n")
    assert page.locator("article.text").evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_hovering_a_record_lights_its_words_and_back(address: str, page: Page) -> None:
    page.goto(f"{address}/ar/documents/{HARD}")
    page.locator("#r0").hover()
    lit = page.locator(".hl.on")
    assert lit.count() > 0
    for i in range(lit.count()):
        assert "0" in (lit.nth(i).get_attribute("data-records") or "").split()
    page.locator('.hl[data-keys~="r1-trigger-0"]').first.hover()
    assert page.locator("#r1.on").count() == 1
    assert page.locator("#r0.on").count() == 0


def test_the_keyboard_reaches_records(address: str, page: Page) -> None:
    page.goto(f"{address}/en/documents/{HARD}")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.locator("#r0.on").count():
            break
    assert page.locator("#r0.on").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".hl.on").count() == 0


def test_languages_are_one_click_apart(address: str, page: Page) -> None:
    page.goto(f"{address}/ar/documents")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.get_by_text("English").click()
    page.wait_for_url("**/en/documents")
    assert page.locator("html").get_attribute("dir") == "ltr"
    assert page.locator("ol.documents li").count() == 28
    page.locator("ol.documents a").first.click()
    page.wait_for_url("**/en/documents/*")
    page.get_by_text("العربية").click()
    page.wait_for_url("**/ar/documents/*")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_runs_over_the_side(address: str, page: Page, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("documents", f"documents/{HARD}"):
        page.goto(f"{address}/{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_missing_page_says_so(address: str, browser: Browser) -> None:
    page = browser.new_page()
    response = page.goto(f"{address}/en/documents/none")
    assert response is not None
    assert response.status == 404
    assert page.get_by_text("There is no such page").count() == 1
    page.close()


def test_no_script_of_a_text_runs(address: str, page: Page) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.goto(f"{address}/en/documents/{HARD}")
    assert page.locator("article.text script").count() == 0
    assert dialogs == []
