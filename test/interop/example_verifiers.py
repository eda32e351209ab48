"""The evaluation of the examples by verifiers 0.4.0, with the openenv 0.4.1 that it pins. The model's endpoint is scripted."""

import json
import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from support.checks import check, run_checks
from support.endpoint import Endpoint, endpoint
from support.example import load_example
from support.server import BEST_RETURN, ROOT, SOLUTION, serve
from support.told import told_by
from tracefix_rl import TracefixRlEnv

sys.path.append(str(ROOT / "examples"))


@check
def versions() -> None:
    """This is verifiers 0.4.0 with openenv 0.4.1"""
    assert (version("verifiers"), version("openenv")) == ("0.4.0", "0.4.1")


@check
def evaluation() -> None:
    """examples/verifiers_eval.toml plays three tasks twice, shows the lean text alone, and rewards with the returns"""
    with endpoint() as address, serve() as server, tempfile.TemporaryDirectory() as folder:
        command = [
            Path(sys.executable).with_name("vf-eval"),
            *("@", ROOT / "examples" / "verifiers_eval.toml"),
            *("--client.base-url", address),
            *("--env.taskset.base-url", server.url, "--output-dir", folder, "--no-rich"),
        ]
        path = os.pathsep.join([str(ROOT / "examples"), os.environ.get("PYTHONPATH", "")])
        env = {**os.environ, "HF_TOKEN": "none", "PYTHONPATH": path}
        ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False, cwd=folder)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        [traces] = Path(folder).rglob("traces.jsonl")
        episodes = [json.loads(line) for line in traces.read_text().splitlines()]
        assert server.sessions() == 0
        rules, texts = told_by(server, SOLUTION, "json", task_name="binary_search_off_by_one", seed=1, max_steps=50)
    assert len(episodes) == 6, ended.stdout
    rewards = sorted(
        round(trace["rewards"]["return"]["score"], 6)
        for episode in episodes
        for trace in episode["traces"]
    )
    assert rewards == [0.01] * 4 + [BEST_RETURN] * 2, (rewards, ended.stdout[-2000:], ended.stderr[-2000:])
    [shown] = {json.dumps(said) for said in map(_shown, Endpoint.requests) if "def binary_search" in said[1] and len(said) == 5}
    # What the last step tells comes after the model's last turn.
    assert json.loads(shown) == [rules, *texts[:-1]], shown


def _shown(request: dict) -> list[str]:
    """All that the model was told, the system's words first."""
    return [message["content"] for message in request["messages"] if message["role"] != "assistant"]


@check
def answers() -> None:
    """What a model writes is a step, whatever it is: an action in a fence, in a list, as a text, or none at all"""
    action_in = load_example("debugging").action_in
    run = {"action_type": "RUN_TESTS"}
    assert action_in(f"```json\n{json.dumps(run)}\n```") == action_in(json.dumps(run)) == run
    assert action_in(json.dumps([run])) == [run] and action_in(json.dumps(json.dumps(run))) == json.dumps(run)
    nameless = [{}, {"thought": "hm"}, {"type": "list_tools"}, [{"action": "RUN_TESTS"}]]
    made = [action_in(json.dumps(sent)) for sent in nameless]
    words = ["I give up.", "", "[]", "5", "null", '"RUN_TESTS"', json.dumps([run, run])]
    with serve() as server, TracefixRlEnv(base_url=server.url).sync() as env:
        env.reset(task_name="binary_search_off_by_one", seed=1)
        for sent in [*made, *map(action_in, words)]:
            assert env.step(sent).reward < -0.003, sent


run_checks()
