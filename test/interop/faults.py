"""Clients that break: their slots come back, and nobody else notices."""

import asyncio
import json
import socket
import subprocess
import sys
import time
from contextlib import suppress

from openenv.core import GenericEnvClient
from support.checks import check, run_checks
from support.server import BEST_RETURN, SOLUTION, TASK, Server, serve, wait_until
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

FAST_PINGS = {"MAX_SESSIONS": "4", "PING_SECONDS": "1"}
PLAYER = """
import sys
from openenv.core import GenericEnvClient

env = GenericEnvClient(base_url=sys.argv[1]).sync().connect()
env.reset(task_name="binary_search_off_by_one", seed=7)
print("ready", flush=True)
while True:
    env.step({"action_type": "RUN_TESTS"})
    env.step({"action_type": "RESET_TO_ORIGINAL"})
    env.reset(task_name="binary_search_off_by_one")
"""
LOOP = [
    {
        "action_type": "REPLACE_LINES",
        "start_line": 4,
        "end_line": 4,
        "new_code_block": "    while True:\n        pass\n    while size > 0:",
    },
    {"action_type": "RUN_TESTS"},
]
"""A program that never ends: each of its tests is stopped by the sandbox's limit."""


async def solves(url: str) -> None:
    async with GenericEnvClient(base_url=url) as env:
        await env.reset(**TASK)
        total = sum([(await env.step(action)).reward for action in SOLUTION])
    assert abs(total - BEST_RETURN) < 1e-9, total


def half_open(server: Server) -> socket.socket:
    """A socket that began an episode, answered a ping and then neither reads nor answers, as behind a dead link."""
    host, port = server.url.removeprefix("http://").split(":")
    link = socket.create_connection((host, int(port)))
    link.sendall(
        f"GET /ws HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n".encode()
    )
    assert link.recv(4096).startswith(b"HTTP/1.1 101")
    reset = b'{"type":"reset"}'
    link.sendall(bytes([0x81, 0x80 | len(reset), 0, 0, 0, 0]) + reset)
    received = b""
    while b"\x89\x00" not in received:
        received += link.recv(65536)
    link.sendall(bytes([0x8A, 0x80, 0, 0, 0, 0]))
    return link


def start_player(url: str) -> subprocess.Popen[str]:
    """A client in a process of its own that never stops playing."""
    player = subprocess.Popen([sys.executable, "-c", PLAYER, url], stdout=subprocess.PIPE, text=True)
    assert player.stdout is not None and player.stdout.readline() == "ready\n"
    return player


@check
def half_open_sockets() -> None:
    """Half-open sockets that used to answer pings take every slot, and give it back after three silent ones"""
    with serve(**FAST_PINGS) as server:
        links = [half_open(server) for _ in range(4)]
        wait_until(lambda: server.sessions() == 4)
        wait_until(lambda: server.sessions() == 0)
        asyncio.run(solves(server.url))
        for link in links:
            link.close()


@check
async def busy_client() -> None:
    """A client whose thread is busy through some pings goes on; one that is busy for too long is told why it was closed"""
    with serve(**FAST_PINGS) as server:
        async with connect(server.url.replace("http", "ws") + "/ws", ping_interval=None) as link:
            await link.send('{"type":"reset"}')
            await link.recv()
            for seconds in (2.5, 8):
                await asyncio.sleep(2)
                time.sleep(seconds)
                with suppress(ConnectionClosed):
                    await link.send('{"type":"state"}')
                    assert json.loads(await link.recv())["type"] == "state"
            await link.wait_closed()
            assert link.close_code == 1011, link.close_code
            assert "pings" in link.close_reason, link.close_reason


