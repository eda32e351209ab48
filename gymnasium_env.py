"""Gymnasium's habits: `gymnasium.make("tracefix/Debug-v0")`, and a vector environment that asks many sessions by one frame.

    import gymnasium, tracefix_rl.gymnasium_env
    env = gymnasium.make("tracefix/Debug-v0", base_url="http://localhost:7860", difficulty="easy")
    many = gymnasium.make_vec("tracefix/Debug-v0", num_envs=64, base_url="http://localhost:7860")

An observation is the text that a model reads. An action is a text, too: a JSON object, as the prompt asks for.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import gymnasium
import numpy as np
from gymnasium import spaces
from gymnasium.utils import seeding
from gymnasium.vector import AutoresetMode
from gymnasium.vector.utils import batch_space

from .batch import BatchAnswer, BatchError, BatchItem, TracefixBatch, result_of
from .harness import TOLD, action_in, turn_of
from .models import ResetMetadata

__all__ = ["TracefixGymEnv", "TracefixVectorEnv"]

MOST_CHARACTERS = 1_000_000
# Whatever there is in Unicode may stand in a program; Gymnasium asks for a finite set and samples from it.
CHARACTERS = "".join(map(chr, [9, 10, *range(32, 127)]))


class _AnyText(spaces.Text):
    """Every text within the limit belongs to it; samples are of plain characters."""

    def contains(self, x: Any) -> bool:
        return isinstance(x, str) and len(x) <= self.max_length


def _text() -> spaces.Text:
    return _AnyText(MOST_CHARACTERS, min_length=0, charset=CHARACTERS)


class _Told(NamedTuple):
    """What a step gives in Gymnasium; a reset is told in the same shape and pays nothing."""

    observation: str = ""
    reward: float = 0.0
    terminated: bool = False
    truncated: bool = False
    info: dict[str, Any] = {}


class _Sessions:
    """Sessions by their numbers on one connection, which is made at the first question, and again after it was lost."""

    def __init__(self, count: int, base_url: str, episode: Mapping[str, Any]) -> None:
        self._base_url = base_url
        self._episode = episode
        self._connection: TracefixBatch | None = None
        self._generators = [seeding.np_random()[0] for _ in range(count)]
        # What each has told last.
        self.told = dict.fromkeys(range(count), _Told())

    def beginning(self, number: int, seed: int | None = None, options: Mapping[str, Any] | None = None) -> BatchItem:
        """Asks for an episode. The same seed means the same episodes, the later ones, which draw theirs, included."""
        if seed is None:
            seed = int(self._generators[number].integers(2**31))
        else:
            self._generators[number] = seeding.np_random(seed)[0]
        data = {**self._episode, **(options or {}), "seed": seed, **TOLD}
        return {"session": str(number), "type": "reset", "data": data}

    def acting(self, number: int, answer: str) -> BatchItem:
        return {"session": str(number), "type": "step", "data": action_in(answer)}

    def ask(self, items: Iterable[BatchItem], *, may_all_be_refused: bool = False) -> dict[int, _Told]:
        """Asks them all at once. What one session is refused does not take the answers of the others away."""
        try:
            self._connection = self._connection or TracefixBatch(self._base_url)
            answers = self._connection.ask(list(items))
        except BaseException:
            # What is still on its way would be taken for the answer to a later question.
            self.close()
            raise
        if not may_all_be_refused and all(answer["type"] == "error" for answer in answers):
            raise BatchError(answers[0]["data"])
        told = {int(answer["session"] or 0): self._told(answer) for answer in answers}
        self.told |= told
        return told

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _told(self, answer: BatchAnswer) -> _Told:
        if answer["type"] == "error":
            before, refusal = self.told[int(answer["session"] or 0)], answer["data"]
            return _Told(before.observation, truncated=True, info={"error": f"{refusal['code']}: {refusal['message']}"})
        result = result_of(answer)
        metadata = result.observation.metadata
        if isinstance(metadata, ResetMetadata):
            return _Told(f"{metadata.system_prompt}\n\n{result.observation.text}", info={"seed": metadata.seed})
        # The step limit is told in the prompt and ends an episode as any other end does.
        text, reward, done, info = turn_of(result)
        return _Told(text, float(reward), done, False, info)


class TracefixGymEnv(gymnasium.Env[str, str]):
    """One session. `episode` is what a reset takes: the set, the split, the difficulty, the task."""

    metadata: dict[str, Any] = {"render_modes": []}

    def __init__(self, base_url: str = "http://localhost:7860", **episode: Any) -> None:
        self.observation_space = _text()
        self.action_space = _text()
        self._sessions = _Sessions(1, base_url, episode)

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[str, dict[str, Any]]:
        super().reset(seed=seed)
        told = self._sessions.ask([self._sessions.beginning(0, seed, options)])[0]
        return told.observation, told.info

    def step(self, action: str) -> tuple[str, float, bool, bool, dict[str, Any]]:
        return tuple(self._sessions.ask([self._sessions.acting(0, action)])[0])

    def close(self) -> None:
        self._sessions.close()


class TracefixVectorEnv(gymnasium.vector.VectorEnv):
    """As `SyncVectorEnv` of as many `TracefixGymEnv`, with the same seeds and in each mode of beginning again, but that all
    are asked by one frame and answer side by side.

    What one session is refused cuts its own episode off: `truncated`, and `error` in its `info`. Where every one that was
    asked is refused, the first refusal is raised.
    """

    metadata: dict[str, Any] = {"autoreset_mode": AutoresetMode.NEXT_STEP, "render_modes": []}

    def __init__(
        self,
        num_envs: int = 1,
        base_url: str = "http://localhost:7860",
        autoreset_mode: str | AutoresetMode = AutoresetMode.NEXT_STEP,
        **episode: Any,
    ) -> None:
        self.num_envs = num_envs
        self.autoreset_mode = AutoresetMode(autoreset_mode)
        self.metadata = {**self.metadata, "autoreset_mode": self.autoreset_mode}
        self.single_observation_space = self.single_action_space = _text()
        self.observation_space = self.action_space = batch_space(self.single_action_space, num_envs)
        self._sessions = _Sessions(num_envs, base_url, episode)

    def reset(
        self, *, seed: int | list[int | None] | None = None, options: dict[str, Any] | None = None
    ) -> tuple[tuple[str, ...], dict[str, Any]]:
        """Begins an episode in each session, or in those of `options["reset_mask"]`; what else `options` has, a reset takes."""
        seeds = seed if isinstance(seed, list) else [None if seed is None else seed + n for n in range(self.num_envs)]
        if len(seeds) != self.num_envs:
            raise ValueError(f"Cannot reset {self.num_envs} sessions by {len(seeds)} seeds: give each session one")
        chosen = dict(options or {})
        mask = chosen.pop("reset_mask", np.ones(self.num_envs, dtype=bool))
        if not isinstance(mask, np.ndarray) or mask.dtype != bool or mask.shape != (self.num_envs,) or not mask.any():
            raise ValueError(f"Cannot reset by this reset_mask: give {self.num_envs} of NumPy's bools, one of them True")
        asked = [self._sessions.beginning(place, seeds[place], chosen) for place in map(int, np.flatnonzero(mask))]
        told = self._sessions.ask(asked)
        return self._observations(), self._infos(told)

    def step(self, actions: Iterable[str]) -> tuple[tuple[str, ...], np.ndarray, np.ndarray, np.ndarray, dict[str, Any]]:
        """Steps in each session, and begins another episode where one is over, as `autoreset_mode` says."""
        over = self._over()
        if over and self.autoreset_mode is AutoresetMode.DISABLED:
            raise ValueError(f"Cannot step the sessions {over}: their episodes are over, so reset them by a reset_mask first")
        told = infos = self._sessions.ask(
            self._sessions.beginning(place) if place in over else self._sessions.acting(place, action)
            for place, action in zip(range(self.num_envs), actions, strict=True)
        )
        over = self._over()
        if over and self.autoreset_mode is AutoresetMode.SAME_STEP:
            begun = self._sessions.ask(map(self._sessions.beginning, over), may_all_be_refused=True)
            final = {place: {"final_obs": told[place].observation, "final_info": told[place].info} for place in over}
            infos = told | {place: each._replace(info={**final[place], **each.info}) for place, each in begun.items()}
        rewards = np.array([each.reward for each in told.values()], dtype=np.float64)
        ended = np.array([each.terminated for each in told.values()])
        cut = np.array([each.truncated for each in told.values()])
        return self._observations(), rewards, ended, cut, self._infos(infos)

    def close_extras(self, **_: Any) -> None:
        self._sessions.close()

    def _over(self) -> list[int]:
        return [place for place, told in self._sessions.told.items() if told.terminated or told.truncated]

    def _observations(self) -> tuple[str, ...]:
        return tuple(told.observation for told in self._sessions.told.values())

    def _infos(self, told: Mapping[int, _Told]) -> dict[str, Any]:
        infos: dict[str, Any] = {}
        for place, each in told.items():
            infos = self._add_info(infos, each.info, place)
        return infos


gymnasium.register("tracefix/Debug-v0", entry_point=TracefixGymEnv, vector_entry_point=TracefixVectorEnv)
