"""TRL's OpenRewardSpec over the Open Reward Standard: data, tools, episodes and rewards, as a trainer asks for them."""

import inspect
import os

from support.checks import check, run_checks
from support.server import SOLUTION, serve
from trl.experimental.openreward import OpenRewardSpec

with serve() as server:
    os.environ.update(OPENREWARD_SESSION_URL=server.url, OPENREWARD_API_URL=server.url, OPENREWARD_API_KEY="none")
    spec = OpenRewardSpec(server.url, split="test")

    @check
    def data() -> None:
        """Its data set has a row a task, and a rollout has a method a tool, with the arguments' types"""
        assert list(spec.train_dataset["task_index"]) == list(range(6))
        rollout = spec.environment_factory()
        assert {"run_tests", "replace_lines", "submit"} <= set(dir(rollout))
        assert inspect.signature(rollout.replace_lines).parameters["start_line"].annotation is int

    @check
    def episodes() -> None:
        """A rollout that solves its task is rewarded by its last step, one that hands the file in as it is hardly"""
        names = list(spec.train_dataset["task_name"])
        solving, failing = spec.environment_factory(), spec.environment_factory()
        try:
            assert "def binary_search" in solving.reset(task_index=names.index("binary_search_off_by_one"))
            failing.reset(task_index=0)
            for action in SOLUTION:
                arguments = {name: value for name, value in action.items() if name != "action_type"}
                getattr(solving, action["action_type"].lower())(**arguments)
            failing.submit()
            assert solving.finished and failing.finished
            solved, failed = spec.reward_funcs(environments=[solving, failing])
            assert solved > 0.9 and failed < 0.02, (solved, failed)
        finally:
            solving._close()
            failing._close()
        assert server.sessions() == 0

    run_checks()
