"""What every harness needs beside a session: an episode in texts, the action in a model's answer, a server's tasks."""

import json
import urllib.request
from typing import Any, NamedTuple

from openenv.core.client_types import StepResult

from .client import TracefixRlEnv
from .models import CodeObservation

__all__ = ["TOLD", "TextEnv", "Turn", "action_in", "tasks", "turn_of"]

TOLD = {"prompt": "json", "observation": "lean"}
"""Asks a reset for the texts that a model reads which answers by an action in JSON."""

# What a server takes of one message, less some room for what stands around the action.
MOST_CHARACTERS, MOST_PARTS, DEEPEST = 500_000, 9_000, 60
# Of words that are no action; more tells nothing.
WORDS_SENT = 1_000


class Turn(NamedTuple):
    """What an answer of the model came to. `info` has `solved` once the episode is over."""

    text: str
    reward: float
    done: bool
    info: dict[str, Any]


def turn_of(result: StepResult[CodeObservation]) -> Turn:
    """What a model and its trainer are told of a step."""
    ending = result.observation.metadata.ending
    info = {} if ending is None else {"solved": ending.solved}
    return Turn(result.observation.text, result.reward, result.done, info)


class TextEnv(TracefixRlEnv):
    """A session in texts: a model reads them, and answers by an action in JSON."""

    async def begin(self, options: dict[str, Any], prompt: str = "json") -> tuple[str, str]:
        """Begins an episode with what a reset takes. Gives the rules, and the task with its code."""
        observation = (await self.reset(**{**options, **TOLD, "prompt": prompt})).observation
        return observation.metadata.system_prompt, observation.text

    async def answer(self, text: str) -> Turn:
        """Takes the step that the model's text asks for."""
        return turn_of(await self.step(action_in(text)))


def action_in(answer: str) -> Any:
    """The action that a model wrote as JSON, in a code fence or not, for a step. Where it wrote none, its words stand for an
    action's name: the environment explains and prices what makes no sense. So it does with what no server would take, such as
    an object 100 deep, and with what is no JSON, such as NaN: a policy's text costs its own step, and no other session."""
    try:
        action = _written_in(answer.strip())
        if len(json.dumps(action, allow_nan=False)) <= MOST_CHARACTERS and _parts_of(action) <= MOST_PARTS:
            return action
    except (RecursionError, TypeError, ValueError):
        pass
    return {"action_type": answer[:WORDS_SENT]}


def _parts_of(value: Any, depth: int = 0) -> int:
    """How many keys and items there are in all; raises ValueError where they are too deep."""
    if not isinstance(value, (dict, list)):
        return 0
    if depth == DEEPEST:
        raise ValueError("too deep")
    inner = value.values() if isinstance(value, dict) else value
    return len(value) + sum(_parts_of(part, depth + 1) for part in inner)


def _written_in(text: str) -> Any:
    if text.startswith("```") and text.endswith("```"):
        text = text.removesuffix("```").partition("\n")[2]
    found = _object_in(text)
    # Without a name it is a mistake, and neither nothing at all nor a step of another kind. What stands around the object
    # goes out as well: the environment takes it off, and says so.
    return json.loads(text) if "action_type" in found else {"action_type": None, **found}


def _object_in(value: Any, layers: int = 5) -> dict[str, Any]:
    """The object that stands in JSON, or in a list of one, or in both; raises ValueError or TypeError where there is none."""
    if isinstance(value, dict):
        return value
    if layers == 0:
        raise ValueError("too deep")
    [inner] = value if isinstance(value, list) else [json.loads(value)]
    return _object_in(inner, layers - 1)


def tasks(url: str, split: str, difficulties: list[str] | None = None) -> list[dict[str, Any]]:
    """A split's tasks, easy ones first: each as what a reset takes to play it."""
    body = json.dumps({"split": split}).encode()
    request = urllib.request.Request(f"{url}/tracefix_rl/tasks", body, {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        listed = json.load(answer)["tasks"]
    order = ["easy", "medium", "hard"]
    wanted = difficulties or order
    chosen = [task for task in listed if task["difficulty"] in wanted]
    if not chosen:
        raise ValueError(f"The split {split} has no task that is {' or '.join(wanted)}: ask for others")
    chosen.sort(key=lambda task: order.index(task["difficulty"]))
    return [{name: task[name] for name in ("task_name", "split", "index", "difficulty")} for task in chosen]
