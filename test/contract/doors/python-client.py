"""Plays by the client for Python what it is told: a question as a line of JSON comes in, its answer as another goes out."""

import asyncio
import json
import sys
from typing import Any

from tracefix_rl import TracefixRlEnv

doors: dict[int, TracefixRlEnv] = {}


async def answer(call: str, door: int, data: Any) -> Any:
    match call:
        case "open":
            doors[door] = await TracefixRlEnv(base_url=data).__aenter__()
            return {}
        case "close":
            await doors.pop(door).__aexit__(None, None, None)
            return {}
        case "state":
            return (await doors[door].state()).model_dump(mode="json", exclude_unset=True)
    env = doors[door]
    result = await (env.reset(**data) if call == "reset" else env.step(data))
    observation = result.observation.model_dump(mode="json", exclude_unset=True, exclude={"reward", "done"})
    return {"observation": observation, "reward": result.reward, "done": result.done}


async def serve(question: dict[str, Any]) -> None:
    try:
        told = {"result": await answer(question["call"], question["door"], question.get("data"))}
    except Exception as error:
        told = {"error": str(error)}
    print(json.dumps({"id": question["id"], **told}), flush=True)


async def main() -> None:
    async with asyncio.TaskGroup() as tasks:
        while line := await asyncio.to_thread(sys.stdin.readline):
            tasks.create_task(serve(json.loads(line)))


asyncio.run(main())
