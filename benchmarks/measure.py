"""Timing two things in turn, so that a busy machine is busy for both."""

import gc
import statistics
import time


def in_turn(ours, theirs, *, between=lambda: None, rounds=80, warmup=10):
    """Median milliseconds of `ours` and `theirs`, and the median of the ratios pair by pair.

    `between` tidies up after each pair and is not counted."""
    gc.collect()
    pairs = []
    for number in range(rounds + warmup):
        pair = _took(ours), _took(theirs)
        between()
        if number >= warmup:
            pairs.append(pair)
    mine, bare = zip(*pairs, strict=True)
    ratio = statistics.median(a / b for a, b in pairs)
    return statistics.median(mine) * 1000, statistics.median(bare) * 1000, ratio


def _took(act):
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun
