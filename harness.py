"""What every harness needs beside a session: the action in a model's answer, and a server's tasks as what a reset takes."""

import json
import urllib.request
from typing import Any

__all__ = ["action_in", "tasks"]


def action_in(answer: str) -> Any:
    """The action that a model wrote as JSON, in a code fence or not, for a step. Where it wrote none, its words stand for an
    action's name: the environment explains and prices what makes no sense."""
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
