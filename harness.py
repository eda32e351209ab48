"""What every harness needs beside a session: the action in a model's answer, and a server's tasks as what a reset takes."""

import json
import urllib.request
from typing import Any

__all__ = ["action_in", "tasks"]

# What a server takes of one message, less some room for what stands around the action.
MOST_CHARACTERS, MOST_PARTS, DEEPEST = 500_000, 9_000, 60
# Of words that are no action; more tells nothing.
WORDS_SENT = 1_000


def action_in(answer: str) -> Any:
    """The action that a model wrote as JSON, in a code fence or not, for a step. Where it wrote none, its words stand for an
    action's name: the environment explains and prices what makes no sense. So it does with what no server would take, such as
    an object 100 deep, and with what is no JSON, such as NaN: a policy's text costs its own step, and no other session."""
    try:
        action = _written_in(answer)
        if len(json.dumps(action, allow_nan=False)) <= MOST_CHARACTERS and _parts_of(action) <= MOST_PARTS:
            return action
    except (RecursionError, ValueError):
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


def _written_in(answer: str) -> Any:
    text = answer.strip()
    if text.startswith("```") and text.endswith("```"):
        text = text.removesuffix("```").partition("\n")[2]
    found = _object_in(text)
    if found is None:
        return {"action_type": answer}
    # Without a name it is a mistake, and neither nothing at all nor a step of another kind. What stands around the object
    # goes out as well: the environment takes it off, and says so.
    return json.loads(text) if "action_type" in found else {"action_type": None, **found}


def _object_in(value: Any, layers: int = 5) -> dict[str, Any] | None:
    """The object that stands in JSON, or in a list of one, or in both."""
    if isinstance(value, dict) or layers == 0:
        return value if isinstance(value, dict) else None
    try:
        [inner] = value if isinstance(value, list) else [json.loads(value)]
    except (TypeError, ValueError):
        return None
    return _object_in(inner, layers - 1)


def tasks(url: str, split: str, difficulties: list[str] | None = None) -> list[dict[str, Any]]:
    """A split's tasks, easy ones first: each as what a reset takes to play it."""
    body = json.dumps({"split": split}).encode()
    request = urllib.request.Request(f"{url}/tracefix_rl/tasks", body, {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        listed = json.load(answer)["tasks"]
    order = ["easy", "medium", "hard"]
    chosen = [
        {name: task[name] for name in ("task_name", "split", "index", "difficulty")}
        for task in listed
        if task["difficulty"] in (difficulties or order)
    ]
    if not chosen:
        raise ValueError(f"The split {split} has no task that is {' or '.join(difficulties or order)}: ask for others")
    return sorted(chosen, key=lambda task: order.index(task["difficulty"]))
