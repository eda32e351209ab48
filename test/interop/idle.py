"""Clients that say nothing for long; a file of its own, so that others' tests can run meanwhile."""

import asyncio

from openenv.core import GenericEnvClient
from support.checks import check, run_checks
from support.server import SOLUTION, TASK, serve


@check
async def idle_for_a_minute() -> None:
    """A minute without a message, as between two tool calls of a slow model, ends nothing: neither `/ws` nor `/mcp`"""
    import httpx

    with serve(PING_SECONDS="5") as server:
        async with GenericEnvClient(base_url=server.url) as env, httpx.AsyncClient() as http:

            async def rpc(method: str, **params: object) -> dict:
                body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
                return (await http.post(f"{server.url}/mcp", json=body)).json()

            created = await rpc("openenv/session/create")
            session = created["result"]["session_id"]
            await rpc("tools/call", name="start_episode", arguments={}, session_id=session)
            await env.reset(**TASK)
            await asyncio.sleep(62)
            assert (await env.step(SOLUTION[0])).reward == -0.001
            answer = await rpc("tools/call", name="run_tests", arguments={}, session_id=session)
            assert answer["result"]["data"]["reward"] == -0.001


run_checks()
