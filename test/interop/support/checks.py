"""A test is a function whose docstring is the sentence it proves; running a file runs all of its tests."""

import asyncio
import inspect
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

_checks: list[Callable[[], Any]] = []


def check(test: Callable[[], Any]) -> Callable[[], Any]:
    """Marks a test, plain or async."""
    _checks.append(test)
    return test


def run_checks() -> None:
    """Runs every test, prints one line for each and a summary, and ends with 1 if one failed."""
    words = sys.argv[1:]
    failed = 0
    chosen = [test for test in _checks if all(word in test.__name__ for word in words)]
    for test in chosen:
        began = time.monotonic()
        try:
            result = test()
            if inspect.iscoroutine(result):
                asyncio.run(result)
            verdict = "ok  "
        except BaseException:
            traceback.print_exc()
            failed += 1
            verdict = "FAIL"
        print(f"{verdict} {inspect.getdoc(test)} ({time.monotonic() - began:.1f} s)", flush=True)
    print(f"{len(chosen) - failed} passed, {failed} failed", flush=True)
    sys.exit(1 if failed or not chosen else 0)
