"""A typed OpenEnv client. It translates between models and the wire and decides nothing: the server does.

    async with TracefixRlEnv(base_url="http://localhost:7860") as env:
        result = await env.reset(difficulty="easy", seed=7)
        result = await env.step(CodeAction(action_type="RUN_TESTS"))

Without async: `with TracefixRlEnv(base_url=…).sync() as env:`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openenv.core.client_types import StepResult
from openenv.core.env_client import EnvClient

from .models import (
    CodeAction,
    CodeObservation,
    CodeState,
    ResetOptions,
    TracefixRlAction,
    TracefixRlObservation,
)

if TYPE_CHECKING:
    from openenv.core.sync_client import SyncEnvClient
    from typing_extensions import Unpack

__all__ = ["TracefixRlAction", "TracefixRlEnv", "TracefixRlObservation"]


class TracefixRlEnv(EnvClient[CodeAction, CodeObservation, CodeState]):
    """One session of a TraceFix-RL server."""

    if TYPE_CHECKING:
        # What the base class gives without types.
        async def reset(self, **options: Unpack[ResetOptions]) -> StepResult[CodeObservation]: ...
        async def step(
            self, action: CodeAction | Mapping[str, Any], **kwargs: Any
        ) -> StepResult[CodeObservation]: ...
        async def state(self) -> CodeState: ...
        def sync(self) -> SyncEnvClient[CodeAction, CodeObservation, CodeState]: ...

    def _step_payload(self, action: CodeAction | Mapping[str, Any]) -> dict[str, Any]:
        """A mapping goes out as it is: what a policy gets wrong in it is for the server to judge."""
        if isinstance(action, CodeAction):
            return action.model_dump(exclude_none=True)
        # So does what a model wrote around or instead of one: a list, or a text that holds JSON.
        return dict(action) if isinstance(action, Mapping) else action

    def _parse_result(self, payload: dict[str, Any]) -> StepResult[CodeObservation]:
        reward, done = payload["reward"], payload["done"]
        observation = CodeObservation.model_validate({**payload["observation"], "reward": reward, "done": done})
        return StepResult(observation=observation, reward=reward, done=done)

    def _parse_state(self, payload: dict[str, Any]) -> CodeState:
        return CodeState.model_validate(payload)
