"""ART: a rollout that makes a `Trajectory` of an episode, for `gather_trajectory_groups`."""

from typing import Any

import art
from openai import AsyncOpenAI
from tracefix_rl import TracefixRlEnv
from tracefix_rl.harness import action_in

TOLD = {"prompt": "json", "observation": "lean"}


async def rollout(client: AsyncOpenAI, model: str, base_url: str, reset: dict[str, Any]) -> art.Trajectory:
    """Has the model play one episode; `reset` is what a reset takes. The reward is the episode's return."""
    trajectory = art.Trajectory(messages_and_choices=[], reward=0.0)
    async with TracefixRlEnv(base_url=base_url) as env:
        observation = (await env.reset(**reset, **TOLD)).observation
        told = [("system", observation.metadata.system_prompt), ("user", observation.text)]
        done = False
        while not done:
            trajectory.messages_and_choices += [{"role": role, "content": text} for role, text in told]
            answer = await client.chat.completions.create(model=model, messages=trajectory.messages())
            trajectory.messages_and_choices.append(answer.choices[0])
            result = await env.step(action_in(answer.choices[0].message.content or ""))
            told, done = [("user", result.observation.text)], result.done
        trajectory.reward = result.observation.metadata.return_
        trajectory.metrics["solved"] = result.observation.metadata.ending.solved
    return trajectory.finish()
