"""Exported tasks by Harbor 0.26.0: its command, its oracle and its agent that does nothing, a verifier of its own apart."""

import json
import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from support.checks import check, run_checks
from support.server import NODE, ROOT, tracefix

HARBOR = Path(sys.executable).with_name("harbor")
GRADE = f"{NODE} {ROOT / 'dist' / 'cli' / 'main.js'}"
TASKS = 3


def rewards(folder: Path, agent: str) -> list[dict]:
    """What a job of the agent's over all tasks earned, a trial each."""
    jobs = folder / "jobs"
    command = [HARBOR, "run", "--path", folder / "tasks", "--agent", agent, "--jobs-dir", jobs, "--job-name", agent]
    flags = ["--env", "support.harbor_folder:FolderEnvironment", "--n-concurrent", "1", "--quiet", "--yes"]
    path = os.pathsep.join([str(ROOT / "test" / "interop"), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "PYTHONPATH": path, "TRACEFIX": GRADE, "HARBOR_TELEMETRY": "0", "HOME": str(folder)}
    ended = subprocess.run([*command, *flags], env=env, capture_output=True, text=True, check=False, cwd=folder)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    results = [json.loads(path.read_text()) for path in sorted((jobs / agent).glob("*/result.json"))]
    assert [result["exception_info"] for result in results] == [None] * TASKS, ended.stdout
    return [result["verifier_result"]["rewards"] for result in results]


@check
def oracle_and_nothing() -> None:
    """Of tasks drawn from all generated ones, the oracle gets 1 and who does nothing 0"""
    assert version("harbor") == "0.26.0"
    with tempfile.TemporaryDirectory() as folder:
        chosen = ["--set", "generated", "--sample", str(TASKS), "--seed", "18", "--out", f"{folder}/tasks"]
        tracefix("export", "tasks", "--format", "harbor", *chosen)
        assert rewards(Path(folder), "oracle") == [{"reward": 1, "solved": 1}] * TASKS
        assert rewards(Path(folder), "nop") == [{"reward": 0, "solved": 0}] * TASKS


@check
def sound() -> None:
    """Harbor's own lint finds nothing wrong with the sixteen tasks"""
    with tempfile.TemporaryDirectory() as folder:
        tracefix("export", "tasks", "--format", "harbor", "--out", f"{folder}/tasks")
        command = [HARBOR, "lint", *sorted(Path(folder, "tasks").iterdir())]
        env = {**os.environ, "HOME": folder}
        ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False, cwd=folder)
        assert ended.returncode == 0, ended.stdout + ended.stderr


run_checks()
