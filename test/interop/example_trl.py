"""The GRPO script of the examples, run by TRL for two steps on a tiny random model on the CPU.

What the model says is scripted, because a random model calls no tool; all else is TRL's own: the sessions, the parsing
of tool calls, their results, the rewards, the loss and the update of the weights.
"""

import importlib.util
import json
import re
import tempfile
from pathlib import Path
from typing import Any

import torch
from support.checks import check, run_checks
from support.server import ROOT, serve
from support.tiny_model import make_tiny_model
from trl import GRPOTrainer

spec = importlib.util.spec_from_file_location("trl_grpo", ROOT / "examples" / "trl_grpo.py")
assert spec is not None and spec.loader is not None
example = importlib.util.module_from_spec(spec)
spec.loader.exec_module(example)

EDIT = ("replace_lines", {"start_line": 1, "end_line": 0, "new_code_block": "# looked at"})
PLANS: list[list[tuple[str, dict]]] = [
    [("run_tests", {}), EDIT, ("run_tests", {}), ("submit", {})],
    [("submit", {})],
    [("view_code", {}), ("replace_lines", {"start_line": 900, "end_line": 900, "new_code_block": "x"})],
    [("run_tests", {}), ("fly", {}), ("submit", {}), ("run_tests", {})],
]
"""What the four rollouts of a group call: the third never submits, the fourth flies and goes on after the end."""
TURN = "<|im_start|>assistant"


class ScriptedTrainer(GRPOTrainer):
    """Speaks by the plans instead of by sampling."""

    said: list[str] = []

    def _generate_single_turn(self, prompt_ids: list[list[int]], *_: Any, **__: Any) -> tuple:
        texts = [self._say(number, self._tokenizer.decode(ids)) for number, ids in enumerate(prompt_ids)]
        self.said += texts
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
    """examples/trl_grpo.py takes two GRPO steps with four sessions: rewards arrive and differ, and weights change"""
    with serve() as server, tempfile.TemporaryDirectory() as folder:
        make_tiny_model(Path(folder, "model"))
        trainer = example.make_trainer(
            server.url,
            str(Path(folder, "model")),
            trainer=ScriptedTrainer,
            output_dir=str(Path(folder, "out")),
            max_steps=2,
            num_generations=4,
            per_device_train_batch_size=4,
            gradient_accumulation_steps=1,
            learning_rate=0.01,
            logging_steps=1,
            save_strategy="no",
            report_to="none",
            use_cpu=True,
            bf16=False,
            disable_tqdm=True,
        )
        before = [weights.detach().clone() for weights in trainer.model.parameters()]
        trainer.train()
        assert server.sessions() == 4, server.sessions()
        logs = [entry for entry in trainer.state.log_history if "reward" in entry]
        changed = sum(
            not torch.equal(old, new) for old, new in zip(before, trainer.model.parameters(), strict=True)
        )
        for environment in trainer.environments:
            environment._env.close()
        assert server.sessions() == 0

    assert len(logs) == 2 and trainer.state.global_step == 2
    for entry in logs:
        print(
            f"     rewards: mean {entry['reward']:.4f}, deviation {entry['reward_std']:.4f}; "
            f"tool calls a rollout {entry['tools/call_frequency']}, failed {entry['tools/failure_frequency']:.2f}"
        )
        assert entry["rewards/DebuggingEnvironment/mean"] == entry["reward"]
        assert entry["reward_std"] > 0
        # 4, 1, 2 and 4 calls; of these `fly` and the call after the end fail.
        assert entry["tools/call_frequency"] == 11 / 4
        assert abs(entry["tools/failure_frequency"] - 2 / 11) < 1e-6
    assert changed > 0


run_checks()
