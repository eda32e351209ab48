"""The environment in a process of its own: for adapters that import a class and call it, where the protocol has a client."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import weakref
from collections import deque
from pathlib import Path
from typing import Any

from openenv.core.env_server.interfaces import Environment
from openenv.core.sync_client import SyncEnvClient

from ..client import TracefixRlEnv
from ..models import CodeAction, CodeObservation, CodeState

__all__ = ["TracefixEnvironment"]

FOUND = "ENV_BASE_URL"
"""Names the address of a server that runs already."""

class TracefixEnvironment(Environment[CodeAction, CodeObservation, CodeState]):
    """One session of a server: of the one that is named, or of one that is started here and ended with `close`."""

    SUPPORTS_CONCURRENT_SESSIONS = True

    def __init__(self, base_url: str | None = None) -> None:
        super().__init__()
        self._process: subprocess.Popen[str] | None = None
        self._client: SyncEnvClient[CodeAction, CodeObservation, CodeState] | None = None
        url = base_url or os.environ.get(FOUND) or self._start()
        self._client = TracefixRlEnv(base_url=url).sync()

    def reset(self, seed: int | None = None, episode_id: str | None = None, **options: Any) -> CodeObservation:
        """Begins an episode; takes what a reset takes."""
        given = {"seed": seed, "episode_id": episode_id, **options}
        return self._live().reset(**{name: value for name, value in given.items() if value is not None}).observation

    def step(self, action: CodeAction, timeout_s: float | None = None, **_: Any) -> CodeObservation:
        """Takes a step. A mapping goes out as it is: what a policy gets wrong in it is for the environment to judge."""
        return self._live().step(action).observation

    @property
    def state(self) -> CodeState:
        """What the episode is at."""
        return self._live().state()

    def close(self) -> None:
        """Ends the session, and the server if it was started here. May be called twice."""
        client, self._client = self._client, None
        if client is not None:
            client.close()
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait()

    def _live(self) -> SyncEnvClient[CodeAction, CodeObservation, CodeState]:
        if self._client is None:
            raise RuntimeError("Cannot play: the environment is closed. Make another.")
        return self._client

    def _start(self) -> str:
        """Starts a server on a free port of this machine alone. Gives its address."""
        env = {**os.environ, "HOST": "127.0.0.1", "PORT": "0", "LOG_LEVEL": "info"}
        held, given = socket.socketpair()
        if os.name == "posix":
            # Node's channel to who started it: however this process ends, the system closes it, and the server ends.
            env["NODE_CHANNEL_FD"] = str(given.fileno())
        said = tempfile.TemporaryFile("w+")
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": said, "text": True}
        passed = (given.fileno(),) if os.name == "posix" else ()
        self._process = process = subprocess.Popen(_command(), env=env, pass_fds=passed, **pipes)
        given.close()
        # At the end of this process nothing stays behind, closed or not.
        weakref.finalize(self, _end, process, held)
        assert process.stdout is not None
        for line in process.stdout:
            entry = json.loads(line) if line.startswith("{") else {}
            if entry.get("msg") == "listening":
                # What it logs later is read as well, or it would come to a stop when the pipe is full.
                threading.Thread(target=deque, args=(process.stdout, 0), daemon=True).start()
                return f"http://127.0.0.1:{entry['port']}"
        self.close()
        said.seek(0)
        raise RuntimeError(f"Cannot start a server: it ended by itself. It said: {said.read()[-1000:].strip() or 'nothing'}")


def _end(process: "subprocess.Popen[str]", channel: socket.socket) -> None:
    process.terminate()
    channel.close()


def _command() -> list[str]:
    """A checkout around this package is set up and started; else the installed command is."""
    node = shutil.which(os.environ.get("TRACEFIX_NODE", "node"))
    start = Path(__file__).resolve().parents[1] / "scripts" / "start.mjs"
    if node is not None and start.is_file():
        return [node, str(start)]
    command = shutil.which("tracefix")
    if command is not None:
        return [command, "serve"]
    raise RuntimeError(
        f"Cannot start a server: there is neither a checkout with Node nor a command `tracefix`. Start one elsewhere, and "
        f"give its address as base_url or in {FOUND}."
    )
