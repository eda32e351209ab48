"""verl: the actions as tools of its `tool_agent` loop, a `TracefixTool` a tool; `reset` stands in a row's `create_kwargs`."""

from typing import Any, ClassVar

from tracefix_rl.harness import TextEnv, turn_of
from verl.tools.base_tool import BaseTool
from verl.tools.schemas import ToolResponse

ACTIONS = {"replace_text": "REPLACE_LINES"}
MOST = 1024
"""Episodes that are kept open. A rollout that is cut short says no farewell: the oldest then makes room."""


class TracefixTool(BaseTool):
    """verl makes and releases a tool for every call, so an episode is known by its rollout's `request_id`."""

    _episodes: ClassVar[dict[str, TextEnv]] = {}
    _resets: ClassVar[dict[str, dict[str, Any]]] = {}

    async def create(self, instance_id: str | None = None, **kwargs: Any) -> tuple[str, ToolResponse]:
        name, response = await super().create(instance_id)
        self._resets[name] = kwargs.get("create_kwargs", {}).get("reset", {})
        return name, response

    async def execute(self, instance_id: str, parameters: dict[str, Any], **kwargs: Any) -> tuple[ToolResponse, float, dict]:
        rollout = kwargs["agent_data"].request_id
        told = ""
        if rollout not in self._episodes:
            if len(self._episodes) >= MOST:
                await self._episodes.pop(next(iter(self._episodes))).close()
            env = self._episodes[rollout] = TextEnv(base_url=self.config["base_url"])
            rules, task = await env.begin(self._resets[instance_id], prompt="tools")
            told = f"{rules}\n\n{task}\n\n"
        action = {**parameters, "action_type": ACTIONS.get(self.name, self.name.upper())}
        text, reward, done, info = turn_of(await self._episodes[rollout].step(action))
        if done:
            await self._episodes.pop(rollout).close()
        return ToolResponse(text=told + text), reward, {name: float(value) for name, value in info.items()}

    async def release(self, instance_id: str, **_: Any) -> None:
        self._resets.pop(instance_id, None)
