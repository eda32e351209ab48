"""What the examples share: the actions as tools or as JSON, the words that a model is told, the tasks, how an episode ended."""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any

from tracefix_rl import CodeObservation
from tracefix_rl.harness import action_in, tasks

__all__ = ["TOLD", "DebuggingTools", "action_in", "instructions", "outcome", "takes", "tasks", "told"]

TOLD = {"prompt": "tools", "observation": "lean"}
"""What a reset asks for where a model plays by tools: its prompt speaks of tools, and observations tell what is new."""
UNFINISHED_SCORE = 0.01
STRAY = "arguments.action_type"
"""A field that no action has, for an argument that no tool takes: it is left out, and said."""


def instructions(observation: CodeObservation) -> str:
    """How to work, and how the reward is made, of a reset's observation."""
    return observation.metadata.system_prompt


def told(observation: CodeObservation) -> str:
    """What the environment tells a model: the task and the file after a reset, what is new after a step."""
    assert observation.text is not None, "reset with TOLD"
    return observation.text


def outcome(observation: CodeObservation, done: bool) -> tuple[float, bool]:
    """The final score and whether the episode was solved. One that was left before its end scores as little as can be."""
    if not done:
        return UNFINISHED_SCORE, False
    return observation.metadata.reward_components.final, observation.metadata.ending.solved


def takes(action_type: str) -> Callable[[Callable], Callable]:
    """Makes a tool of a described method. What a model sends goes out as it is, arguments that are missing or too many
    included: the environment explains and prices them, where an exception in Python would cost the policy nothing. What is
    no call costs nothing at any door: here a `ValueError` says that the arguments name another action than the tool."""

    def as_tool(described: Callable) -> Callable:
        names = list(signature(described).parameters)[1:]

        @wraps(described)
        def tool(self: "DebuggingTools", /, *values: Any, **arguments: Any) -> Any:
            sent = {**dict(zip(names, values)), **arguments}
            if "action_type" in sent:
                sent[STRAY] = sent.pop("action_type")
                if str(sent[STRAY]).upper() != action_type:
                    raise ValueError(f"Cannot call {described.__name__} with another action_type: its name says which is meant")
            if "old_code_block" in names and not sent.get("old_code_block"):
                # Whatever numbers it has, it is no edit by number: that its text is missing is all it says.
                sent = {name: value for name, value in sent.items() if name not in ("start_line", "end_line")}
                sent["old_code_block"] = None
            return self._act({**sent, "action_type": action_type})

        return tool

    return as_tool


class DebuggingTools:
    """What a model may do. Trainers read names, types and descriptions off the methods."""

    def _act(self, action: dict[str, Any]) -> Any:
        raise NotImplementedError

    @takes("VIEW_CODE")
    def view_code(self) -> str:
        """Show the whole file with line numbers."""

    @takes("RUN_TESTS")
    def run_tests(self) -> str:
        """Run the visible tests: which fail, and why. Do it before the first edit and after the last."""

    @takes("REPLACE_LINES")
    def replace_lines(self, start_line: int, end_line: int, new_code_block: str) -> str:
        """Replace, insert or delete lines. An edit that does not parse is refused.

        Args:
            start_line: First line to replace, counted from 1 as last shown.
            end_line: Last line to replace, included; start_line - 1 inserts before start_line.
            new_code_block: The new text of those lines; an empty string deletes them.
        """

    @takes("REPLACE_LINES")
    def replace_text(self, old_code_block: str, new_code_block: str) -> str:
        """Replace a text that stands in the file once, without counting lines. Otherwise as replace_lines.

        Args:
            old_code_block: The text to replace, as the file has it; it stands there once.
            new_code_block: The new text in its place; an empty string deletes it.
        """

    @takes("UNDO_EDIT")
    def undo_edit(self) -> str:
        """Take back the last edit."""

    @takes("RESET_TO_ORIGINAL")
    def reset_to_original(self) -> str:
        """Restore the file as it was at the beginning."""

    @takes("SUBMIT")
    def submit(self) -> str:
        """Hand the file in. Ends the episode: hidden tests judge it as well. Only when all visible tests pass."""
