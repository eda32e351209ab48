"""ART: a rollout that makes a `Trajectory` of an episode, for `gather_trajectory_groups`."""

from typing import Any

import art
from openai import AsyncOpenAI
from tracefix_rl.harness import TextEnv


async def rollout(client: AsyncOpenAI, model: str, base_url: str, reset: dict[str, Any]) -> art.Trajectory:
    """Has the model play one episode; `reset` is what a reset takes. The reward is the episode's return."""
    async with TextEnv(base_url=base_url) as env:
        rules, text = await env.begin(reset)
        trajectory = art.Trajectory(messages_and_choices=[{"role": "system", "content": rules}], reward=0.0)
        done = False
        while not done:
            trajectory.messages_and_choices.append({"role": "user", "content": text})
            answer = await client.chat.completions.create(model=model, messages=trajectory.messages())
            trajectory.messages_and_choices.append(answer.choices[0])
            text, reward, done, info = await env.answer(answer.choices[0].message.content or "")
            trajectory.reward += reward
            trajectory.metrics.update(info)
    return trajectory.finish()
