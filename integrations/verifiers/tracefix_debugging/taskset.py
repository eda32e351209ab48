"""A server's tasks, one episode a rollout: a model reads the lean text and answers by an action in JSON."""

import asyncio
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import verifiers.v1 as vf
from tracefix_rl import TracefixRlEnv
from tracefix_rl.harness import action_in, tasks


class DebuggingData(vf.TaskData):
    base_url: str
    reset: dict[str, Any]


class DebuggingState(vf.State):
    returned: float = 0.0
    solved: bool = False


class DebuggingTaskConfig(vf.TaskConfig):
    oracle: list[str] = []
    """The command `tracefix`, such as `["npx", "tracefix"]`, to play the reference repair; without it nothing is checked."""


class DebuggingTask(vf.Task[DebuggingData, DebuggingState, DebuggingTaskConfig]):
    @vf.reward(weight=1.0)
    async def returned(self, trace: vf.Trace) -> float:
        """The return of the episode: what its steps were paid, all together."""
        return trace.state.returned

    @vf.reward(weight=0.0)
    async def solved(self, trace: vf.Trace) -> float:
        """Whether every visible and hidden test passed at the end."""
        return float(trace.state.solved)

    async def validate(self, runtime: vf.Runtime) -> bool | None:
        """Has the oracle play the task on the server, where there is one."""
        if not self.config.oracle:
            return None
        with tempfile.TemporaryDirectory() as folder:
            chosen = ["--task", str(self.data.name), "--seed", str(self.data.reset["seed"])]
            words = ["eval", "--agent", "oracle", *chosen, "--out", f"{folder}/run"]
            env = {**os.environ, "ENV_BASE_URL": self.data.base_url}
            quiet = {"stdout": asyncio.subprocess.DEVNULL, "stderr": asyncio.subprocess.PIPE}
            process = await asyncio.create_subprocess_exec(*self.config.oracle, *words, env=env, **quiet)
            _, errors = await process.communicate()
            results = Path(folder, "run", "results.json")
            if not results.is_file():
                raise RuntimeError(f"The oracle did not play: {errors.decode()[-500:]}")
            return json.loads(results.read_text())["solved"] == 1


class DebuggingConfig(vf.TasksetConfig):
    base_url: str = "http://localhost:7860"
    split: str = "train"
    difficulties: list[str] = []
    seed: int = 0
    max_steps: int = 50
    task: DebuggingTaskConfig = DebuggingTaskConfig()


class DebuggingTaskset(vf.Taskset[DebuggingTask, DebuggingConfig]):
    """The tasks of a split, easy ones first, as the server lists them."""

    def load(self) -> list[DebuggingTask]:
        config = self.config
        listed = tasks(config.base_url, config.split, config.difficulties or None)
        played = {"seed": config.seed, "max_steps": config.max_steps}
        return [
            DebuggingTask(
                DebuggingData(name=task["task_name"], prompt=None, base_url=config.base_url, reset={**task, **played}),
                config.task,
            )
            for task in listed
        ]


class DebuggerConfig(vf.EnvConfig):
    player: vf.AgentConfig = vf.AgentConfig()


class Debugger(vf.Env[DebuggerConfig]):
    async def run(self, task: DebuggingTask, agents: vf.Agents) -> None:
        async with TracefixRlEnv(base_url=task.data.base_url) as env:
            observation = (await env.reset(**task.data.reset, prompt="json", observation="lean")).observation
            asked = task.with_system_prompt(observation.metadata.system_prompt)
            async with agents.player.interaction(asked) as interaction:
                state = interaction.trace.state
                answer = await interaction.turn(observation.text)
                while not answer.terminated:
                    result = await env.step(action_in(answer.last_reply))
                    metadata = result.observation.metadata
                    state.returned = metadata.return_
                    if result.done:
                        state.solved = metadata.ending.solved
                        break
                    answer = await interaction.turn(result.observation.text)
