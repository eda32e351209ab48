"""OpenEnv 0.10.0 in the same process: the class that adapters import, and a server that OpenEnv's own provider starts."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openenv.core.env_server.interfaces import Environment
from support.checks import check, run_checks
from support.server import BEST_RETURN, NODE, ROOT, SOLUTION, TASK, serve, wait_until
from tracefix_rl import CodeAction, TracefixEnvironment


@contextmanager
def installed(**more: str) -> Iterator[None]:
    """Meanwhile there is a command `tracefix`, and these variables stand in the environment."""
    before = {name: os.environ.get(name) for name in ("PATH", *more)}
    with tempfile.TemporaryDirectory() as folder:
        command = Path(folder, "tracefix")
        command.write_text(f'#!/bin/sh\nexec {NODE} {ROOT}/dist/cli/main.js "$@"\n')
        command.chmod(0o755)
        os.environ.update(more, PATH=f"{folder}:{before['PATH']}")
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name)
                if value is not None:
                    os.environ[name] = value


def solve(env: TracefixEnvironment) -> float:
    assert isinstance(env, Environment)
    earned = env.reset(**TASK).reward
    for action in SOLUTION:
        observation = env.step(CodeAction.model_validate(action))
        earned += observation.reward
    assert observation.done and observation.metadata.ending.solved and env.state.done
    return earned


@check
def found() -> None:
    """It plays a solve and a failure on a server that runs already, and leaves it running"""
    with serve() as server:
        env = TracefixEnvironment(base_url=server.url)
        assert abs(solve(env) - BEST_RETURN) < 1e-9
        env.reset(**TASK)
        failed = env.step({"action_type": "SUBMIT"})
        assert failed.done and failed.reward < 0.02 and not failed.metadata.ending.solved
        env.close()
        env.close()
        wait_until(lambda: server.sessions() == 0)
        os.environ["ENV_BASE_URL"] = server.url
        named = TracefixEnvironment()
        assert not named.reset(**TASK).done and server.sessions() == 1
        named.close()
        del os.environ["ENV_BASE_URL"]


@check
def started() -> None:
    """Where there is no server it starts one, and ends it when it is closed"""
    with installed():
        env = TracefixEnvironment()
        process = env._process
        assert process is not None and process.poll() is None
        assert abs(solve(env) - BEST_RETURN) < 1e-9
        env.close()
        assert process.poll() is not None


def has_ended(process: int) -> bool:
    """Nobody may be there to bury it."""
    try:
        return ") Z " in Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return True


@check
def left_behind() -> None:
    """However the process ends that started a server, the server ends too"""
    script = "from tracefix_rl import TracefixEnvironment; import sys, time; env = TracefixEnvironment(); "
    script += "print(env._process.pid, flush=True); time.sleep(600)"
    with installed():
        for way in (signal.SIGKILL, signal.SIGTERM):
            with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
                server = int(process.stdout.readline())
                assert not has_ended(server)
                process.send_signal(way)
            wait_until(lambda: has_ended(server))


@check
def refused() -> None:
    """Why a server did not start is said by the server itself"""
    with tempfile.NamedTemporaryFile() as file, installed(DATA_DIR=file.name):
        try:
            TracefixEnvironment()
        except RuntimeError as error:
            assert "It said: " in str(error) and file.name in str(error), error
        else:
            raise AssertionError("It was started")


run_checks()
