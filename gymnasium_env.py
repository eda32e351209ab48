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

from .batch import BatchAnswer, BatchError, BatchItem, TracefixBatch, result_of
from .harness import action_in
from .models import ResetMetadata

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


def _draw(generator: np.random.Generator) -> int:
    return int(generator.integers(2**31))


class _Told(NamedTuple):
    """What a step gives in Gymnasium; a reset is told in the same shape and pays nothing."""

    observation: str
    reward: float
    terminated: bool
    truncated: bool
    info: dict[str, Any]


class _Sessions:
    """Sessions by their numbers on one connection, which is made at the first question, and again after it was lost."""

    def __init__(self, base_url: str, episode: Mapping[str, Any]) -> None:
        self._base_url = base_url
        self._episode = episode
        self._connection: TracefixBatch | None = None

    def beginning(self, number: int, seed: int, options: Mapping[str, Any] | None = None) -> BatchItem:
        data = {**self._episode, **(options or {}), "seed": seed, **TOLD}
        return {"session": str(number), "type": "reset", "data": data}

    def acting(self, number: int, answer: str) -> BatchItem:
        return {"session": str(number), "type": "step", "data": action_in(answer)}

    def ask(self, items: Iterable[BatchItem]) -> dict[int, _Told | BatchError]:
        """Asks them all at once. What one session is refused does not take the answers of the others away."""
        try:
            self._connection = self._connection or TracefixBatch(self._base_url)
            answers = self._connection.ask(list(items))
        except BaseException:
            # What is still on its way would be taken for the answer to a later question.
            self.close()
            raise
        return {int(answer["session"] or 0): self._told(answer) for answer in answers}

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _told(self, answer: BatchAnswer) -> _Told | BatchError:
        try:
            result = result_of(answer)
        except BatchError as refusal:
            return refusal
        text, metadata = result.observation.text, result.observation.metadata
        if isinstance(metadata, ResetMetadata):
            return _Told(f"{metadata.system_prompt}\n\n{text}", 0.0, False, False, {"seed": metadata.seed})
        # The step limit is told in the prompt and ends an episode as any other end does.
        info = {} if metadata.ending is None else {"solved": metadata.ending.solved}
        return _Told(text, float(result.reward), result.done, False, info)


class TracefixGymEnv(gymnasium.Env[str, str]):
    """One session. `episode` is what a reset takes: the set, the split, the difficulty, the task."""

    metadata: dict[str, Any] = {"render_modes": []}

    def __init__(self, base_url: str = "http://localhost:7860", render_mode: str | None = None, **episode: Any) -> None:
        self.observation_space = _text()
        self.action_space = _text()
        self.render_mode = render_mode
        self._sessions = _Sessions(base_url, episode)

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[str, dict[str, Any]]:
        super().reset(seed=seed)
        # The same seed means the same episodes, the later ones included.
        drawn = _draw(self.np_random) if seed is None else seed
        told = self._ask(self._sessions.beginning(0, drawn, options))
        return told.observation, told.info

    def step(self, action: str) -> tuple[str, float, bool, bool, dict[str, Any]]:
        return tuple(self._ask(self._sessions.acting(0, action)))

    def close(self) -> None:
        self._sessions.close()

    def _ask(self, item: BatchItem) -> _Told:
        told = self._sessions.ask([item])[0]
        if isinstance(told, BatchError):
            raise told
        return told


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
        self.observation_space = self.action_space = spaces.Tuple([_text() for _ in range(num_envs)])
        self._sessions = _Sessions(base_url, episode)
        self._generators = [seeding.np_random()[0] for _ in range(num_envs)]
        self._shown = [""] * num_envs
        self._over = np.zeros(num_envs, dtype=bool)

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
        items = []
        for place, one in enumerate(seeds):
            if mask[place]:
                if one is not None:
                    self._generators[place] = seeding.np_random(one)[0]
                items.append(self._sessions.beginning(place, self._draw(place) if one is None else one, chosen))
        told = self._ask(items)
        return tuple(self._shown), self._infos({place: each.info for place, each in told.items()})

    def step(self, actions: Iterable[str]) -> tuple[tuple[str, ...], np.ndarray, np.ndarray, np.ndarray, dict[str, Any]]:
        """Steps in each session, and begins another episode where one is over, as `autoreset_mode` says."""
        if self.autoreset_mode is AutoresetMode.DISABLED and self._over.any():
            over = ", ".join(map(str, np.flatnonzero(self._over)))
            raise ValueError(f"Cannot step session {over}: the episode is over, so reset it by a reset_mask first")
        told = self._ask(
            self._again(place) if self._over[place] else self._sessions.acting(place, action)
            for place, action in zip(range(self.num_envs), actions, strict=True)
        )
        rewards, ended, cut = (np.array(column) for column in list(zip(*told.values(), strict=True))[1:4])
        infos = {place: each.info for place, each in told.items()}
        if self.autoreset_mode is AutoresetMode.SAME_STEP and self._over.any():
            begun = self._ask([self._again(place) for place in np.flatnonzero(self._over)], may_all_be_refused=True)
            for place, each in begun.items():
                final = {"final_obs": told[place].observation, "final_info": told[place].info}
                infos[place] = {**final, **each.info}
        return tuple(self._shown), rewards.astype(np.float64), ended, cut, self._infos(infos)

    def close_extras(self, **_: Any) -> None:
        self._sessions.close()

    def _ask(self, items: Iterable[BatchItem], *, may_all_be_refused: bool = False) -> dict[int, _Told]:
        answers = self._sessions.ask(items)
        refusals = [answer for answer in answers.values() if isinstance(answer, BatchError)]
        if len(refusals) == len(answers) and not may_all_be_refused:
            raise refusals[0]
        told = {}
        for place, answer in answers.items():
            if isinstance(answer, BatchError):
                answer = _Told(self._shown[place], 0.0, False, True, {"error": f"{answer.code}: {answer}"})
            told[place] = answer
            self._shown[place] = answer.observation
            self._over[place] = answer.terminated or answer.truncated
        return told

    def _again(self, place: int) -> BatchItem:
        return self._sessions.beginning(place, self._draw(place))

    def _draw(self, place: int) -> int:
        return _draw(self._generators[place])

    def _infos(self, infos_of: Mapping[int, dict[str, Any]]) -> dict[str, Any]:
        infos: dict[str, Any] = {}
        for place, info in infos_of.items():
            infos = self._add_info(infos, info, place)
        return infos


gymnasium.register("tracefix/Debug-v0", entry_point=TracefixGymEnv, vector_entry_point=TracefixVectorEnv)
