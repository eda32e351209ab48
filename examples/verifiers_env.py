"""The environment as verifiers plays it: a model reads the text that every harness shows, and answers by an action in JSON.

    pip install . verifiers==0.4.0 openenv==0.4.1
    PYTHONPATH=examples vf-eval @ examples/verifiers_eval.toml

The taskset that verifiers ships, `openenv`, plays as well, but shows a model the JSON of each observation.
"""

import verifiers.v1 as vf
from debugging import action_in, instructions, told
from tracefix_rl import TracefixRlEnv
from verifiers.v1.tasksets.openenv import OpenEnvEnvConfig, OpenEnvTaskset

__all__ = ["Debugger", "DebuggingTasks"]

TOLD_BY_JSON = {"prompt": "json", "observation": "lean"}


class DebuggingTasks(OpenEnvTaskset):
    """The episodes: `resets` of the configuration, which are what a reset takes."""


class Debugger(vf.Env[OpenEnvEnvConfig]):
    """One rollout is one episode; its reward is the episode's return."""

    async def run(self, task: vf.Task, agents: vf.Agents) -> None:
        async with TracefixRlEnv(base_url=task.data.base_url) as env:
            observation = (await env.reset(**TOLD_BY_JSON, **task.data.reset)).observation
            earned = 0.0
            asked = task.with_system_prompt(instructions(observation))
            async with agents.player.interaction(asked) as interaction:
                answer = await interaction.turn(told(observation))
                while not answer.terminated:
                    result = await env.step(action_in(answer.last_reply))
                    earned = result.observation.metadata.return_
                    if result.done:
                        break
                    answer = await interaction.turn(told(result.observation))
        interaction.trace.record_reward("return", earned)
