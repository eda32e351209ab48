"""What the resource server hands on, without a server behind it: the texts that a model reads, the reward, and the end."""

import asyncio
import json
from types import SimpleNamespace
from unittest.mock import AsyncMock, patch

from nemo_gym.openai_utils import NeMoGymResponse
from resources_servers.tracefix import app

SUBMIT = {"action_type": "SUBMIT"}


def said(text: str) -> NeMoGymResponse:
    content = [{"type": "output_text", "text": text, "annotations": []}]
    message = {"id": "message", "type": "message", "role": "assistant", "status": "completed", "content": content}
    fixed = {"id": "response", "created_at": 0.0, "model": "scripted", "object": "response", "output": [message]}
    return NeMoGymResponse(**fixed, parallel_tool_calls=True, tool_choice="auto", tools=[])


def result(text: str, reward: float, done: bool, **metadata: object) -> SimpleNamespace:
    observation = SimpleNamespace(text=text, metadata=SimpleNamespace(**metadata))
    return SimpleNamespace(observation=observation, reward=reward, done=done)


def test_an_episode_is_handed_on() -> None:
    env = AsyncMock()
    env.reset.return_value = result("the task", 0.0, False, system_prompt="the rules")
    env.step.return_value = result("the end", 0.98, True, ending=SimpleNamespace(solved=True))

    async def play() -> None:
        config = app.TracefixServerConfig(host="", port=0, entrypoint="app.py", name="tracefix", domain="coding")
        server = app.TracefixServer.model_construct(config=config, server_client=None, session_state={})
        assert await server.reset({"reset": {"seed": 7}}, "one") == ("the rules\n\nthe task", {})
        assert await server.step(said(json.dumps(SUBMIT)), {}, "one") == ("the end", 0.98, True, False, {"solved": True})
        await server.close_session("one")

    with patch.object(app, "TracefixRlEnv", return_value=env):
        asyncio.run(play())
    env.reset.assert_awaited_once_with(seed=7, prompt="json", observation="lean")
    env.step.assert_awaited_once_with(SUBMIT)
    env.close.assert_awaited_once()
