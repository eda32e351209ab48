"""TraceFix-RL for Python: a typed client, and the shapes that go over the wire."""

from .client import TracefixRlEnv
from .models import CodeAction, CodeObservation, CodeState, TracefixRlAction, TracefixRlObservation

__all__ = [
    "CodeAction",
    "CodeObservation",
    "CodeState",
    "TracefixRlAction",
    "TracefixRlEnv",
    "TracefixRlObservation",
]
