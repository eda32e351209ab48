/** Python that records while pytest runs. */

/** A plugin of pytest: it writes all that was recorded when the session ends. */
export const PYTEST_RECORDER = `
OUTCOMES = collections.Counter()
FAILED = set()


def pytest_runtest_logreport(report):
    if report.when == "call" or report.outcome != "passed":
        OUTCOMES[report.outcome] += 1
    if report.outcome == "failed":
        FAILED.add(report.nodeid)


def pytest_collectreport(report):
    if report.failed:
        OUTCOMES["uncollected"] += 1
        PROBLEMS.append(str(report.longrepr)[-600:])


PROBLEMS = []

import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item):
    RECORDER.test = item.nodeid
    before = sys.getprofile()
    sys.setprofile(RECORDER.profile)
    try:
        yield
    finally:
        sys.setprofile(before)
        RECORDER.test = None
        RECORDER.open.clear()
        MADE.clear()


def pytest_sessionfinish():
    calls = [call for call in RECORDER.calls.values() if call["test"] not in FAILED]
    told = {"calls": calls, "seen": RECORDER.seen, "unwritten": RECORDER.unwritten, "outcomes": dict(OUTCOMES), "problems": PROBLEMS[:3]}
    with open(SETTINGS["out"], "w", encoding="utf-8") as file:
        json.dump(told, file)
`;
