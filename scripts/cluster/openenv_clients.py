"""OpenEnv's own client, unchanged but for its base URL: it plays on through lost connections by asking again."""

import asyncio
import json
import os
import secrets
import sys
import time

from openenv.core import GenericEnvClient

EPISODES = json.loads(os.environ["EPISODES"])
TRIES_FOR_SECONDS = 60


async def asked_again(env, ask):
    """What a training loop does: the same call again, over a new connection, until it is answered."""
    began = time.monotonic()
    while True:
        try:
            return await ask()
        except Exception:
            if time.monotonic() - began > TRIES_FOR_SECONDS:
                raise
            try:
                await env.close()
            except Exception:
                pass
            await asyncio.sleep(0.2)


async def play(address, episode, on_step=lambda: None):
    told = []
    env = GenericEnvClient(base_url=f"{address}/s/{secrets.token_urlsafe(24)}")
    try:
        asks = [lambda: env.reset(**episode["reset"])]
        asks += [lambda action=action: env.step(action) for action in episode["actions"]]
        for ask in asks:
            result = await asked_again(env, ask)
            told.append(json.dumps([result.observation, result.reward, result.done], sort_keys=True))
            on_step()
    finally:
        try:
            await env.close()
        except Exception:
            pass
    return told


async def play_until(address, place, quiet, deadline, figures):
    number = place
    while time.monotonic() < deadline:
        at = number % len(EPISODES)
        number += 1

        def on_step():
            figures["steps"] += 1

        try:
            told = await play(address, EPISODES[at], on_step)
            figures["episodes"] += 1
            if told != quiet[at]:
                figures["faults"].append(f"OpenEnv's client {place}: an answer of episode {at} is another one")
        except Exception as error:
            figures["faults"].append(f"OpenEnv's client {place}: {type(error).__name__}: {error}"[:500])


async def main():
    quiet_address, address, clients, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
    quiet = [await play(quiet_address, episode) for episode in EPISODES]
    print("ready", flush=True)
    sys.stdin.readline()
    figures = {"steps": 0, "episodes": 0, "faults": []}
    deadline = time.monotonic() + seconds
    await asyncio.gather(*(play_until(address, place, quiet, deadline, figures) for place in range(clients)))
    print(json.dumps(figures), flush=True)


asyncio.run(main())
