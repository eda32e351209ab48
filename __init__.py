"""TraceFix-RL for Python: a typed client, and the shapes that go over the wire."""

from .batch import BatchAnswer, BatchError, BatchItem, TracefixBatch, result_of
from .client import TracefixRlEnv
from .models import CodeAction, CodeObservation, CodeState, TracefixRlAction, TracefixRlObservation
from .server.tracefix_rl_environment import TracefixEnvironment

__all__ = [
    "BatchAnswer",
    "BatchError",
    "BatchItem",
    "CodeAction",
    "CodeObservation",
    "CodeState",
    "TracefixBatch",
    "TracefixEnvironment",
    "TracefixRlAction",
    "TracefixRlEnv",
    "TracefixRlObservation",
    "result_of",
]
