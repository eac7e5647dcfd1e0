"""Prints what pages cost: `make bench`. A ratio of 1 is the bare page of the same size."""

import gzip
import tempfile

from benchmarks import baseline, checking, evening, live, measure, proposing


def main():
    with tempfile.TemporaryDirectory() as folder:
        table = evening.set_the_table(folder, people=40)
        print(f"{'':<52}{'ours':>9}{'bare':>9}{'ratio':>8}{'KB':>7}{'gzip':>6}")
        for name, ask, between in evening.pages(table):
            size = len(ask().data)
            between()
            bare = baseline.app_of(size).test_client()
            ours, theirs, ratio = measure.in_turn(ask, lambda bare=bare: bare.get("/"), between=between)
            packed = len(gzip.compress(ask().data))
            between()
            print(f"{name:<52}{ours:>6.1f} ms{theirs:>6.1f} ms{ratio:>8.2f}{size / 1024:>7.1f}{packed / 1024:>6.1f}")
    print()
    checking.main()
    print()
    proposing.main()
    print()
    live.main()


if __name__ == "__main__":
    main()
