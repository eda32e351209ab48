"""OpenEnv 0.10.0 in the same process: the class that adapters import, and a server that OpenEnv's own provider starts."""

import os
import tempfile
from pathlib import Path

from openenv.core.env_server.interfaces import Environment
from support.checks import check, run_checks
from support.server import BEST_RETURN, NODE, ROOT, SOLUTION, TASK, serve, wait_until
from tracefix_rl import CodeAction, TracefixEnvironment


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
    path = os.environ["PATH"]
    with tempfile.TemporaryDirectory() as folder:
        command = Path(folder, "tracefix")
        command.write_text(f'#!/bin/sh\nexec {NODE} {ROOT}/dist/cli/main.js "$@"\n')
        command.chmod(0o755)
        os.environ["PATH"] = f"{folder}:{path}"
        env = TracefixEnvironment()
        process = env._process
        assert process is not None and process.poll() is None
        assert abs(solve(env) - BEST_RETURN) < 1e-9
        env.close()
        assert process.poll() is not None
    os.environ["PATH"] = path


run_checks()
