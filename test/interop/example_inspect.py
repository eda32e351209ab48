"""The Inspect AI task of the examples, played by Inspect's mock model: what it says is scripted."""

import json
import tempfile
from pathlib import Path

from inspect_ai import eval as inspect_eval
from inspect_ai.log import EvalSample, read_eval_log
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from support.checks import check, run_checks
from support.example import load_example
from support.server import SOLUTION, serve, tracefix
from support.told import told_by

example = load_example("inspect_task")


def calls_of(actions: list[dict]) -> list[tuple[str, dict]]:
    return [
        (str(action["action_type"]).lower(), {name: value for name, value in action.items() if name != "action_type"})
        for action in actions
    ]


PLANS = {
    "def binary_search": calls_of(SOLUTION),
    "def valid_parentheses": [
        ("fly", {}),
        ("run_tests", {"action_type": "SUBMIT"}),
        ("replace_lines", {"start_line": 1}),
        ("submit", {}),
    ],
    "def reverse_string": [("run_tests", {"why": "to see"}), ("replace_lines", {"start_line": "one"})],
}
"""What is called, by a line of the program; the last stops in the middle, with words."""


def script(messages: list, tools: list, choice: object, config: object) -> ModelOutput:
    turn = sum(message.role == "assistant" for message in messages)
    shown = messages[0].text + messages[1].text
    [plan] = [calls for line, calls in PLANS.items() if line in shown]
    assert "run_tests" in [tool.name for tool in tools]
    if turn < len(plan):
        name, arguments = plan[turn]
        output = ModelOutput.for_tool_call("mockllm", name, arguments)
    else:
        output = ModelOutput.from_content("mockllm", "I give up.")
    # Told, because Inspect would fetch a tokenizer from the network to count.
    output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)
    return output


def play(**task: object) -> dict[str, EvalSample]:
    with serve() as server, tempfile.TemporaryDirectory() as folder:
        [log] = inspect_eval(
            example.tracefix(url=server.url, **task),
            model=get_model("mockllm/model", custom_outputs=script),
            log_dir=folder,
            log_format="json",
            display="none",
        )
        assert server.sessions() == 0
        assert log.status == "success", log.error.message
        assert json.loads(Path(log.location.removeprefix("file://")).read_text())["version"] == 2
        return {sample.id: sample for sample in read_eval_log(log.location).samples}


def score_of(sample: EvalSample) -> tuple[float, bool, float]:
    score = sample.scores["environment_score"]
    return score.value, score.metadata["solved"], score.metadata["return"]


@check
def evaluation() -> None:
    """examples/inspect_task.py gives each task the environment's score, and a log that Inspect reads"""
    samples = play()
    assert score_of(samples["binary_search_off_by_one"])[:2] == (0.98, True)
    assert score_of(samples["valid_parentheses_wrong_mapping"])[:2] == (0.01, False)


@check
def words() -> None:
    """A model is shown the rules, the lean texts, and nothing else"""
    sample = play()["binary_search_off_by_one"]
    with serve() as server:
        rules, texts = told_by(server, SOLUTION, "tools", task_name=sample.id, seed=1, max_steps=30)
    assert [message.text for message in sample.messages if message.role != "assistant"] == [rules, *texts]


@check
def mistakes() -> None:
    """Arguments that are missing are answered and priced by the environment; what is no call takes no step"""
    sample = play()["valid_parentheses_wrong_mapping"]
    told = [message.text for message in sample.messages if message.role == "tool"]
    assert len(told) == 4 and "no tool fly" in told[0] and "another action_type" in told[1] and "end_line" in told[2], told
    # The least score, less one mistake with its penalty of 0.0025 and a step's cost.
    assert abs(score_of(sample)[2] - (0.01 - 0.0025 - 0.05 / 30)) < 2e-6, sample.scores


@check
def unfinished() -> None:
    """A sample that stops in the middle scores 0.01, as it does in tracefix eval, and keeps its return"""
    value, solved, earned = score_of(play()["reverse_string_returns_original"])
    assert (value, solved) == (0.01, False)
    assert earned != 0.0


@check
def exported() -> None:
    """Inspect reads what tracefix export writes, and finds the tokens that a model used"""
    with tempfile.TemporaryDirectory() as folder:
        tracefix("eval", "--agent", "submit", "--task", "binary_search_off_by_one", "--out", folder)
        episodes = Path(folder, "episodes.jsonl")
        episode = json.loads(episodes.read_text())
        usage = {"requests": 2, "prompt_tokens": 300, "completion_tokens": 20, "cost": None}
        episodes.write_text(json.dumps({**episode, "model": "vendor/model", "usage": usage}) + "\n")
        log = read_eval_log(tracefix("export", folder, "--format", "inspect"))
    [sample] = log.samples
    for counted in (log.stats.model_usage, sample.model_usage):
        used = counted["vendor/model"]
        assert (used.input_tokens, used.output_tokens, used.total_tokens) == (300, 20, 320), counted


run_checks()
