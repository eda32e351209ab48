"""Plays many sessions from this one process, by a socket each and by batches in turn, and prints the rate of each run."""

import asyncio
import json
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack
from typing import Any

from tracefix_rl import TracefixBatch
from tracefix_rl.models import CodeAction
from websockets.asyncio.client import ClientConnection, connect

ACTIONS = CodeAction.model_fields["action_type"].annotation.__args__
VIEWS_AN_EPISODE = 5_000
GROUPS = 4
# Far enough apart that no two runs play the same episode.
SEEDS_A_RUN = 1_000_000

options = json.loads(sys.argv[1])
kind, sessions, seconds = options["kind"], options["sessions"], options["seconds"]
url = f"http://127.0.0.1:{options['port']}"


class Player:
    """What one session asks next; the same for the same seed, however it is asked."""

    def __init__(self, seed: int) -> None:
        self.name = str(seed)
        self.seed = seed
        self.draws = random.Random(self.seed)
        self.steps = 0
        self.observation: dict[str, Any] | None = None

    def question(self) -> dict[str, Any]:
        if self.observation is None:
            more = {"max_steps": 10_000} if kind == "view" else {}
            data = {"seed": self.seed, **more}
            self.seed += sessions
            return {"type": "reset", "data": data}
        return {"type": "step", "data": self.action(self.observation)}

    def action(self, observation: dict[str, Any]) -> dict[str, Any]:
        """As the agent `random` plays: any action, and for an edit any line replaced by another, deleted or doubled."""
        action_type = "VIEW_CODE" if kind == "view" else self.draws.choice(ACTIONS)
        lines = list(observation["code_dict"].values())
        if action_type != "REPLACE_LINES" or not lines:
            return {"action_type": action_type}
        line = self.draws.randrange(len(lines))
        other = self.draws.choice(lines)
        block = self.draws.choice(["", other, f"{lines[line]}\n{other}"])
        return {"action_type": action_type, "start_line": line + 1, "end_line": line + 1, "new_code_block": block}

    def told(self, answer: dict[str, Any]) -> None:
        if answer["type"] != "observation":
            raise RuntimeError(f"No observation came but {json.dumps(answer)[:300]}")
        if self.observation is not None:
            self.steps += 1
        data = answer["data"]
        is_over = data["done"] or (kind == "view" and data["observation"]["step_count"] >= VIEWS_AN_EPISODE)
        self.observation = None if is_over else data["observation"]


class Clock:
    """Runs from when all sessions have begun, until the time is over."""

    def __init__(self, players: list[Player]) -> None:
        self.players = players
        self.began, self.cpu = time.monotonic(), time.process_time()

    @property
    def is_over(self) -> bool:
        return time.monotonic() - self.began >= seconds

    def result(self) -> dict[str, float]:
        elapsed, cpu = time.monotonic() - self.began, time.process_time() - self.cpu
        steps = sum(player.steps for player in self.players)
        return {"rate": steps / elapsed, "steps": steps, "client": cpu / steps * 1e6}


async def play_alone(players: list[Player]) -> dict[str, float]:
    """A socket each: every session asks, waits and asks again."""
    async with AsyncExitStack() as stack:
        address = f"{url.replace('http', 'ws')}/ws"
        sockets = [await stack.enter_async_context(connect(address, compression=None)) for _ in players]

        async def ask(player: Player, socket: ClientConnection) -> None:
            await socket.send(json.dumps(player.question()))
            player.told(json.loads(await socket.recv()))

        async def play(player: Player, socket: ClientConnection) -> None:
            while not clock.is_over:
                await ask(player, socket)

        await asyncio.gather(*map(ask, players, sockets))
        clock = Clock(players)
        await asyncio.gather(*map(play, players, sockets))
        return clock.result()


def play_batches(players: list[Player]) -> dict[str, float]:
    """In groups, each with a connection and a thread of its own: what one session waits for holds up its group alone."""
    with ExitStack() as stack:
        groups = [players[at::GROUPS] for at in range(GROUPS)]
        batches = [stack.enter_context(TracefixBatch(url)) for _ in groups]

        def ask(group: list[Player], batch: TracefixBatch) -> None:
            questions = [{"session": player.name, **player.question()} for player in group]
            for player, answer in zip(group, batch.ask(questions), strict=True):
                player.told(answer)

        def play(group: list[Player], batch: TracefixBatch) -> None:
            while not clock.is_over:
                ask(group, batch)

        threads = stack.enter_context(ThreadPoolExecutor(GROUPS))
        list(threads.map(ask, groups, batches))
        clock = Clock(players)
        list(threads.map(play, groups, batches))
        return clock.result()


def run(way: str, number: int) -> dict[str, float]:
    players = [Player(number * SEEDS_A_RUN + at) for at in range(sessions)]
    return play_batches(players) if way == "batches" else asyncio.run(play_alone(players))


WAYS = ["alone", "batches"]
measured: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
# The first round warms up. Which way comes first changes from round to round, because the machine's speed drifts.
for at in range(options["rounds"] + 1):
    for way in WAYS if at % 2 == 0 else reversed(WAYS):
        result = run(way, 2 * at + WAYS.index(way))
        if at > 0:
            measured[way].append(result)
print(json.dumps(measured))
