"""GRPO with TRL: a model learns to debug by calling tools. Each rollout has a session of its own on the server.

    pip install . trl==1.16.0
    python examples/trl_grpo.py --url http://localhost:7860 --model Qwen/Qwen3-0.6B --curriculum
"""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parent))

from datasets import Dataset
from debugging import TOLD, DebuggingTools, instructions, outcome, tasks, told
from tracefix_rl import TracefixRlEnv
from transformers import TrainerCallback
from trl import GRPOConfig, GRPOTrainer

MAX_STEPS = 20
VALIDATION_SEED = 1_000_000
"""No seed of training: the hidden tests of the validation split are the same each time and drawn for it alone."""


class DebuggingEnvironment(DebuggingTools):
    """One rollout. TRL makes a tool of every public method but `reset` and `get_reward`."""

    def __init__(self, url: str, **episode: Any) -> None:
        self._env = TracefixRlEnv(base_url=url).sync()
        self._episode = {"max_steps": MAX_STEPS, **TOLD, **episode}
        self._return = 0.0
        self._solved = False

    def reset(self, prompt: Any = None, **row: Any) -> str:
        """Begins the row's episode: a group's rollouts have the same row, so they get the same task and tests."""
        observation = self._env.reset(**self._episode, **row).observation
        self._return = 0.0
        self._solved = False
        return f"{instructions(observation)}\n\n{told(observation)}"

    def get_reward(self) -> float:
        """The episode's return. A rollout that never submits keeps what its steps were paid."""
        return self._return

    @property
    def is_solved(self) -> bool:
        """A property, because a method would be a tool."""
        return self._solved

    def _act(self, action: dict[str, Any]) -> str:
        result = self._env.step(action)
        self._return = result.observation.metadata.return_
        _, self._solved = outcome(result.observation, result.done)
        return told(result.observation)


def solved(environments: list[DebuggingEnvironment], log_extra: Any, **columns: Any) -> list[float]:
    """The share of solved rollouts, which is what you train for; weight 0, because the return pays for it already."""
    log_extra("episode_id", columns["episode_id"])
    return [float(environment.is_solved) for environment in environments]


class GroupsWithoutVariance(TrainerCallback):
    """Prints at each step the share of groups whose rollouts all returned the same, which teach nothing; at the end, the mean."""

    def __init__(self) -> None:
        self.shares: list[float] = []

    def on_log(self, _args: Any, state: Any, _control: Any, logs: dict[str, Any] | None = None, **_: Any) -> None:
        share = (logs or {}).get("frac_reward_zero_std")
        if share is not None:
            self.shares.append(share)
            print(f"step {state.global_step}: {share:.2f} of the groups had no variance of reward", flush=True)

    def on_train_end(self, *_: Any, **__: Any) -> None:
        if self.shares:
            mean = sum(self.shares) / len(self.shares)
            print(f"all {len(self.shares)} steps: {mean:.2f} of the groups had no variance of reward", flush=True)


def rows(
    url: str, split: str, episodes: int, difficulties: list[str] | None = None, curriculum: bool = False, seed: int = 0
) -> Dataset:
    """Episodes of a split's tasks in turn, each with other hidden tests; with a curriculum the easy ones come first."""
    listed = tasks(url, split, difficulties)
    chosen = [listed[n * len(listed) // episodes if curriculum else n % len(listed)] for n in range(episodes)]
    prompt = [{"role": "user", "content": ""}]
    return Dataset.from_list(
        [
            {"prompt": prompt, **task, "seed": seed + n, "episode_id": f"{split}-{seed + n}"}
            for n, task in enumerate(chosen)
        ]
    )


def make_trainer(
    url: str,
    model: str,
    trainer: type[GRPOTrainer] = GRPOTrainer,
    *,
    reward: str = "dense",
    difficulties: list[str] | None = None,
    curriculum: bool = False,
    **settings: Any,
) -> GRPOTrainer:
    options = {
        "output_dir": "runs/grpo",
        "max_steps": 100,
        "num_generations": 8,
        "per_device_train_batch_size": 8,
        "max_completion_length": 4096,
        "max_tool_calling_iterations": MAX_STEPS,
        "chat_template_kwargs": {"enable_thinking": False},
        # Divided by its deviation, a group whose returns differ by one step's cost would pull as hard as one in which
        # half the rollouts solve.
        "scale_rewards": "none",
        # Of `solved`; the environment's own reward weighs 1.
        "reward_weights": [0.0],
        # Rewards, `episode_id` and the conversation of each rollout, in `completions/` under `output_dir`.
        "log_completions": True,
        "num_completions_to_print": 0,
        "logging_steps": 1,
        "shuffle_dataset": not curriculum,
        "eval_strategy": "steps",
        "eval_steps": 25,
        "num_generations_eval": 1,
        "per_device_eval_batch_size": 4,
        **settings,
    }
    # One for each group, so that no episode comes twice: an id, too, has a part in hidden tests that are secret.
    groups = max(1, options["per_device_train_batch_size"] // options["num_generations"])
    episodes = groups * (options["max_steps"] if options["max_steps"] > 0 else 100)
    return trainer(
        model=model,
        reward_funcs=[solved],
        train_dataset=rows(url, "train", episodes, difficulties, curriculum),
        # All of the split, whatever is trained on: it may have no task of a difficulty.
        eval_dataset=rows(url, "validation", 8, seed=VALIDATION_SEED),
        environment_factory=partial(DebuggingEnvironment, url, reward=reward),
        args=GRPOConfig(**options),
        callbacks=[GroupsWithoutVariance()],
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://localhost:7860")
    parser.add_argument("--model", default="Qwen/Qwen3-0.6B")
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--reward", choices=["dense", "potential", "sparse"], default="dense")
    parser.add_argument("--difficulty", nargs="+", choices=["easy", "medium", "hard"], help="train on such tasks only")
    parser.add_argument("--curriculum", action="store_true", help="easy tasks first, hard ones last")
    options = parser.parse_args()
    make_trainer(
        options.url,
        options.model,
        reward=options.reward,
        difficulties=options.difficulty,
        curriculum=options.curriculum,
        max_steps=options.steps,
    ).train()


if __name__ == "__main__":
    main()
