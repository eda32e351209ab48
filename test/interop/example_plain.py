"""The plain loop of the examples plays on a real server."""

import re
import subprocess
import sys

from support.checks import check, run_checks
from support.example import load_example
from support.server import ROOT, TASK, serve
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


@check
def calls() -> None:
    """The examples' tools are judged as those of MCP: what is no call takes no step, and what makes no sense is priced"""
    shared = load_example("debugging")
    with serve() as server, TracefixRlEnv(base_url=server.url).sync() as env:

        class Tools(shared.DebuggingTools):
            def _act(self, action: dict) -> object:
                return env.step(action).observation

        tools = Tools()
        env.reset(**TASK, **shared.TOLD)
        try:
            tools.run_tests(action_type="SUBMIT")
            raise AssertionError("A call that contradicts itself was taken")
        except ValueError as error:
            assert "another action_type" in str(error)
        first = tools.run_tests(action_type="RUN_TESTS", why="to see")
        assert first.step_count == 1 and first.metadata.normalised == ["unknown_field"], first
        textless = tools.replace_text(start_line=1, end_line=1, new_code_block="x = 1")
        assert "replace_text needs old_code_block" in textless.text, textless
        assert textless.metadata.reward_components.penalty == -0.0025
        by_text = tools.replace_lines(old_code_block="size > 1", new_code_block="size > 0")
        assert "Replaced line 4" in by_text.text and by_text.metadata.reward_components.penalty == 0


run_checks()
