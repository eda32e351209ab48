"""Writes data/example.jsonl from a server's Task API, and plays it: `gymnasium_agent` itself, with a policy that is scripted.

    python make_examples.py --url http://localhost:7860

Needs nemo-gym and openenv-tracefix-rl. The policy runs the tests and hands the program in as it is.
"""

import argparse
import asyncio
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
from app import TracefixServer, TracefixServerConfig
from nemo_gym.openai_utils import NeMoGymResponse
from omegaconf import OmegaConf
from responses_api_agents.gymnasium_agent.app import GymnasiumAgent, GymnasiumAgentConfig, GymnasiumAgentRunRequest
from tracefix_rl.harness import tasks

FOLDER = Path(__file__).parent
CONFIG: Any = OmegaConf.to_container(OmegaConf.load(FOLDER / "configs" / "tracefix.yaml"))
SERVER = CONFIG["tracefix"]["resources_servers"]["tracefix"]
AGENT = CONFIG["tracefix_gymnasium_agent"]["responses_api_agents"]["gymnasium_agent"]
MAX_STEPS = AGENT["max_steps"]
HANDS_IN = [{"action_type": "RUN_TESTS"}, {"action_type": "SUBMIT"}]


def rows(url: str, split: str, count: int) -> list[dict[str, Any]]:
    """Rows of a data set: the episode that each is, and the agent that plays it."""
    agent = {"type": "responses_api_agents", "name": "tracefix_gymnasium_agent"}
    return [
        {"responses_create_params": {"input": []}, "agent_ref": agent, "reset": {**task, "seed": 0, "max_steps": MAX_STEPS}}
        for task in tasks(url, split)[:count]
    ]


class Loopback:
    """Takes the agent's requests to the resource server in this process, and answers for the model by a script."""

    def __init__(self, http: httpx.AsyncClient, script: list[dict[str, Any]]) -> None:
        self.script = iter(script)
        self.http = http

    async def post(self, server_name: str, url_path: str, json: Any, cookies: Any = None) -> Any:
        if url_path == "/v1/responses":
            return _answer(_response(next(self.script)))
        # The session's cookie stays with the client.
        return _answer((await self.http.post(url_path, json=json)).raise_for_status().json())


def _answer(body: Any) -> Any:
    async def read() -> bytes:
        return json.dumps(body).encode()

    return SimpleNamespace(ok=True, cookies={}, read=read)


def _response(action: dict[str, Any]) -> dict[str, Any]:
    content = [{"type": "output_text", "text": json.dumps(action), "annotations": []}]
    message = {"id": "message", "type": "message", "role": "assistant", "status": "completed", "content": content}
    fixed = {"id": "response", "created_at": 0.0, "model": "scripted", "object": "response", "output": [message]}
    return NeMoGymResponse(**fixed, parallel_tool_calls=True, tool_choice="auto", tools=[]).model_dump()


async def play(url: str, row: dict[str, Any], script: list[dict[str, Any]]) -> dict[str, Any]:
    """A rollout of the row by NeMo Gym's own agent."""
    place = {"host": "", "port": 0}
    config = TracefixServerConfig(**place, **{**SERVER, "base_url": url}, name="tracefix")
    server = TracefixServer.model_construct(config=config, server_client=None, session_state={})
    settings = GymnasiumAgentConfig(**place, **AGENT, name="tracefix_gymnasium_agent")
    inside = httpx.ASGITransport(app=server.setup_webserver())
    async with httpx.AsyncClient(transport=inside, base_url="http://tracefix") as http:
        agent = GymnasiumAgent.model_construct(config=settings, server_client=Loopback(http, script))
        rollout = await agent.run(SimpleNamespace(cookies={}), GymnasiumAgentRunRequest(**row))
    return rollout.model_dump()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default="http://localhost:7860")
    url = parser.parse_args().url
    chosen = rows(url, "train", 5)
    played = [asyncio.run(play(url, row, HANDS_IN)) for row in chosen]
    for name, lines in (("example", chosen), ("example_rollouts", played)):
        text = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)
        (FOLDER / "data" / f"{name}.jsonl").write_text(text)


if __name__ == "__main__":
    main()
