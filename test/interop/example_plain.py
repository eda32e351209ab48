"""The plain loop of the examples plays on a real server."""

import re
import subprocess
import sys

from support.checks import check, run_checks
from support.server import ROOT, serve


@check
def plain_loop() -> None:
    """examples/plain_loop.py plays five episodes, solves one at least, and leaves no session behind"""
    with serve() as server:
        command = [sys.executable, ROOT / "examples" / "plain_loop.py", "--url", server.url]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert server.sessions() == 0
    returns = [float(value) for value in re.findall(r"^seed \d: \w+ returned (-?\d\.\d+)$", output, re.M)]
    assert len(returns) == 5, output
    assert max(returns) > 0.55, output


run_checks()
