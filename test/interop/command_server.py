"""The command `server`: by uv from the lock file, from PATH, and what it says where it cannot start."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from openenv.core import GenericEnvClient
from openenv.core.containers.runtime import UVProvider
from support.checks import check, run_checks
from support.server import NODE, ROOT, SOLUTION, TASK

CHECKOUT = Path(os.environ["TRACEFIX_CHECKOUT"])
UV = os.environ["TRACEFIX_UV"]


def starts_and_stops(command: list[str], checkout: Path) -> None:
    path = f"{Path(NODE).parent}:{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "HOST": "127.0.0.1", "UV_PYTHON": sys.executable}
    env.pop("PYTHONPATH")
    process = subprocess.Popen(
        [*command, "--port", "0"], cwd=checkout, env=env, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    lines = map(json.loads, process.stdout)
    port = next(entry["port"] for entry in lines if entry["msg"] == "listening")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=10) as answer:
        assert json.load(answer) == {"status": "healthy"}
    process.send_signal(signal.SIGTERM)
    assert [entry["msg"] for entry in lines][-1] == "stopped"
    process.communicate()


def refuses(env: dict[str, str]) -> str:
    command = [sys.executable, "-m", "tracefix_rl.server.app"]
    ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert ended.returncode == 1 and not ended.stdout
    return ended.stderr


with tempfile.TemporaryDirectory() as folder:
    ready = Path(folder, "checkout")

    def make_ready() -> Path:
        """A checkout of its own that is set up already."""
        if not ready.exists():
            shutil.copytree(CHECKOUT, ready)
            shutil.copytree(ROOT / "dist", ready / "dist", dirs_exist_ok=True)
            shutil.copytree(ROOT / ".cache" / "python-image", ready / ".cache" / "python-image")
            shutil.copy(ROOT / ".cache" / "installed.json", ready / ".cache")
            shutil.rmtree(ready / "node_modules", ignore_errors=True)
            (ready / "node_modules").symlink_to(ROOT / "node_modules")
        return ready

    @check
    def by_uv() -> None:
        """`uv run --project . server` installs from the lock file, starts the server and stops it"""
        starts_and_stops([UV, "run", "--quiet", "--locked", "--project", ".", "server"], make_ready())

    @check
    def from_path() -> None:
        """`server` of the environment that uv made starts the server and stops it"""
        starts_and_stops([str(make_ready() / ".venv" / "bin" / "server")], Path(folder))

    @check
    def by_provider() -> None:
        """OpenEnv's UVProvider starts it, ready to play, and stops it"""
        path = f"{Path(UV).parent}:{Path(NODE).parent}:{os.environ['PATH']}"
        os.environ.update(PATH=path, UV_PYTHON=sys.executable)
        kept = os.environ.pop("PYTHONPATH")
        app = "tracefix_rl.server.app:app"
        provider = UVProvider(project_path=str(make_ready()), app=app, host="127.0.0.1", context_timeout_s=300)
        try:
            url = provider.start()
            provider.wait_for_ready()
            with GenericEnvClient(base_url=url).sync() as env:
                env.reset(**TASK)
                assert [env.step(action).done for action in SOLUTION] == [False, False, False, True]
        finally:
            provider.stop()
            os.environ["PYTHONPATH"] = kept

    @check
    def without_node() -> None:
        """Where Node is missing it says so, and what to do"""
        message = refuses({**os.environ, "PATH": folder})
        assert "there is no `node` on PATH" in message and "Install Node 20.20" in message

    @check
    def without_checkout() -> None:
        """Where only the client is installed it says so, and what to do"""
        message = refuses({**os.environ, "PATH": f"{Path(NODE).parent}:{os.environ['PATH']}"})
        assert "only the Python client is installed" in message

    run_checks()
