"""openenv-core 0.3.0, the release before the package was renamed: its client and its validator."""

import asyncio
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from openenv.core import GenericEnvClient
from openenv.core.mcp_client import MCPToolClient
from support.checks import check, run_checks
from support.server import BEST_RETURN, SOLUTION, TASK, serve

CHECKOUT = Path(os.environ["TRACEFIX_CHECKOUT"])
OPENENV = Path(sys.executable).with_name("openenv")


def openenv(*arguments: str) -> dict:
    ended = subprocess.run(
        [OPENENV, *arguments, "--json"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return json.loads(ended.stdout)


with serve() as server:

    @check
    def is_old() -> None:
        """This is openenv-core 0.3.0"""
        assert version("openenv-core") == "0.3.0"

    @check
    async def client() -> None:
        """Its GenericEnvClient plays a whole episode"""
        async with GenericEnvClient(base_url=server.url) as env:
            await env.reset(**TASK)
            results = [await env.step(action) for action in SOLUTION]
            state = await env.state()
        assert results[-1].done is True and state["step_count"] == len(SOLUTION)
        assert abs(sum(result.reward for result in results) - BEST_RETURN) < 1e-9

    @check
    def sync_client() -> None:
        """Its GenericEnvClient plays without async"""
        with GenericEnvClient(base_url=server.url).sync() as env:
            assert env.reset(**TASK).done is False
            assert env.step(SOLUTION[0]).reward == -0.001

    @check
    async def tools() -> None:
        """Its MCPToolClient lists and calls tools"""
        async with MCPToolClient(base_url=server.url) as env:
            await env.reset(**TASK)
            assert len(await env.list_tools()) == 8
            assert "4 of 8" in (await env.call_tool("run_tests"))["last_execution_output"]

    @check
    async def connections() -> None:
        """Twenty of its clients play at once"""

        async def play(seed: int) -> float:
            async with GenericEnvClient(base_url=server.url) as env:
                await env.reset(seed=seed)
                return (await env.step({"action_type": "SUBMIT"})).reward

        assert await asyncio.gather(*map(play, range(20))) == [0.01] * 20

    @check
    def validate_url() -> None:
        """Its `openenv validate --url` passes"""
        report = openenv("validate", "--url", server.url)
        assert report["passed"] and not report["summary"]["failed_criteria"], report

    @check
    def validate_folder() -> None:
        """Its `openenv validate DIR` finds no issue in the checkout"""
        report = openenv("validate", str(CHECKOUT))
        assert report["passed"] and not report["issues"], report

    run_checks()
