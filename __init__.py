"""TraceFix-RL for Python: a typed client, and the shapes that go over the wire."""

from .client import TracefixRlEnv
from .models import CodeAction, CodeObservation, CodeState, TracefixRlAction, TracefixRlObservation
from .server.tracefix_rl_environment import TracefixEnvironment

__all__ = [
    "CodeAction",
    "CodeObservation",
    "CodeState",
    "TracefixEnvironment",
    "TracefixRlAction",
    "TracefixRlEnv",
    "TracefixRlObservation",
]
