"""A typed OpenEnv client. It translates between models and the wire and decides nothing: the server does.

    async with TracefixRlEnv(base_url="http://localhost:7860") as env:
        result = await env.reset(difficulty="easy", seed=7)
        result = await env.step(CodeAction(action_type="RUN_TESTS"))

Without async: `with TracefixRlEnv(base_url=…).sync() as env:`.

A session outlives its connection: a call waits for the server until its time limit, and goes on with the episode where the
server has it still, or else plays it again.
"""

import asyncio
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openenv.core.client_types import StepResult
from openenv.core.env_client import EnvClient
from websockets.exceptions import ConnectionClosed

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


# Seconds before the first try to connect again, and the most between two; it doubles.
FIRST_DELAY_S, MAX_DELAY_S = 0.1, 5.0


class TracefixRlEnv(EnvClient[CodeAction, CodeObservation, CodeState]):
    """One session of a TraceFix-RL server."""

    _session_name: str | None = None

    def __init__(
        self, *options: Any, session: str | None = "", token: str | None = None, **named_options: Any
    ) -> None:
        """Takes what OpenEnv's client takes, and

        :param session: the name by which the server finds the session again, a secret of 16 to 256 letters, digits, `-`,
            `.`, `_` and `~`; drawn if left out, and None for a session that ends with its connection
        :param token: one that the server's operator gave out; TRACEFIX_TOKEN of the environment if left out
        """
        super().__init__(*options, **named_options)
        self._session_name = secrets.token_urlsafe(24) if session == "" else session
        self._token = token or os.environ.get("TRACEFIX_TOKEN") or None
        # The connection on which the token was shown.
        self._admitted: Any = None
        self._name_address()
        self._own_requests = secrets.token_urlsafe(12)
        self._requests = 0
        # What the episode was asked, and digests of what it answered.
        self._played: list[tuple[dict[str, Any], str]] = []
        self._episode_id: str | None = None
        # Whether the episode stands on the connection where it stood.
        self._stands = True

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

    def _set_base_url(self, base_url: str) -> None:
        super()._set_base_url(base_url)
        self._name_address()

    def _name_address(self) -> None:
        # Where OpenEnv's client starts the server itself, there is no address before that.
        if self._ws_url is not None and self._session_name is not None and "/s/" not in self._ws_url:
            self._ws_url = f"{self._ws_url.removesuffix('/ws')}/s/{self._session_name}/ws"

    async def _show_token(self) -> None:
        """First of all on a new connection: not every version of OpenEnv's client sends headers."""
        await self._ensure_connected()
        if self._token is None or self._ws is self._admitted:
            return
        await self._ws.send(json.dumps({"type": "authorize", "data": {"token": self._token}}))
        answer = json.loads(await self._ws.recv())
        if answer.get("type") != "authorized":
            error = answer.get("data", {})
            self._lose()
            raise RuntimeError(f"Server error: {error.get('message')} (code: {error.get('code')})")
        self._admitted = self._ws

    async def _send_and_receive(self, message: dict[str, Any]) -> dict[str, Any]:
        """Asks until there is an answer, or the time limit has passed; a step is taken once, however often it is sent."""
        clock = asyncio.get_running_loop()
        deadline = clock.time() + self._message_timeout
        request_id, is_sent, wait = self._next_request(), False, FIRST_DELAY_S
        while True:
            left = deadline - clock.time()
            try:
                if not self._stands and message["type"] != "reset":
                    await asyncio.wait_for(self._stand(is_sent), left)
                is_sent = message["type"] == "step"
                answer = await asyncio.wait_for(self._ask(message, request_id), left)
                break
            except (ConnectionError, ConnectionClosed) as error:
                self._lose()
                if _is_final(error) or deadline - clock.time() <= wait:
                    raise
                await asyncio.sleep(wait)
                wait = min(2 * wait, MAX_DELAY_S)
            except (asyncio.TimeoutError, asyncio.CancelledError):
                # Nobody knows whether it was taken; the next call begins where the last answer left off.
                self._lose()
                raise
        self._note(message, answer)
        return answer

    async def _ask(self, message: dict[str, Any], request_id: str) -> dict[str, Any]:
        await self._show_token()
        await self._send({**message, "request_id": request_id})
        while True:
            answer: dict[str, Any] = json.loads(await self._ws.recv())
            # What has another's name is the late answer to a call that was given up.
            if answer.get("request_id", request_id) == request_id:
                break
        if answer.get("type") == "error":
            error = answer.get("data", {})
            raise RuntimeError(f"Server error: {error.get('message')} (code: {error.get('code')})")
        return answer

    async def _stand(self, is_sent: bool) -> None:
        """Has the episode stand on this connection where it stood on the one before."""
        if not (self._session_name is not None and self._played and await self._is_kept(is_sent)):
            for place, (question, before) in enumerate(self._played):
                if _digest(await self._ask(question, self._next_request())) != before:
                    what = f"step {place}" if place else "the reset"
                    raise RuntimeError(
                        f"Cannot go on with the episode: replayed on a new connection, {what} gave another answer than "
                        "before. Is it another server, or another set of tasks? Begin a new episode."
                    )
        self._stands = True

    async def _is_kept(self, is_sent: bool) -> bool:
        try:
            kept = await self._ask({"type": "reset", "data": {"resume": True}}, self._next_request())
        except RuntimeError as error:
            if "(code: NOT_FOUND)" in str(error) or "(code: VALIDATION_ERROR)" in str(error):
                return False
            raise
        observation = kept["data"]["observation"]
        more = observation["step_count"] - (len(self._played) - 1)
        return observation["info"]["episode_id"] == self._episode_id and (more == 0 or (more == 1 and is_sent))

    def _note(self, message: dict[str, Any], answer: dict[str, Any]) -> None:
        """Remembers what brings the episode back, with what the server drew for it."""
        if message["type"] == "reset":
            observation = answer["data"]["observation"]
            self._episode_id = observation["info"]["episode_id"]
            data = {name: value for name, value in message["data"].items() if name not in ("curriculum", "group")}
            metadata = observation["metadata"]
            if "curriculum" in metadata:
                data["task_name"] = metadata["curriculum"]["task_name"]
            data |= {"seed": metadata["seed"], "episode_id": self._episode_id}
            self._played = [({"type": "reset", "data": data}, _digest(answer))]
            self._stands = True
        elif message["type"] == "step":
            self._played.append((message, _digest(answer)))

    def _lose(self) -> None:
        if self._ws is not None:
            self._ws.transport.abort()
        self._ws = None
        # Younger versions of OpenEnv's client remember whose loop it was.
        if hasattr(self, "_ws_loop"):
            self._ws_loop = None
        self._stands = False

    def _next_request(self) -> str:
        self._requests += 1
        return f"{self._own_requests} {self._requests}"


def _is_final(error: Exception) -> bool:
    """Whether another connection would do no better: another client has the session, or the message is too large."""
    return isinstance(error, ConnectionClosed) and error.rcvd is not None and error.rcvd.code in (1007, 1009, 4001, 4401, 4403)


def _digest(answer: dict[str, Any]) -> str:
    """Of an answer, but for its request's name and what a curriculum says of its draw."""
    plain = json.dumps(_without_draw(answer["data"]), sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def _without_draw(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_draw(one) for name, one in value.items() if name != "curriculum"}
    return value
