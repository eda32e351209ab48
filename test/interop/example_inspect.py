"""The Inspect AI task of the examples, played by Inspect's mock model: what it says is scripted."""

import importlib.util
import json
import tempfile
from pathlib import Path

from inspect_ai import eval as inspect_eval
from inspect_ai.log import read_eval_log
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from support.checks import check, run_checks
from support.server import ROOT, SOLUTION, serve

spec = importlib.util.spec_from_file_location("inspect_task", ROOT / "examples" / "inspect_task.py")
assert spec is not None and spec.loader is not None
example = importlib.util.module_from_spec(spec)
spec.loader.exec_module(example)


def script(messages: list, tools: list, choice: object, config: object) -> ModelOutput:
    """Solves the binary search; submits the others as they are, after one mistake."""
    turn = sum(message.role == "assistant" for message in messages)
    if "def binary_search" in messages[1].text:
        actions = SOLUTION
    else:
        actions = [{"action_type": "FLY"}, {"action_type": "SUBMIT"}]
    output = ModelOutput.for_tool_call("mockllm", "act", actions[turn])
    # Told, because Inspect would fetch a tokenizer from the network to count.
    output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)
    return output


@check
def evaluation() -> None:
    """examples/inspect_task.py gives each task the environment's score, and a log that Inspect reads"""
    with serve() as server, tempfile.TemporaryDirectory() as folder:
        [log] = inspect_eval(
            example.tracefix(url=server.url),
            model=get_model("mockllm/model", custom_outputs=script),
            log_dir=folder,
            log_format="json",
            display="none",
        )
        assert server.sessions() == 0
        assert log.status == "success", log.error.message
        scores = {
            sample.id: sample.scores["environment_score"] for sample in read_eval_log(log.location).samples
        }
        assert json.loads(Path(log.location.removeprefix("file://")).read_text())["version"] == 2
    values = {name: score.value for name, score in scores.items()}
    assert values == {
        "valid_parentheses_wrong_mapping": 0.01,
        "binary_search_off_by_one": 0.98,
        "reverse_string_returns_original": 0.01,
    }, values
    assert scores["reverse_string_returns_original"].metadata["return"] < 0.01


run_checks()
