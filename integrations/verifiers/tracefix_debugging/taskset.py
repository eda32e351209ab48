"""A server's tasks, one episode a rollout: a model reads the lean text and answers by an action in JSON."""

import asyncio
import json
import os
import subprocess
import tempfile
from typing import Any

import verifiers.v1 as vf
from tracefix_rl.harness import TextEnv, tasks


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
            chosen = ["--task", self.data.name, "--seed", str(self.data.reset["seed"]), "--out", f"{folder}/run"]
            words = [*self.config.oracle, "eval", "--agent", "oracle", "--json", *chosen]
            env = {**os.environ, "ENV_BASE_URL": self.data.base_url}
            played = await asyncio.to_thread(subprocess.run, words, env=env, capture_output=True, text=True)
        if played.returncode != 0:
            raise RuntimeError(f"The oracle did not play: {played.stderr[-500:]}")
        return json.loads(played.stdout)["solved"] == 1


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
        resets = [
            {**task, "seed": config.seed, "max_steps": config.max_steps}
            for task in tasks(config.base_url, config.split, config.difficulties or None)
        ]
        shared = {"prompt": None, "base_url": config.base_url}
        data = [DebuggingData(name=reset["task_name"], reset=reset, **shared) for reset in resets]
        return [DebuggingTask(each, config.task) for each in data]


class DebuggerConfig(vf.EnvConfig):
    player: vf.AgentConfig = vf.AgentConfig()


class Debugger(vf.Env[DebuggerConfig]):
    async def run(self, task: DebuggingTask, agents: vf.Agents) -> None:
        async with TextEnv(base_url=task.data.base_url) as env:
            rules, text = await env.begin(task.data.reset)
            async with agents.player.interaction(task.with_system_prompt(rules)) as interaction:
                state = interaction.trace.state
                answer = await interaction.turn(text)
                while not answer.terminated:
                    turn = await env.answer(answer.last_reply)
                    state.returned += turn.reward
                    if turn.done:
                        state.solved = turn.info["solved"]
                        break
                    answer = await interaction.turn(turn.text)
