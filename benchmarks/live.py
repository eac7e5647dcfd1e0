"""How soon what one phone answers stands on every screen: the real server, fifty phones, the bare request beside it."""

import argparse
import asyncio
import re
import secrets
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.browsers import open_pages, until_shown
from benchmarks.evening import QUESTION, sit_round_the_table
from benchmarks.phones import Phone
from tests.real_server import serving

DOTS = re.compile(rb"De cijfers: ([\d, ]+)")
TARGETS = """\
targets: one answer median < 100 ms, p95 < 150 ms; all answer once a second p95 < 300 ms, none missed;
         twenty of sixty within a second: no error, none lost, none twice, a page p95 < 1 s; less than 1 MB a phone"""


async def sit_down(server, places):
    """Browsers that follow the table, one for each (address, pass)."""
    browsers = [Phone(server.port, path, cookie) for path, cookie in places]
    await asyncio.gather(*(browser.sit_down() for browser in browsers))
    return browsers


async def answer(phone):
    """Another number than this phone gave before. Returns when it was sent and how long the «yes» took."""
    phone.given = (phone.given + 1) % 11
    typed = urlencode({"number": phone.given, "once": secrets.token_urlsafe(9)})
    begun = time.perf_counter()
    status, _, body = await phone.mouth.ask(phone.post(f"/avond/antwoord/{QUESTION}", typed))
    assert status == 303, (status, body[:2000])
    return begun, time.perf_counter() - begun


async def bare(phone, rounds):
    """The same requests while nobody follows: [POST], [GET], in seconds."""
    posts, gets = [], []
    for _ in range(rounds):
        posts.append((await answer(phone))[1])
        begun = time.perf_counter()
        await phone.mouth.ask(phone.request("GET", phone.path, Accept="text/html"))
        gets.append(time.perf_counter() - begun)
    return posts, gets


async def one_answers(table, everybody, rounds):
    """One phone answers, everybody shows it: how long until the slowest did, each round.

    Three others changed their numbers just before: the one that is timed is the fourth, and brings another picture."""
    phones, took = everybody[1:], []
    for number in range(rounds):
        *others, phone = [phones[(number + other) % len(phones)] for other in range(4)]
        await bring_up_to(table, others)
        await all_show(table, everybody)
        shown = table.numbers()
        begun, _ = await answer(phone)
        told = table.number()
        await until(lambda told=told: all(one.shows(told) for one in everybody))
        took.append(max(one.arrivals[-1][0] for one in everybody) - begun)
        assert table.numbers() != shown, "nothing new to show"
        await all_show(table, everybody)
    return took


async def bring_up_to(table, phones):
    """These three change their numbers: with one more the picture is another."""
    for phone in phones:
        await answer(phone)
    assert table.waiting() == len(phones), "somebody else's number waited too"


async def until_none_waits(table, phones):
    """Some of these change their numbers, until the picture shows all that were given."""
    for phone in phones:
        if not table.waiting():
            return
        await answer(phone)


async def all_answer(table, everybody, phones, seconds, each=1.0):
    """Each of these phones answers once in so many seconds, at its own moment. For every answer: how long until the
    slowest screen of everybody showed it; and what each page took."""
    said = []
    for one in everybody:
        one.arrivals.clear()

    async def keeps_answering(phone, first):
        for number in range(round(seconds / each)):
            await asyncio.sleep(max(0, first + number * each - time.perf_counter()))
            begun, _ = await answer(phone)
            # At least the number of this answer: what came just after it counts as later than it was.
            said.append((begun, table.number()))

    start = time.perf_counter() + 0.1
    await asyncio.gather(*(keeps_answering(one, start + n * each / len(phones)) for n, one in enumerate(phones)))
    await all_show(table, everybody)
    took = []
    for begun, number in said:
        shown = [next((when for when, seen, _ in one.arrivals if seen >= number), None) for one in everybody]
        assert None not in shown, "somebody missed it"
        took.append(max(shown) - begun)
    return took, [page for one in everybody for _, _, page in one.arrivals]


