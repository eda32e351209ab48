"""The endpoint of a model that is scripted: nobody thinks."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from support.server import SOLUTION


class Endpoint(BaseHTTPRequestHandler):
    """Speaks as a chat model does: solves the binary search, and submits the other programs as they are."""

    requests: list[dict] = []

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.requests.append(request)
        messages = request["messages"]
        turn = sum(message["role"] == "assistant" for message in messages)
        solves = "def binary_search" in json.dumps(messages)
        action = SOLUTION[turn] if solves else {"action_type": "SUBMIT", "thought": "let us see"}
        shared = {"id": f"answer-{len(self.requests)}", "created": 0, "model": request["model"]}
        message = {"role": "assistant", "content": json.dumps(action)}
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        if request.get("stream"):
            choice = {"index": 0, "finish_reason": "stop", "delta": message}
            chunk = {**shared, "object": "chat.completion.chunk", "choices": [choice], "usage": usage}
            self._answer("text/event-stream", f"data: {json.dumps(chunk)}\n\ndata: [DONE]\n\n")
        else:
            choice = {"index": 0, "finish_reason": "stop", "message": message}
            answer = {**shared, "object": "chat.completion", "choices": [choice], "usage": usage}
            self._answer("application/json", json.dumps(answer))

    def _answer(self, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def endpoint() -> Iterator[str]:
    """Its address, as clients of a chat model take it."""
    Endpoint.requests.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
