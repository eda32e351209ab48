"""Tinker's cookbook: an environment of messages, which `EnvFromMessageEnv` gives to its training loop."""

from typing import Any

from tinker_cookbook.renderers.base import Message, get_text_content
from tinker_cookbook.rl.message_env import MessageEnv, MessageStepResult
from tracefix_rl import TracefixRlEnv
from tracefix_rl.harness import action_in

TOLD = {"prompt": "json", "observation": "lean"}


class TracefixMessageEnv(MessageEnv):
    """One episode; `reset` is what a reset takes. Rewards are the steps' own."""

    def __init__(self, base_url: str, reset: dict[str, Any]) -> None:
        self._env = TracefixRlEnv(base_url=base_url)
        self._reset = reset
        self._messages: list[Message] = []

    async def initial_observation(self) -> list[Message]:
        observation = (await self._env.reset(**self._reset, **TOLD)).observation
        rules = Message(role="system", content=observation.metadata.system_prompt)
        self._messages = [rules, Message(role="user", content=observation.text)]
        return self._messages

    async def step(self, message: Message) -> MessageStepResult:
        result = await self._env.step(action_in(get_text_content(message)))
        told = Message(role="user", content=result.observation.text)
        self._messages = [*self._messages, message, told]
        ending = result.observation.metadata.ending
        metrics = {} if ending is None else {"solved": float(ending.solved)}
        if result.done:
            await self._env.close()
        return MessageStepResult(result.reward, result.done, self._messages, metrics)
