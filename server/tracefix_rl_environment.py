"""The environment in a process of its own: for adapters that import a class and call it, where the protocol has a client."""

import json
import os
import socket
import subprocess
import tempfile
import threading
import weakref
from collections import deque
from typing import Any

from openenv.core.env_server.interfaces import Environment
from openenv.core.sync_client import SyncEnvClient

from ..client import TracefixRlEnv
from ..models import CodeAction, CodeObservation, CodeState
from .app import server_command

__all__ = ["TracefixEnvironment"]


class TracefixEnvironment(Environment[CodeAction, CodeObservation, CodeState]):
    """One session of a server: of the one that `base_url` or ENV_BASE_URL names, or of one that is started here and ended
    with `close`.
    """

    SUPPORTS_CONCURRENT_SESSIONS = True

    def __init__(self, base_url: str | None = None) -> None:
        super().__init__()
        self._process: subprocess.Popen[str] | None = None
        self._client: SyncEnvClient[CodeAction, CodeObservation, CodeState] | None = None
        url = base_url or os.environ.get("ENV_BASE_URL") or self._start()
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
        if self._process is not None:
            self._process.terminate()
            self._process.wait()

    def _live(self) -> SyncEnvClient[CodeAction, CodeObservation, CodeState]:
        if self._client is None:
            raise RuntimeError("Cannot play: the environment is closed. Make another.")
        return self._client

    def _start(self) -> str:
        """Starts a server on a free port of this machine alone. Gives its address."""
        # Node's channel to who started it: however this process ends, the system closes it, and the server ends.
        held, given = socket.socketpair()
        own = {"HOST": "127.0.0.1", "PORT": "0", "LOG_LEVEL": "info", "NODE_CHANNEL_FD": str(given.fileno())}
        said = tempfile.TemporaryFile("w+")
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": said, "text": True}
        with given:
            self._process = process = subprocess.Popen(
                server_command(), env={**os.environ, **own}, pass_fds=[given.fileno()], **pipes
            )
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
