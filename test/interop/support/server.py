"""Starts the real server as a process of its own, on a free port, and ends it."""

import json
import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NODE = os.environ.get("TRACEFIX_NODE", "node")
SOLUTION = [
    {"action_type": "RUN_TESTS"},
    {
        "action_type": "REPLACE_LINES",
        "start_line": 4,
        "end_line": 4,
        "new_code_block": "    while size > 0:",
    },
    {"action_type": "RUN_TESTS"},
    {"action_type": "SUBMIT"},
]
"""What solves `binary_search_off_by_one`."""
TASK = {"task_name": "binary_search_off_by_one", "seed": 7}
BEST_RETURN = 1.057
"""What the solution returns, with the default reward."""


@dataclass(frozen=True)
class Server:
    url: str
    process: subprocess.Popen[str]

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:
            return answer.read().decode()

    def sessions(self) -> int:
        """How many sessions are open."""
        lines = self.get("/metrics").splitlines()
        return int(float(next(line.split()[-1] for line in lines if line.startswith(SESSIONS))))

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Meanwhile the process stands still: what is sent to it is read only afterwards."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


SESSIONS = "tracefix_sessions_active"


@contextmanager
def serve(**settings: str) -> Iterator[Server]:
    env = {**os.environ, "HOST": "127.0.0.1", "PORT": "0", "LOG_LEVEL": "info", "DURABILITY": "none", **settings}
    command = [NODE, str(ROOT / "dist" / "cli" / "main.js"), "serve"]
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        port = next(
            entry["port"]
            for entry in map(json.loads, process.stdout)
            if entry["msg"] == "listening"
        )
        yield Server(f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        process.communicate()


def tracefix(*words: str, **settings: str) -> str:
    """Runs the command to its end, with a server of its own where it needs one, and gives what it prints."""
    command = [NODE, str(ROOT / "dist" / "cli" / "main.js"), *words]
    env = {**os.environ, "ENV_BASE_URL": "", **settings}
    ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout.strip()


def wait_until(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Waits for what must come about. Fails when it has not after so many seconds."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"It did not come about within {seconds} s"
        time.sleep(0.05)
