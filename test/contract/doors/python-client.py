"""Plays by the client for Python what it is told: a question as a line of JSON comes in, its answer as another goes out."""

import asyncio
import json
import sys
from typing import Any

from tracefix_rl import BatchAnswer, BatchItem, CodeState, TracefixBatch, TracefixRlEnv, result_of


class BatchDoor:
    """A session of a connection that all such doors share: what they ask at once goes out in one batch."""

    connections: dict[str, TracefixBatch] = {}
    asked: list[tuple[BatchItem, asyncio.Future[BatchAnswer]]] = []
    sending = asyncio.Lock()

    def __init__(self, base_url: str, name: str) -> None:
        self.base_url, self.name = base_url, name

    async def __aenter__(self) -> "BatchDoor":
        if self.base_url not in self.connections:
            self.connections[self.base_url] = await asyncio.to_thread(TracefixBatch, self.base_url)
        return self

    async def __aexit__(self, *_: Any) -> None:
        await self.ask("close")

    async def reset(self, **data: Any) -> Any:
        return result_of(await self.ask("reset", data=data))

    async def step(self, data: Any) -> Any:
        return result_of(await self.ask("step", data=data))

    async def state(self) -> Any:
        return CodeState.model_validate((await self.ask("state"))["data"])

    async def ask(self, kind: Any, **more: Any) -> BatchAnswer:
        told = asyncio.get_running_loop().create_future()
        self.asked.append(({"session": self.name, "type": kind, **more}, told))
        async with self.sending:
            asked, self.asked[:] = list(self.asked), []
            if asked:
                batch = self.connections[self.base_url]
                answers = await asyncio.to_thread(batch.ask, [item for item, _ in asked])
                for (_, waiting), answer in zip(asked, answers, strict=True):
                    waiting.set_result(answer)
        return await told


doors: dict[int, TracefixRlEnv | BatchDoor] = {}


async def answer(call: str, door: int, data: Any) -> Any:
    match call:
        case "open":
            doors[door] = await TracefixRlEnv(base_url=data).__aenter__()
            return {}
        case "open batch":
            doors[door] = await BatchDoor(data, f"door {door}").__aenter__()
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
