"""What `tracefix export` writes, loaded by TRL and trained on for one step, on a tiny random model on the CPU.

A scripted endpoint plays the model, by tool calls: one solves, one gives up, so that there is something to prefer.
"""

import json
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import torch
import trl
from datasets import Dataset, load_dataset
from support.checks import check, run_checks
from support.server import SOLUTION, tracefix
from support.tiny_model import make_tiny_model
from transformers import AutoTokenizer
from trl import DPOConfig, DPOTrainer, SFTConfig, SFTTrainer

TASK = "binary_search_off_by_one"
TINY = {
    "max_steps": 1,
    "per_device_train_batch_size": 1,
    "learning_rate": 0.01,
    "max_length": 4096,
    "save_strategy": "no",
    "report_to": "none",
    "use_cpu": True,
    "bf16": False,
    "disable_tqdm": True,
    "logging_steps": 1,
}


class Endpoint(BaseHTTPRequestHandler):
    """A chat model that calls tools: by the solution, or after the first run of the tests none but `submit`."""

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["content-length"])))
        assert request["tools"]
        turn = sum(message["role"] == "assistant" for message in request["messages"])
        gives_up = request["model"] == "gives-up" and turn > 0
        action = {"action_type": "SUBMIT"} if gives_up else SOLUTION[turn]
        fields = {name: value for name, value in action.items() if name != "action_type"}
        call = {"name": action["action_type"].lower(), "arguments": json.dumps(fields)}
        # An id of its own for each, as endpoints give them.
        calls = [{"id": f"call_{os.urandom(4).hex()}", "type": "function", "function": call}]
        message = {"role": "assistant", "content": None, "tool_calls": calls}
        body = json.dumps(
            {
                "id": "answer",
                "object": "chat.completion",
                "created": 0,
                "model": request["model"],
                "choices": [{"index": 0, "finish_reason": "tool_calls", "message": message}],
                "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
            }
        ).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def exported() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder, and in it the files that two runs with tools are exported to, by their format."""
    endpoint = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=endpoint.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        runs = [str(Path(folder, name)) for name in ("solves", "gives-up")]
        for run in runs:
            tracefix(
                *("eval", "--tools", "--task", TASK, "--out", run),
                API_BASE_URL=f"http://127.0.0.1:{endpoint.server_port}/v1",
                HF_TOKEN="none",
                MODEL_NAME=Path(run).name,
            )
        endpoint.shutdown()
        split = ("--split", "test")
        files = {kind: tracefix("export", *runs, "--format", kind, *split) for kind in ("sft", "dpo")}
        yield Path(folder), files


def loaded(file: str, folder: Path) -> Dataset:
    return load_dataset("json", data_files=file, split="train", cache_dir=str(folder / "cache"))


def steps_by(trainer: SFTTrainer | DPOTrainer) -> None:
    """Takes a step: the loss is a number, and weights change."""
    before = [weights.detach().clone() for weights in trainer.model.parameters()]
    loss = trainer.train().training_loss
    assert loss > 0 and loss == loss, loss
    after = trainer.model.parameters()
    assert any(not torch.equal(old, new) for old, new in zip(before, after, strict=True))


@check
def trained_on() -> None:
    """SFT and DPO files of runs with tools load, are written out by the templates of Qwen 2.5 and Qwen 3, and TRL takes a step on each"""
    with exported() as (folder, files):
        make_tiny_model(folder / "model")
        sft, dpo = loaded(files["sft"], folder), loaded(files["dpo"], folder)
        # Only what was solved; and of the two one turn, the second.
        assert len(sft) == 1 and len(dpo) == 1

        tokenizer = AutoTokenizer.from_pretrained(folder / "model")
        for name in ("qwen2_5", "qwen3"):
            template = (Path(trl.__file__).parent / "chat_templates" / f"{name}.jinja").read_text()
            written = tokenizer.apply_chat_template(
                sft[0]["messages"], tools=sft[0]["tools"], chat_template=template, tokenize=False
            )
            edit = {name: value for name, value in SOLUTION[1].items() if name != "action_type"}
            called = f'<tool_call>\n{{"name": "replace_lines", "arguments": {json.dumps(edit)}}}\n</tool_call>'
            assert called in written, written
            assert '<tool_call>\n{"name": "run_tests", "arguments": {}}\n</tool_call>' in written
            assert '"name": "submit"' in written.rsplit("</tools>", 1)[0], "The tools are not shown"

        [pair] = dpo
        assert [len(pair[half]) for half in ("chosen", "rejected")] == [1, 1]
        names = [pair[half][0]["tool_calls"][0]["function"]["name"] for half in ("chosen", "rejected")]
        assert names == ["replace_lines", "submit"] and pair["prompt"][-1]["role"] == "tool"

        model = str(folder / "model")
        out = str(folder / "out")
        steps_by(SFTTrainer(model, SFTConfig(out, assistant_only_loss=True, **TINY), train_dataset=sft))
        steps_by(DPOTrainer(model, args=DPOConfig(out, **TINY), train_dataset=dpo))


run_checks()
