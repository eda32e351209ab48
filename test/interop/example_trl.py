"""The GRPO script of the examples, run by TRL for two steps on a tiny random model on the CPU.

What the model says is scripted, because a random model calls no tool; all else is TRL's own: the sessions, the parsing
of tool calls, their results, the rewards, the loss and the update of the weights.
"""

import io
import json
import re
import tempfile
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pandas
import torch
from support.checks import check, run_checks
from support.example import load_example
from support.server import SOLUTION, TASK, serve, wait_until
from support.tiny_model import make_tiny_model
from support.told import told_by
from trl import GRPOTrainer

example = load_example("trl_grpo")

EDIT = ("replace_lines", {"start_line": 1, "end_line": 0, "new_code_block": "# looked at"})
PLANS: list[list[tuple[str, dict]]] = [
    [("run_tests", {}), EDIT, ("run_tests", {}), ("submit", {})],
    [("submit", {})],
    [("view_code", {"why": "to see"}), ("replace_lines", {"start_line": 900})],
    [("run_tests", {}), ("fly", {}), ("submit", {}), ("run_tests", {})],
    *[[("submit", {})]] * 4,
]
"""What the rollouts of two groups of four call. In the first, the third leaves arguments out and never submits, the fourth
flies and goes on after the end; in the second all do the same, so that nothing is to be learnt of it."""


class ScriptedTrainer(GRPOTrainer):
    """Speaks by the plans instead of by sampling."""

    heard: list[str] = []

    def _generate_single_turn(self, prompt_ids: list[list[int]], *_: Any, **__: Any) -> tuple:
        prompts = [self._tokenizer.decode(ids) for ids in prompt_ids]
        self.heard += prompts
        texts = [self._say(number, prompt) for number, prompt in enumerate(prompts)]
        return [self._tokenizer(text)["input_ids"] for text in texts], None

    def _say(self, number: int, prompt: str) -> str:
        plan = re.search(r"by plan (\d)", prompt)
        calls = PLANS[int(plan[1]) if plan else number % len(PLANS)]
        turn = prompt.count("by plan")
        said = f"by plan {plan[1] if plan else number % len(PLANS)}"
        if turn < len(calls):
            name, arguments = calls[turn]
            call = json.dumps({"name": name, "arguments": arguments})
            said += f"\n<tool_call>\n{call}\n</tool_call>"
        return f"{said}<|im_end|>"


