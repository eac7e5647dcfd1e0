"""Three real browsers at the table: the shared screen and two phones, timed in the page itself."""

import asyncio
import shutil
import time
from contextlib import asynccontextmanager

from playwright.async_api import async_playwright

NOTE_WHEN_SHOWN = """() => {
    const shown = () => document.querySelector('[aria-label^="De cijfers"]')?.getAttribute('aria-label');
    window.dots = { words: shown(), at: 0 };
    new MutationObserver(() => {
        if (shown() === window.dots.words) return;
        window.dots = { words: shown(), at: performance.timeOrigin + performance.now() };
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}"""


@asynccontextmanager
async def open_pages(address, places):
    """Pages of browsers, one for each (path, pass)."""
    quiet = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=quiet)
        pages = []
        for path, cookie in places:
            context = await browser.new_context(base_url=address, locale="nl-NL")
            name, _, value = cookie.partition("=")
            await context.add_cookies([{"name": name, "value": value, "url": address}])
            pages.append(await context.new_page())
            async with pages[-1].expect_response("**/stroom"):
                await pages[-1].goto(path)
            await pages[-1].evaluate(NOTE_WHEN_SHOWN)
        yield pages
        await browser.close()


async def until_shown(pages, act, numbers):
    """How long it takes after `act()` until the last of the pages shows what `numbers()` then are, in seconds."""
    begun = time.time()
    await act()
    words = f"De cijfers: {', '.join(str(number) for number in numbers())}"
    while True:
        shown = [await page.evaluate("window.dots") for page in pages]
        if all(each["words"] == words for each in shown):
            return max(each["at"] for each in shown) / 1000 - begun
        assert time.time() - begun < 20, f"a browser does not show it: {words} {shown}"
        await asyncio.sleep(0.05)