async def in_browsers(server, table, everybody, rounds):
    """The same in three real browsers, when the others have gone."""
    for one in everybody:
        one.leave()
    *others, phone = await sit_down(server, table.phones[:4])
    for one, before in zip((*others, phone), everybody[1:], strict=False):
        one.given = before.given
    await until_none_waits(table, (*others, phone))
    async with open_pages(server.address, [table.screen, *table.phones[4:6]]) as pages:
        took = []
        for _ in range(rounds):
            await bring_up_to(table, others)
            await asyncio.sleep(0.5)
            took.append(await until_shown(pages, lambda: answer(phone), table.numbers))
        return took


async def all_show(table, everybody):
    """Everything that changed stands on every screen, and nobody asks any more."""
    told = table.number()
    await until(lambda: all(one.shows(told) for one in everybody))
    await quiet(everybody)
    check(table, everybody)


async def until(true):
    end = time.perf_counter() + 30
    while not true():
        assert time.perf_counter() < end, "somebody missed it"
        await asyncio.sleep(0.002)


async def quiet(everybody):
    """Nobody asks any more, and no stream still takes the breath (live.BREATH) in which it tells nothing: what is timed
    then is one answer, after which nothing happened."""
    while any(one.asking for one in everybody):
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.2)


def check(table, everybody):
    """Nothing went wrong, and everybody shows exactly the numbers that are to be seen."""
    errors = [error for one in everybody for error in one.errors]
    assert not errors, errors[:5]
    kept = ", ".join(str(number) for number in table.numbers())
    for one in everybody:
        assert DOTS.search(one.page)[1].decode() == kept, "a screen shows something else"


def memory(server):
    """What the workers hold, in MB."""
    lines = (line for pid in server.workers() for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def tell(name, took):
    *_, last = statistics.quantiles(took, n=20)
    print(
        f"{name:<66}median {statistics.median(took) * 1000:>6.1f} ms  p95 {last * 1000:>6.1f} ms  "
        f"most {max(took) * 1000:>6.1f} ms  n={len(took)}",
        flush=True,
    )
    return statistics.median(took)


async def measure(server, table, given):
    (alone,) = await sit_down(server, table.phones[:1])
    alone.hear_nothing()
    await bare(alone, 100)
    posts, gets = await bare(alone, given.rounds)
    base = tell("the bare request: one POST while nobody follows", posts) + tell("the bare page of a phone", gets)
    alone.leave()
    empty = memory(server)

    everybody = await sit_down(server, [table.screen, *table.phones[:49]])
    for one in everybody[1:]:  # everybody has given a number once
        await answer(one)
    await until_none_waits(table, everybody[1:])
    took = await one_answers(table, everybody, given.rounds)
    added = tell("one answer, until the slowest of 50 screens shows it", took) - base
    print(f"  added to the bare POST and page: {added * 1000:.1f} ms")

    before = table.answers_given()
    took, pages = await all_answer(table, everybody, everybody[1:], given.seconds)
    tell(f"49 phones answer once a second for {given.seconds} s, until the slowest shows it", took)
    print(f"  {table.answers_given() - before} of {len(took)} answers kept; {len(pages)} pages asked again")

    everybody += await sit_down(server, table.phones[49:61])
    before = table.answers_given()
    took, pages = await all_answer(table, everybody, everybody[1:61:3], 1)
    tell("60 phones, 20 answer within a second, until the slowest shows it", took)
    tell("  a page meanwhile", pages)
    print(f"  {table.answers_given() - before} of {len(took)} answers kept")
    more = (memory(server) - empty) / 60
    print(f"memory: {empty:.0f} MB in {len(server.workers())} workers, {more:.2f} MB more for each of 60 phones")
    tell("one answer, until the slowest of 3 real browsers shows it", await in_browsers(server, table, everybody, 20))


def main(arguments=()):
    asking = argparse.ArgumentParser(prog="python -m benchmarks.live", description=__doc__)
    asking.add_argument("--rounds", type=int, default=60)
    asking.add_argument("--seconds", type=int, default=20)
    given = asking.parse_args(arguments)
    print(TARGETS)
    with tempfile.TemporaryDirectory() as folder:
        table = sit_round_the_table(folder, people=62)
        with serving(folder) as server:
            try:
                asyncio.run(measure(server, table, given))
            except BaseException:
                print(server.log.read_text()[-3000:])
                raise


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
