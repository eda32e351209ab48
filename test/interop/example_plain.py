"""The plain loop of the examples plays on a real server."""

import re
import subprocess
import sys

from support.checks import check, run_checks
from support.example import load_example
from support.server import ROOT, serve
from tracefix_rl import TracefixRlEnv


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


@check
def its_return() -> None:
    """What it prints is the sum of the rewards of every step, taking an edit back included"""
    actions: list[str] = []
    rewards: list[float] = []

    class Counting(TracefixRlEnv):
        def _step_payload(self, action: object) -> dict:
            payload = super()._step_payload(action)
            actions.append(payload["action_type"])
            return payload

        def _parse_result(self, payload: dict) -> object:
            rewards.append(payload["reward"] or 0.0)
            return super()._parse_result(payload)

    example = load_example("plain_loop")
    example.TracefixRlEnv = Counting
    with serve() as server:
        for seed in range(5):
            rewards.clear()
            _, total = example.play(server.url, seed)
            assert abs(total - sum(rewards)) < 1e-6, (seed, total, rewards)
    assert "UNDO_EDIT" in actions and "SUBMIT" in actions, actions


run_checks()