@check
def two_steps() -> None:
    """examples/trl_grpo.py takes two GRPO steps with eight sessions: rewards differ, mistakes are priced, weights change, and it
    tells the share of groups without variance"""
    ScriptedTrainer.heard.clear()
    with serve() as server, tempfile.TemporaryDirectory() as folder:
        make_tiny_model(Path(folder, "model"))
        trainer = example.make_trainer(
            server.url,
            str(Path(folder, "model")),
            trainer=ScriptedTrainer,
            difficulties=["easy"],
            output_dir=str(Path(folder, "out")),
            max_steps=2,
            num_generations=4,
            per_device_train_batch_size=8,
            # As many, so that what is evaluated last has all sessions.
            per_device_eval_batch_size=8,
            gradient_accumulation_steps=1,
            learning_rate=0.01,
            logging_steps=1,
            eval_steps=2,
            save_strategy="no",
            report_to="none",
            use_cpu=True,
            bf16=False,
            disable_tqdm=True,
        )
        before = [weights.detach().clone() for weights in trainer.model.parameters()]
        with redirect_stdout(io.StringIO()) as printed:
            trainer.train()
        assert server.sessions() == 8, server.sessions()
        logs = [entry for entry in trainer.state.log_history if "reward" in entry]
        [evaluated] = [entry for entry in trainer.state.log_history if "eval_reward" in entry]
        changed = sum(
            not torch.equal(old, new) for old, new in zip(before, trainer.model.parameters(), strict=True)
        )
        first = pandas.read_parquet(Path(folder, "out", "completions", "completions_00001.parquet"))
        for environment in trainer.environments:
            environment._env.close()
        wait_until(lambda: server.sessions() == 0)

    assert len(logs) == 2 and trainer.state.global_step == 2
    for entry in logs:
        print(
            f"     rewards: mean {entry['reward']:.4f}, deviation {entry['reward_std']:.4f}; "
            f"tool calls a rollout {entry['tools/call_frequency']}, failed {entry['tools/failure_frequency']:.2f}"
        )
        # `solved` weighs nothing.
        assert abs(entry["rewards/DebuggingEnvironment/mean"] - entry["reward"]) < 1e-6
        assert entry["rewards/solved/mean"] == 0.0
        assert entry["reward_std"] > 0 and entry["frac_reward_zero_std"] == 0.5
        # 4, 1, 2 and 4 calls; of these `fly` and the call after the end fail, and no argument that is missing or unknown.
        assert entry["tools/call_frequency"] == (11 + 4) / 8
        assert abs(entry["tools/failure_frequency"] - 2 / 15) < 1e-6
    for told in ("step 1", "step 2", "all 2 steps"):
        assert f"{told}: 0.50 of the groups had no variance of reward\n" in printed.getvalue(), printed.getvalue()
    assert changed > 0
    assert "eval_rewards/solved/mean" in evaluated, evaluated
    # The missing arguments are told by the environment, and cost more than a step.
    told = [prompt for prompt in ScriptedTrainer.heard if "by plan 2" in prompt][-1]
    assert "end_line" in told.split("by plan 2")[-1], told
    assert sorted(first["episode_id"].value_counts()) == [4, 4] and set(first["solved"]) == {0.0}
    assert min(first["DebuggingEnvironment"]) < -0.004, list(first["DebuggingEnvironment"])


@check
def words() -> None:
    """A model is shown the rules, the lean texts, and nothing else"""
    with serve() as server:
        environment = example.DebuggingEnvironment(server.url)
        shown = [environment.reset(**TASK)]
        for action in SOLUTION:
            arguments = {name: value for name, value in action.items() if name != "action_type"}
            shown.append(getattr(environment, action["action_type"].lower())(**arguments))
        environment._env.close()
        rules, texts = told_by(server, SOLUTION, "tools", **TASK, max_steps=example.MAX_STEPS)
    assert shown == [f"{rules}\n\n{texts[0]}", *texts[1:]], shown


@check
def schemas() -> None:
    """Each tool shows the model the arguments that it needs, and takes whatever the model sends"""
    from transformers.utils import get_json_schema

    [shown] = [get_json_schema(example.DebuggingEnvironment.replace_lines)]
    parameters = shown["function"]["parameters"]
    assert parameters["required"] == ["start_line", "end_line", "new_code_block"], parameters
    assert parameters["properties"]["start_line"]["type"] == "integer"


@check
def curriculum() -> None:
    """Rows name episodes that never come twice; a curriculum goes from easy to hard, and difficulties can be chosen"""
    with serve() as server:
        mixed = example.rows(server.url, "train", 12)
        rising = example.rows(server.url, "train", 12, curriculum=True)
        hard = example.rows(server.url, "train", 4, ["hard"])
        held_out = example.rows(server.url, "validation", 4, seed=example.VALIDATION_SEED)
        environment = example.DebuggingEnvironment(server.url, reward="sparse")
        told = environment.reset(**mixed[0])
        environment._env.close()
        assert server.sessions() == 0
    assert len(set(mixed["episode_id"])) == len(set(mixed["seed"])) == 12
    assert len(set(mixed["index"])) == 6
    order = [["easy", "medium", "hard"].index(level) for level in rising["difficulty"]]
    assert order == sorted(order) and set(order) == {0, 1, 2}, order
    assert set(hard["difficulty"]) == {"hard"}
    assert set(held_out["split"]) == {"validation"} and not set(held_out["seed"]) & set(mixed["seed"])
    assert "Only the end is rewarded." in told and f"After {example.MAX_STEPS} steps" in told


run_checks()
