"""OpenEnv's own clients, and ours on top of them, play on a real server."""

import importlib.metadata
import os

from openenv.auto.auto_action import AutoAction
from openenv.auto.auto_env import AutoEnv
from openenv.core import GenericEnvClient
from openenv.core.env_server.mcp_types import CallToolAction
from openenv.core.mcp_client import MCPToolClient
from pydantic import ValidationError
from support.checks import check, run_checks
from support.server import BEST_RETURN, SOLUTION, TASK, Server, serve
from tracefix_rl import CodeAction, CodeObservation, TracefixRlEnv
from tracefix_rl.models import ResetMetadata, StepMetadata

TOOLS = {
    "start_episode",
    "view_code",
    "run_tests",
    "replace_lines",
    "replace_text",
    "undo_edit",
    "reset_to_original",
    "submit",
}


def same(sum_of_rewards: float) -> None:
    assert abs(sum_of_rewards - BEST_RETURN) < 1e-9, sum_of_rewards


def solve_by_dictionaries(server: Server) -> None:
    rewards = 0.0
    with GenericEnvClient(base_url=server.url).sync() as env:
        result = env.reset(**TASK, episode_id="by hand")
        assert result.reward == 0 and result.done is False
        assert "SUBMIT" in result.metadata["system_prompt"]
        assert result.observation["metadata"] == result.metadata
        for number, action in enumerate(SOLUTION, 1):
            result = env.step(action)
            rewards += result.reward
            state = env.state()
            assert (state["episode_id"], state["step_count"]) == ("by hand", number)
        assert result.done is True and result.observation["info"]["task_name"] == TASK["task_name"]
    same(rewards)


async def solve_by_dictionaries_async(server: Server) -> None:
    rewards = 0.0
    async with GenericEnvClient(base_url=server.url) as env:
        await env.reset(**TASK)
        for action in SOLUTION:
            result = await env.step(action)
            rewards += result.reward
        assert result.done is True
    same(rewards)


def no_extras(observation: CodeObservation) -> None:
    """Every field is one that the models know."""
    for part in (observation, observation.info, observation.metadata, *observation.test_results):
        assert not part.model_extra, part.model_extra


