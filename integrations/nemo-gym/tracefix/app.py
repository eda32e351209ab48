"""Debugging small programs on a TraceFix-RL server, as a resource server that `gymnasium_agent` plays."""

from typing import Any

from nemo_gym.base_resources_server import BaseResourcesServerConfig
from nemo_gym.openai_utils import NeMoGymResponse
from resources_servers.gymnasium import GymnasiumServer, extract_text
from tracefix_rl.harness import TextEnv


class TracefixServerConfig(BaseResourcesServerConfig):
    base_url: str = "http://localhost:7860"


class TracefixServer(GymnasiumServer):
    """A row's `reset` is what a reset takes. The reward of a rollout is the episode's return."""

    config: TracefixServerConfig

    async def reset(self, metadata: dict, session_id: str | None = None) -> tuple[str, dict]:
        await self.close_session(session_id)
        self.session_state[session_id] = env = TextEnv(base_url=self.config.base_url)
        rules, text = await env.begin(metadata.get("reset", {}))
        return f"{rules}\n\n{text}", {}

    async def step(
        self, action: NeMoGymResponse, metadata: dict, session_id: str | None = None
    ) -> tuple[str, float, bool, bool, dict[str, Any]]:
        text, reward, done, info = await self.session_state[session_id].answer(extract_text(action))
        return text, reward, done, False, info

    async def close_session(self, session_id: str | None) -> None:
        env = self.session_state.pop(session_id, None)
        if env is not None:
            await env.close()


if __name__ == "__main__":
    TracefixServer.run_webserver()
