"""Tinker's cookbook: an environment of messages, which `EnvFromMessageEnv` gives to its training loop."""

from typing import Any

from tinker_cookbook.renderers.base import Message, get_text_content
from tinker_cookbook.rl.message_env import MessageEnv, MessageStepResult
from tracefix_rl.harness import TextEnv


class TracefixMessageEnv(MessageEnv):
    """One episode; `reset` is what a reset takes. Rewards are the steps' own."""

    def __init__(self, base_url: str, reset: dict[str, Any]) -> None:
        self._env = TextEnv(base_url=base_url)
        self._reset = reset
        self._messages: list[Message] = []

    async def initial_observation(self) -> list[Message]:
        rules, text = await self._env.begin(self._reset)
        self._messages = [Message(role="system", content=rules), Message(role="user", content=text)]
        return self._messages

    async def step(self, message: Message) -> MessageStepResult:
        text, reward, done, info = await self._env.answer(get_text_content(message))
        self._messages = [*self._messages, message, Message(role="user", content=text)]
        if done:
            await self._env.close()
        return MessageStepResult(reward, done, self._messages, {name: float(value) for name, value in info.items()})
