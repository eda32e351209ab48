"""What the resource server hands on, without a server behind it: the texts that a model reads, the reward, and the end."""

import asyncio
import json
from unittest.mock import AsyncMock, patch

from nemo_gym.openai_utils import NeMoGymResponse
from resources_servers.tracefix import app
from tracefix_rl.harness import Turn

SUBMIT = json.dumps({"action_type": "SUBMIT"})


def said(text: str) -> NeMoGymResponse:
    content = [{"type": "output_text", "text": text, "annotations": []}]
    message = {"id": "message", "type": "message", "role": "assistant", "status": "completed", "content": content}
    fixed = {"id": "response", "created_at": 0.0, "model": "scripted", "object": "response", "output": [message]}
    return NeMoGymResponse(**fixed, parallel_tool_calls=True, tool_choice="auto", tools=[])


def test_an_episode_is_handed_on() -> None:
    env = AsyncMock()
    env.begin.return_value = ("the rules", "the task")
    env.answer.return_value = Turn("the end", 0.98, True, {"solved": True})

    async def play() -> None:
        config = app.TracefixServerConfig(host="", port=0, entrypoint="app.py", name="tracefix", domain="coding")
        server = app.TracefixServer.model_construct(config=config, server_client=None, session_state={})
        assert await server.reset({"reset": {"seed": 7}}, "one") == ("the rules\n\nthe task", {})
        assert await server.step(said(SUBMIT), {}, "one") == ("the end", 0.98, True, False, {"solved": True})
        await server.close_session("one")

    with patch.object(app, "TextEnv", return_value=env):
        asyncio.run(play())
    env.begin.assert_awaited_once_with({"seed": 7})
    env.answer.assert_awaited_once_with(SUBMIT)
    env.close.assert_awaited_once()