@check
async def refused_when_full() -> None:
    """A client too many is told so by OpenEnv's own client, and gets in when a slot is free"""
    with serve(**FAST_PINGS) as server:
        clients = [GenericEnvClient(base_url=server.url) for _ in range(4)]
        for env in clients:
            await env.reset(**TASK)
        try:
            await GenericEnvClient(base_url=server.url).reset()
        except (RuntimeError, ConnectionClosed) as error:
            assert "CAPACITY_REACHED" in str(error), error
        else:
            raise AssertionError("A fifth session was opened")
        await clients.pop().close()
        await solves(server.url)
        for env in clients:
            assert not (await env.step({"action_type": "RUN_TESTS"})).done
            await env.close()


@check
async def killed_in_mid_step() -> None:
    """A client killed in mid-step frees its slot, and the others' episodes go on"""
    with serve(**FAST_PINGS) as server:
        async with GenericEnvClient(base_url=server.url) as other:
            await other.reset(**TASK)
            # In threads, so that the other client answers pings meanwhile.
            player = await asyncio.to_thread(start_player, server.url)
            assert server.sessions() == 2
            player.kill()
            player.communicate()
            await asyncio.to_thread(wait_until, lambda: server.sessions() == 1)
            total = sum([(await other.step(action)).reward for action in SOLUTION])
            assert abs(total - BEST_RETURN) < 1e-9
        await solves(server.url)


@check
async def gives_up_waiting() -> None:
    """A client that gives up waiting reconnects into a fresh session, and takes no late answer for its own"""
    with serve(**FAST_PINGS) as server:
        async with GenericEnvClient(base_url=server.url) as env:
            await env.reset(**TASK)
            await env.step(LOOP[0])
            with suppress(TimeoutError, asyncio.TimeoutError), server.frozen():
                await asyncio.wait_for(env.step(LOOP[1]), 0.2)
                raise AssertionError("A process that stands still has answered")
            try:
                await env.step({"action_type": "SUBMIT"})
            except RuntimeError as error:
                assert "EXECUTION_ERROR" in str(error), error
            else:
                raise AssertionError("A step before a reset was taken")
            assert (await env.reset(**TASK)).observation["step_count"] == 0
        await asyncio.to_thread(wait_until, lambda: server.sessions() == 0)


@check
async def long_calls() -> None:
    """Steps that wait long for a sandbox, up to a minute, keep their sockets through many pings, and each is answered"""
    with serve(PING_SECONDS="3", WORKERS="1") as server:

        async def loop_for_ever(number: int) -> float:
            pings = {"websocket_ping_interval_s": 1, "websocket_ping_timeout_s": 5}
            async with GenericEnvClient(base_url=server.url, message_timeout_s=600, **pings) as env:
                await env.reset(**TASK)
                # A text of its own, so that no session profits from another's.
                text = f"{LOOP[0]['new_code_block']}  # {number}"
                await env.step({**LOOP[0], "new_code_block": text})
                began = time.monotonic()
                result = await env.step(LOOP[1])
                assert not any(test["passed"] for test in result.observation["test_results"])
                return time.monotonic() - began

        seconds = await asyncio.gather(*map(loop_for_ever, range(80)))
        print(f"     the steps took {min(seconds):.0f} to {max(seconds):.0f} s")


@check
async def wrong_session_id() -> None:
    """A wrong session_id is refused on the socket and over HTTP, takes no slot and disturbs no session"""
    import httpx

    with serve(**FAST_PINGS) as server:
        async with GenericEnvClient(base_url=server.url) as env:
            await env.reset(**TASK)
            address = server.url.replace("http", "ws") + "/ws?session_id=nobody"
            async with connect(address) as wrong:
                frame = json.loads(await wrong.recv())
                assert frame["type"] == "error" and frame["data"]["code"] == "SESSION_ERROR"
                with suppress(ConnectionClosed):
                    await wrong.recv()
                    raise AssertionError("The socket stayed open")
            async with httpx.AsyncClient() as http:
                call = {"name": "run_tests", "arguments": {}, "session_id": "nobody"}
                body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}
                answer = (await http.post(f"{server.url}/mcp", json=body)).json()
                assert answer["error"]["code"] == -32602, answer
            assert server.sessions() == 1
            assert (await env.step(SOLUTION[0])).observation["step_count"] == 1


run_checks()
