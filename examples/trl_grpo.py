"""GRPO with TRL: a model learns to debug by calling tools. Each rollout has a session of its own on the server.

    pip install . trl==1.16.0
    python examples/trl_grpo.py --url http://localhost:7860 --model Qwen/Qwen3-0.6B
"""

import argparse
from functools import partial
from typing import Any

from datasets import Dataset
from tracefix_rl import TracefixRlEnv
from trl import GRPOConfig, GRPOTrainer


class DebuggingEnvironment:
    """What the model may do in one rollout. TRL makes a tool of every public method but `reset` and `get_reward`."""

    def __init__(self, url: str) -> None:
        self._env = TracefixRlEnv(base_url=url).sync()
        self._return = 0.0

    def reset(self, split: str, index: int, seed: int, episode_id: str, **_row: Any) -> str:
        """Begins the row's episode: a group's rollouts have the same row, so they get the same task and tests."""
        self._return = 0.0
        row = {"split": split, "index": index, "seed": seed, "episode_id": episode_id}
        observation = self._env.reset(**row).observation
        code = "\n".join(f"{line} | {text}" for line, text in observation.code_dict.items())
        return f"{observation.metadata.system_prompt}\n\n{code}"

    def get_reward(self) -> float:
        """The episode's return. A rollout that never submits keeps what its steps were paid."""
        return self._return

    def view_code(self) -> str:
        """Show the whole file with line numbers."""
        return self._act("VIEW_CODE")

    def run_tests(self) -> str:
        """Run the visible tests: which fail, and why."""
        return self._act("RUN_TESTS")

    def replace_lines(self, start_line: int, end_line: int, new_code_block: str) -> str:
        """Replace lines of the file.

        Args:
            start_line: First line to replace, counted from 1.
            end_line: Last line to replace, included.
            new_code_block: The new text of those lines.
        """
        lines = {"start_line": start_line, "end_line": end_line, "new_code_block": new_code_block}
        return self._act("REPLACE_LINES", **lines)

    def undo_edit(self) -> str:
        """Take back the last edit."""
        return self._act("UNDO_EDIT")

    def reset_to_original(self) -> str:
        """Restore the file as it was at the beginning."""
        return self._act("RESET_TO_ORIGINAL")

    def submit(self) -> str:
        """Hand the file in. This ends the episode."""
        return self._act("SUBMIT")

    def _act(self, action_type: str, **fields: Any) -> str:
        # A mapping, not a model: what the policy gets wrong is for the environment to explain and to price.
        result = self._env.step({"action_type": action_type, **fields})
        self._return += result.reward
        return result.observation.last_execution_output


def rows(episodes: int) -> Dataset:
    """The six tasks of the training split in turn, each time with other hidden tests."""
    prompt = [{"role": "user", "content": ""}]
    return Dataset.from_list(
        [
            {"prompt": prompt, "split": "train", "index": n % 6, "seed": n, "episode_id": f"row-{n}"}
            for n in range(episodes)
        ]
    )


def make_trainer(
    url: str, model: str, trainer: type[GRPOTrainer] = GRPOTrainer, **settings: Any
) -> GRPOTrainer:
    return trainer(
        model=model,
        train_dataset=rows(60),
        environment_factory=partial(DebuggingEnvironment, url),
        args=GRPOConfig(
            **{
                "output_dir": "runs/grpo",
                "num_generations": 8,
                "max_completion_length": 4096,
                "max_tool_calling_iterations": 20,
                "chat_template_kwargs": {"enable_thinking": False},
                **settings,
            }
        ),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://localhost:7860")
    parser.add_argument("--model", default="Qwen/Qwen3-0.6B")
    parser.add_argument("--steps", type=int, default=100)
    options = parser.parse_args()
    make_trainer(options.url, options.model, max_steps=options.steps).train()


if __name__ == "__main__":
    main()
