"""Many sessions over one connection, for who plays them from one process: all are asked at once, and answer side by side.

    with TracefixBatch("http://localhost:7860") as batch:
        names = [f"player-{number}" for number in range(64)]
        batch.ask([{"session": name, "type": "reset"} for name in names])
        answers = batch.ask([{"session": name, "type": "step", "data": {"action_type": "RUN_TESTS"}} for name in names])
        results = [result_of(answer) for answer in answers]
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Any, TypedDict
from urllib.parse import urlsplit, urlunsplit

from openenv.core.client_types import StepResult
from typing_extensions import NotRequired, Self
from websockets.sync.client import ClientConnection, connect

from .models import MAX_BATCH_ITEMS, BatchAnswerType, BatchItemType, CodeObservation

__all__ = ["BatchAnswer", "BatchError", "BatchItem", "TracefixBatch", "result_of"]

# Of JSON in one frame: less than a server takes by default. All of it is ASCII.
MAX_FRAME_CHARACTERS = 900_000


class BatchItem(TypedDict):
    """What is asked of one session, by the name that you give it."""

    session: str
    type: BatchItemType
    data: NotRequired[Mapping[str, Any]]


class BatchAnswer(TypedDict):
    """What it answers: `data` is that of the frame that would answer it alone."""

    session: str | None
    type: BatchAnswerType
    data: dict[str, Any]


class BatchError(RuntimeError):
    """What the server refuses with; `code` is one of its codes, such as EXECUTION_ERROR."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data["message"])
        self.code: str = data["code"]


class TracefixBatch:
    """One connection, and any number of sessions on it. One thread at a time may use it."""

    def __init__(
        self,
        base_url: str,
        *,
        timeout_s: float = 60.0,
        headers: Mapping[str, str] | None = None,
        token: str | None = None,
    ) -> None:
        """Connects.

        :param base_url: such as `http://localhost:7860`
        :param timeout_s: how long one call may take
        :param token: one that the server's operator gave out; TRACEFIX_TOKEN of the environment if left out
        """
        self._timeout_s = timeout_s
        token = token or os.environ.get("TRACEFIX_TOKEN") or None
        bearer = {} if token is None else {"Authorization": f"Bearer {token}"}
        self._open = ExitStack()
        # The server offers no compression. Whatever is read ahead was asked for.
        self._socket: ClientConnection = self._open.enter_context(
            connect(
                _socket_url(base_url),
                compression=None,
                open_timeout=timeout_s,
                additional_headers={**bearer, **(headers or {})},
            )
        )
        self._asked = 0
        self._waiting: dict[str, list[BatchAnswer]] = {}
        self._ready: dict[str, list[BatchAnswer] | BatchError] = {}

    def ask(self, items: Sequence[BatchItem]) -> list[BatchAnswer]:
        """Asks each session once and waits for all answers, which come in the order of the items.

        What is wrong with one item is its answer, of the type `error`.
        """
        return self.receive(self.send(items))

    def send(self, items: Sequence[BatchItem]) -> tuple[str, ...]:
        """Asks without waiting, and gives the ticket for `receive`: meanwhile other sessions can be thought about.

        Four frames of at most 256 items may be on their way. Raises ValueError, and has sent nothing, where an item is no
        JSON or larger than a frame.
        """
        if not items:
            raise ValueError("Cannot ask nothing: give at least one item")
        names = []
        # Whatever is wrong with an item is found before anything is sent.
        for frame in list(_frames_of(items)):
            self._asked += 1
            name = str(self._asked)
            self._waiting[name] = []
            names.append(name)
            self._socket.send(f'{{"type":"batch","data":[{",".join(frame)}],"request_id":"{name}"}}')
        return tuple(names)

    def receive(self, ticket: tuple[str, ...]) -> list[BatchAnswer]:
        """The answers to what `send` gave this ticket for; raises BatchError where the whole batch is refused."""
        answers: list[BatchAnswer] = []
        for name in ticket:
            while name not in self._ready:
                self._take(json.loads(self._socket.recv(self._timeout_s)))
            told = self._ready.pop(name)
            if isinstance(told, BatchError):
                raise told
            answers += told
        return answers

    def close(self) -> None:
        """Ends all its sessions."""
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _take(self, frame: dict[str, Any]) -> None:
        name, data = frame.get("request_id"), frame["data"]
        if frame["type"] == "error":
            error = BatchError(data)
            # Said unasked: the server closes after it.
            if name is None:
                raise error
            self._waiting.pop(name, None)
            self._ready[name] = error
            return
        answers = self._waiting[name]
        answers += data["answers"]
        if len(answers) == data["total"]:
            self._ready[name] = self._waiting.pop(name)


def result_of(answer: BatchAnswer) -> StepResult[CodeObservation]:
    """What a reset or a step came to; raises BatchError where it is an error."""
    if answer["type"] == "error":
        raise BatchError(answer["data"])
    if answer["type"] != "observation" or "code_dict" not in answer["data"]["observation"]:
        raise ValueError(f"Cannot take for an observation what is a {answer['type']}")
    data = answer["data"]
    reward, done = data["reward"], data["done"]
    observation = CodeObservation.model_validate(
        {**data["observation"], "reward": reward, "done": done}
    )
    return StepResult(observation=observation, reward=reward, done=done)


def _frames_of(items: Iterable[BatchItem]) -> Iterator[list[str]]:
    """The items in as few frames as a server takes."""
    frame: list[str] = []
    characters = 0
    for item in items:
        # What is no JSON, such as NaN, or is more than a server takes, would end the connection of all.
        text = json.dumps(item, allow_nan=False)
        if len(text) > MAX_FRAME_CHARACTERS:
            raise ValueError(
                f"Cannot ask session {item['session']}: its item has {len(text)} characters of JSON, and "
                f"{MAX_FRAME_CHARACTERS} is the most"
            )
        if frame and (
            len(frame) >= MAX_BATCH_ITEMS or characters + len(text) > MAX_FRAME_CHARACTERS
        ):
            yield frame
            frame, characters = [], 0
        frame.append(text)
        characters += len(text)
    yield frame


def _socket_url(base_url: str) -> str:
    url = urlsplit(base_url if "://" in base_url else f"http://{base_url}")
    scheme = {"http": "ws", "https": "wss"}.get(url.scheme, url.scheme)
    path = url.path.rstrip("/")
    return urlunsplit(
        (scheme, url.netloc, path if path.endswith("/ws") else f"{path}/ws", url.query, "")
    )
