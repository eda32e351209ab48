"""The Open Reward Standard by its own client, openreward 0.1.167, against a real server."""

import os
import urllib.error

from openreward import OpenReward
from openreward.api.environments.client import Task, ToolCallError
from support.checks import check, run_checks
from support.server import BEST_RETURN, SOLUTION, TASK, serve

with serve() as server, serve(ENABLE_ORS="false") as without:
    # Its client asks for the host `sessions.` of an address, unless it is told where sessions are.
    os.environ.update(OPENREWARD_SESSION_URL=server.url, OPENREWARD_API_URL=server.url)
    environment = OpenReward(base_url=server.url, api_key="none").environments.get("tracefix_rl")

    def play(session, actions: list[dict]) -> list:
        return [
            session.call_tool(action["action_type"].lower(), {key: action[key] for key in action if key != "action_type"})
            for action in actions
        ]

    def task(**reset: object) -> Task:
        return Task(server_name="tracefix_rl", environment_name="tracefix_rl", task_spec=reset, namespace=None)

    @check
    def lists() -> None:
        """Splits, tasks and tools are listed as the server's own Task API lists them"""
        assert environment.list_splits() == ["train", "validation", "test"]
        tasks = environment.list_tasks("train")
        assert len(tasks) == environment.num_tasks("train") == 6
        assert environment.get_task("train", 2).task_spec["task_name"] == tasks[2].task_spec["task_name"]
        assert {tool.name for tool in environment.list_tools()} >= {"run_tests", "replace_lines", "submit"}

    @check
    def solve() -> None:
        """A session of a task solves it: the rewards add up to the best return, and its place is free when it is over"""
        with environment.session(task=task(**TASK)) as session:
            assert server.sessions() == 1
            [block] = session.get_prompt()
            assert "def binary_search" in block.text and "run_tests" in block.text
            results = play(session, SOLUTION)
            assert [result.finished for result in results] == [False, False, False, True]
            assert abs(sum(result.reward for result in results) - BEST_RETURN) < 1e-9
            assert results[-1].metadata["ending"]["solved"] is True
            assert server.sessions() == 0
            try:
                play(session, SOLUTION[:1])
            except ToolCallError as error:
                assert error.reason == "episode_finished", error
            else:
                raise AssertionError("it went on after the end")

    @check
    def failure() -> None:
        """A session of a split and an index fails: what is handed in untouched gets the least"""
        with environment.session(split="train", index=0) as session:
            [result] = play(session, SOLUTION[-1:])
            assert result.finished and result.reward < 0.02 and result.metadata["ending"]["solved"] is False

    @check
    def mistakes() -> None:
        """A policy's mistake is a result with a penalty; a tool that there is not is told to the client"""
        with environment.session(task=task(**TASK)) as session:
            mistaken = session.call_tool("replace_lines", {"start_line": "x"})
            assert mistaken.reward < 0 and not mistaken.finished
            try:
                session.call_tool("fly", {})
            except ToolCallError as error:
                assert error.reason == "not_found", error
            else:
                raise AssertionError("it flew")
        assert server.sessions() == 0

    @check
    def taken_away() -> None:
        """Where ENABLE_ORS is false there is no such route"""
        for path in ("/tracefix_rl/tools", "/splits"):
            try:
                without.get(path)
            except urllib.error.HTTPError as error:
                assert error.code == 404
            else:
                raise AssertionError(path)

    run_checks()
