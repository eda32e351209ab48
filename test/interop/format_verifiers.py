"""The package under integrations/verifiers by verifiers 0.4.0: `vf-eval` and `vf-validate`. The model's endpoint is scripted."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from support.checks import check, run_checks
from support.endpoint import endpoint
from support.server import BEST_RETURN, NODE, ROOT, serve

PACKAGE = ROOT / "integrations" / "verifiers"


def run(command: str, folder: str, *flags: str) -> None:
    """Runs one of verifiers' commands over the package to its end."""
    path = os.pathsep.join([str(PACKAGE), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "HF_TOKEN": "none", "PYTHONPATH": path}
    words = [Path(sys.executable).with_name(command), "tracefix_debugging", "--output-dir", folder, "--no-rich", *flags]
    ended = subprocess.run(words, env=env, capture_output=True, text=True, check=False, cwd=folder)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def rows(folder: str, name: str) -> list[dict]:
    [path] = Path(folder).rglob(name)
    return [json.loads(line) for line in path.read_text().splitlines()]


with serve() as server:

    @check
    def evaluation() -> None:
        """vf-eval plays a split's tasks: the one that is solved is rewarded by its return, the others by the least"""
        with endpoint() as address, tempfile.TemporaryDirectory() as folder:
            taskset = ["--env.taskset.base-url", server.url, "--env.taskset.split", "test"]
            player = ["--env.player.harness.id", "null", "--env.player.runtime.type", "subprocess"]
            model = ["-m", "scripted", "--client.base-url", address, "--client.api-key-var", "HF_TOKEN"]
            run("vf-eval", folder, *taskset, *player, *model, "-n", "6", "--push", "false")
            traces = [trace for episode in rows(folder, "traces.jsonl") for trace in episode["traces"]]
        rewards = sorted(round(trace["rewards"]["returned"]["score"], 6) for trace in traces)
        solved = sorted(trace["rewards"]["solved"]["score"] for trace in traces)
        assert 0 < rewards[0] <= 0.01 and rewards[-1] == BEST_RETURN, rewards
        assert solved[0] == 0 and solved[-1] == 1, solved
        assert server.sessions() == 0

    @check
    def validation() -> None:
        """vf-validate finds each task valid: the reference repair solves it, and what is left untouched does not"""
        with tempfile.TemporaryDirectory() as folder:
            oracle = json.dumps([NODE, str(ROOT / "dist" / "cli" / "main.js")])
            chosen = ["--taskset.base-url", server.url, "--taskset.split", "test", "--taskset.difficulties", '["easy"]']
            run("vf-validate", folder, *chosen, "--taskset.task.oracle", oracle, "--runtime.type", "subprocess")
            results = rows(folder, "results.jsonl")
        assert results and all(result["valid"] is True for result in results), results

    run_checks()
