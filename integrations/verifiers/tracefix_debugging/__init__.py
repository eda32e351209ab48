"""TraceFix-RL as a verifiers environment."""

from tracefix_debugging.taskset import Debugger, DebuggingTaskset

__all__ = ["Debugger", "DebuggingTaskset"]
