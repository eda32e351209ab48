"""Gymnasium's habits: `gymnasium.make("tracefix/Debug-v0")`, and a vector environment that plays many sessions side by side.

    import gymnasium, tracefix_rl.gymnasium_env
    env = gymnasium.make("tracefix/Debug-v0", base_url="http://localhost:7860", difficulty="easy")
    many = gymnasium.make_vec("tracefix/Debug-v0", num_envs=64, base_url="http://localhost:7860")

An observation is the text that a model reads. An action is a text, too: a JSON object, as the prompt asks for.
"""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any

import gymnasium
import numpy as np
from gymnasium import spaces

from .client import TracefixRlEnv
from .harness import action_in

__all__ = ["TracefixGymEnv", "TracefixVectorEnv"]

TOLD = {"prompt": "json", "observation": "lean"}
MOST_CHARACTERS = 1_000_000
# Whatever there is in Unicode may stand in a program; Gymnasium asks for a finite set and samples from it.
CHARACTERS = "".join(map(chr, [9, 10, *range(32, 127)]))


class _AnyText(spaces.Text):
    """Every text within the limit belongs to it; samples are of plain characters."""

    def contains(self, x: Any) -> bool:
        return isinstance(x, str) and len(x) <= self.max_length


def _text() -> spaces.Text:
    return _AnyText(MOST_CHARACTERS, min_length=0, charset=CHARACTERS)


class _Loop:
    """An event loop on a thread of its own: sockets live there, whoever calls."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    @property
    def is_open(self) -> bool:
        return not self._loop.is_closed()

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class _Session:
    """One episode after the other over one socket."""

    def __init__(self, base_url: str, episode: dict[str, Any]) -> None:
        self._env = TracefixRlEnv(base_url=base_url)
        self._episode = episode

    async def reset(self, seed: int | None, options: dict[str, Any] | None) -> tuple[str, dict[str, Any]]:
        chosen = {**self._episode, **(options or {}), **({} if seed is None else {"seed": seed})}
        observation = (await self._env.reset(**chosen, **TOLD)).observation
        told = f"{observation.metadata.system_prompt}\n\n{observation.text}"
        return told, {"seed": observation.metadata.seed}

    async def step(self, action: str) -> tuple[str, float, bool, bool, dict[str, Any]]:
        result = await self._env.step(action_in(action))
        ending = result.observation.metadata.ending
        # The step limit is told in the prompt and ends an episode as any other end does.
        info = {} if ending is None else {"solved": ending.solved}
        return result.observation.text, float(result.reward), result.done, False, info

    async def close(self) -> None:
        await self._env.close()


class TracefixGymEnv(gymnasium.Env[str, str]):
    """One session. `episode` is what a reset takes: the set, the split, the difficulty, the task."""

    metadata: dict[str, Any] = {"render_modes": []}

    def __init__(self, base_url: str = "http://localhost:7860", render_mode: str | None = None, **episode: Any) -> None:
        self.observation_space = _text()
        self.action_space = _text()
        self.render_mode = render_mode
        self._loop = _Loop()
        self._session = _Session(base_url, episode)

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[str, dict[str, Any]]:
        super().reset(seed=seed)
        # The same seed means the same episodes, the later ones included.
        drawn = int(self.np_random.integers(2**31)) if seed is None else seed
        return self._loop.run(self._session.reset(drawn, options))

    def step(self, action: str) -> tuple[str, float, bool, bool, dict[str, Any]]:
        return self._loop.run(self._session.step(action))

    def close(self) -> None:
        if self._loop.is_open:
            self._loop.run(self._session.close())
            self._loop.close()


class TracefixVectorEnv(gymnasium.vector.VectorEnv):
    """N sessions that step at once; one whose episode is over begins another at its next step, which then pays nothing."""

    metadata: dict[str, Any] = {"autoreset_mode": gymnasium.vector.AutoresetMode.NEXT_STEP, "render_modes": []}

    def __init__(self, num_envs: int = 1, base_url: str = "http://localhost:7860", **episode: Any) -> None:
        self.num_envs = num_envs
        self.single_observation_space = self.single_action_space = _text()
        self.observation_space = self.action_space = spaces.Tuple([_text() for _ in range(num_envs)])
        self._loop = _Loop()
        self._sessions = [_Session(base_url, episode) for _ in range(num_envs)]
        self._over = np.zeros(num_envs, dtype=bool)

    def reset(
        self, *, seed: int | list[int | None] | None = None, options: dict[str, Any] | None = None
    ) -> tuple[tuple[str, ...], dict[str, Any]]:
        first = seed if isinstance(seed, int) else None
        super().reset(seed=first)
        seeds = seed if isinstance(seed, list) else [None if seed is None else seed + n for n in range(self.num_envs)]
        drawn = [self._draw() if each is None else each for each in seeds]
        self._over[:] = False
        begun = self._together([one.reset(each, options) for one, each in zip(self._sessions, drawn, strict=True)])
        return self._told(begun, lambda each: each[1])

    def step(self, actions: Any) -> tuple[tuple[str, ...], np.ndarray, np.ndarray, np.ndarray, dict[str, Any]]:
        stepped = self._together(
            [
                self._again(one) if over else one.step(action)
                for one, action, over in zip(self._sessions, actions, self._over, strict=True)
            ]
        )
        observations, infos = self._told(stepped, lambda each: each[4])
        rewards, ended, cut = (np.array([each[place] for each in stepped]) for place in (1, 2, 3))
        self._over = ended | cut
        return observations, rewards.astype(np.float64), ended, cut, infos

    def close_extras(self, **_: Any) -> None:
        self._together([one.close() for one in self._sessions])
        self._loop.close()

    async def _again(self, session: _Session) -> tuple[str, float, bool, bool, dict[str, Any]]:
        told, info = await session.reset(self._draw(), None)
        return told, 0.0, False, False, info

    def _draw(self) -> int:
        return int(self.np_random.integers(2**31))

    def _together(self, works: list[Coroutine[Any, Any, Any]]) -> list[Any]:
        async def all_of_them() -> list[Any]:
            return await asyncio.gather(*works)

        return self._loop.run(all_of_them())

    def _told(self, results: list[Any], info_of: Any) -> tuple[tuple[str, ...], dict[str, Any]]:
        infos: dict[str, Any] = {}
        for place, each in enumerate(results):
            infos = self._add_info(infos, info_of(each), place)
        return tuple(each[0] for each in results), infos


gymnasium.register("tracefix/Debug-v0", entry_point=TracefixGymEnv, vector_entry_point=TracefixVectorEnv)