with (
    serve() as server,
    serve(OPENENV_MODE="production", MCP_EPISODES="free") as production,
):

    @check
    def generic_sync() -> None:
        """GenericEnvClient plays a whole episode without async, and state counts every step"""
        solve_by_dictionaries(server)

    @check
    async def generic_async() -> None:
        """GenericEnvClient plays a whole episode with async"""
        await solve_by_dictionaries_async(server)

    @check
    def ours_sync() -> None:
        """TracefixRlEnv plays a whole episode without async, typed, with no field unknown to the models"""
        rewards = 0.0
        with TracefixRlEnv(base_url=server.url).sync() as env:
            result = env.reset(**TASK)
            assert isinstance(result.observation.metadata, ResetMetadata)
            no_extras(result.observation)
            for action in SOLUTION:
                result = env.step(CodeAction.model_validate(action))
                observation = result.observation
                assert isinstance(observation.metadata, StepMetadata)
                assert (observation.reward, observation.done) == (result.reward, result.done)
                rewards += result.reward
                assert observation.metadata.return_ == env.state().return_
                no_extras(observation)
            assert result.done and all(test.passed for test in observation.test_results)
            assert not env.state().model_extra
        same(rewards)

    @check
    async def ours_async() -> None:
        """TracefixRlEnv plays two sessions at once with async"""
        async with TracefixRlEnv(base_url=server.url) as one, TracefixRlEnv(
            base_url=server.url
        ) as two:
            await one.reset(**TASK)
            await two.reset(task_name="reverse_string_returns_original")
            assert not (await one.step(CodeAction(action_type="RUN_TESTS"))).done
            assert (await two.step(CodeAction(action_type="SUBMIT"))).done
            state = await one.state()
            assert (state.task_name, state.step_count) == ("binary_search", 1)

    @check
    def mistakes() -> None:
        """A mapping goes out as it is and its mistake is an observation; a model refuses what it cannot hold"""
        with TracefixRlEnv(base_url=server.url).sync() as env:
            env.reset(**TASK)
            result = env.step({"action_type": "FLY", "thought": 7})
            assert result.reward < 0 and not result.done
            assert "FLY" in result.observation.last_execution_output
            # What OpenEnv's own action class would add is not sent.
            sent = CodeAction(action_type="REPLACE_LINES", start_line=1).model_dump()
            fields = {"thought", "action_type", "path", "start_line", "end_line", "new_code_block", "old_code_block"}
            assert set(sent) == fields
            assert not env.step(CodeAction(action_type="VIEW_CODE", thought="hm")).reward
        for wrong in ({"action_type": "FLY"}, {"action_type": "SUBMIT", "start_line": "4"}, {}):
            try:
                CodeAction.model_validate(wrong)
            except ValidationError:
                continue
            raise AssertionError(f"It took {wrong}")

    @check
    def faults() -> None:
        """A step before a reset and an impossible reset are errors with a code, and the session goes on"""
        with TracefixRlEnv(base_url=server.url).sync() as env:
            for ask, code in (
                (lambda: env.step(CodeAction(action_type="SUBMIT")), "EXECUTION_ERROR"),
                (lambda: env.reset(difficulty="impossible"), "VALIDATION_ERROR"),
            ):
                try:
                    ask()
                except RuntimeError as error:
                    assert code in str(error), error
                else:
                    raise AssertionError(f"No {code}")
            assert not env.reset(**TASK).done

    @check
    def models_hold_everything() -> None:
        """An observation read and written again is what came"""
        with GenericEnvClient(base_url=server.url).sync() as env:
            for result in [env.reset(**TASK), *(env.step(action) for action in SOLUTION)]:
                observation = CodeObservation.model_validate(result.observation)
                assert observation.model_dump(exclude={"reward", "done"}, exclude_unset=True) == result.observation

    @check
    def auto_env() -> None:
        """AutoEnv and AutoAction find the installed package by its name and play with it"""
        assert importlib.metadata.version("openenv-tracefix-rl")
        info = AutoEnv.get_env_info("tracefix_rl")
        assert (info["env_class"], info["module"]) == ("TracefixRlEnv", "tracefix_rl.client")
        assert AutoAction.from_env("tracefix_rl") is CodeAction
        env = AutoEnv.from_env("tracefix_rl", base_url=server.url)
        assert isinstance(env, TracefixRlEnv)
        with env.sync() as session:
            session.reset(**TASK)
            assert session.step(CodeAction(action_type="RUN_TESTS")).reward == -0.001

    @check
    def auto_env_without_package() -> None:
        """AutoEnv plays without the package too"""
        with AutoEnv.from_env("any", base_url=server.url, skip_install=True).sync() as session:
            session.reset(**TASK)
            assert session.step({"action_type": "RUN_TESTS"}).reward == -0.001

    @check
    async def tool_client_production() -> None:
        """MCPToolClient solves a task by tools in production mode, and its session ends with it"""
        before = production.sessions()
        async with MCPToolClient(base_url=production.url, mode="production") as env:
            assert {tool.name for tool in await env.list_tools()} == TOOLS
            started = await env.call_tool("start_episode", **TASK)
            assert started["info"]["task_name"] == "binary_search"
            assert production.sessions() == before + 1
            for action in SOLUTION:
                arguments = {key: value for key, value in action.items() if key != "action_type"}
                result = await env.call_tool(action["action_type"].lower(), **arguments)
            assert result["done"] is True and result["reward"] > 0.9
            try:
                await env.call_tool("fly")
            except RuntimeError as error:
                assert "fly" in str(error)
            else:
                raise AssertionError("It flew")
        assert production.sessions() == before

    @check
    async def tool_client_simulation() -> None:
        """MCPToolClient lists and calls tools as steps over the socket, with reward and done"""
        async with MCPToolClient(base_url=server.url) as env:
            assert {tool.name for tool in await env.list_tools()} == TOOLS
            await env.reset(**TASK)
            result = await env.step(CallToolAction(tool_name="run_tests", arguments={}))
            assert result.reward == -0.001 and result.done is False
            assert "4 of 8" in (await env.call_tool("run_tests"))["last_execution_output"]

    os.environ.pop("OPENENV_CLIENT_MODE", None)
    run_checks()
