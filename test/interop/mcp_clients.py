"""The official Python client of the Model Context Protocol, over streamable HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from mcp import ClientSession
from mcp.client.streamable_http import streamablehttp_client
from support.checks import check, run_checks
from support.server import SOLUTION, TASK, serve
from support.told import told_by


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[ClientSession]:
    async with (
        streamablehttp_client(f"{url}/mcp") as (reading, writing, _),
        ClientSession(reading, writing) as session,
    ):
        yield session


with serve(MCP_EPISODES="free") as server, serve() as closed:

    @check
    async def handshake() -> None:
        """It shakes hands, and is told how to play"""
        async with connected(server.url) as session:
            hello = await session.initialize()
            assert hello.serverInfo.name == "tracefix_rl"
            assert "start_episode" in (hello.instructions or "")
            await session.send_ping()

    @check
    async def solve() -> None:
        """It solves a task by tools, with the lean text for a model and with structured content"""
        async with connected(server.url) as session:
            await session.initialize()
            tools = (await session.list_tools()).tools
            assert len(tools) == 8 and all(tool.description for tool in tools)
            started = await session.call_tool("start_episode", dict(TASK))
            shown = [started.content[0].text]
            for action in SOLUTION:
                arguments = {key: value for key, value in action.items() if key != "action_type"}
                result = await session.call_tool(action["action_type"].lower(), arguments)
                assert not result.isError, result
                shown.append(result.content[0].text)
            rules, texts = await asyncio.to_thread(told_by, server, SOLUTION, "tools", **TASK)
            # Only the end has a word more: how to begin again.
            assert shown[:-1] == [f"{rules}\n\n{texts[0]}", *texts[1:-1]] and shown[-1].startswith(texts[-1]), shown
            assert result.structuredContent["done"] and result.structuredContent["reward"] > 0.9

    @check
    async def begins_by_itself() -> None:
        """A first call without an episode begins one"""
        async with connected(server.url) as session:
            await session.initialize()
            result = await session.call_tool("run_tests", {})
            assert not result.isError and result.structuredContent["step_count"] == 1

    @check
    async def failures() -> None:
        """A tool's failure is a result that says so, and the session goes on"""
        async with connected(server.url) as session:
            await session.initialize()
            refused = await session.call_tool("start_episode", {"difficulty": "impossible"})
            assert refused.isError and "easy" in refused.content[0].text
            assert not (await session.call_tool("start_episode", dict(TASK))).isError

    @check
    async def draws() -> None:
        """Where the server draws, it takes no seed and tells none, and goes on without"""
        async with connected(closed.url) as session:
            await session.initialize()
            refused = await session.call_tool("start_episode", dict(TASK))
            assert refused.isError and "seed" in refused.content[0].text
            started = await session.call_tool("start_episode", {"difficulty": "easy"})
            assert not started.isError and "seed" not in started.structuredContent["metadata"]
            assert "task_name" not in started.structuredContent["info"]

    @check
    async def ends() -> None:
        """Its session ends with it"""
        before = server.sessions()
        async with connected(server.url) as session:
            await session.initialize()
            assert server.sessions() == before + 1
        assert server.sessions() == before

    @check
    def not_taken_for_openenv() -> None:
        """OpenEnv's dialect is spoken at the same address at the same time"""
        request = {"jsonrpc": "2.0", "id": 1, "method": "openenv/session/create"}
        answer = httpx.post(f"{server.url}/mcp", json=request).json()
        assert answer["result"]["session_id"]

    run_checks()
