"""TraceFix-RL for Python: a typed client, and the shapes that go over the wire."""

from .batch import BatchAnswer, BatchError, BatchItem, TracefixBatch, result_of
from .client import TracefixRlEnv
from .models import CodeAction, CodeObservation, CodeState, TracefixRlAction, TracefixRlObservation

__all__ = [
    "BatchAnswer",
    "BatchError",
    "BatchItem",
    "CodeAction",
    "CodeObservation",
    "CodeState",
    "TracefixBatch",
    "TracefixRlAction",
    "TracefixRlEnv",
    "TracefixRlObservation",
    "result_of",
]
