"""The evaluation of the examples by verifiers 0.4.0, with the openenv 0.4.1 that it pins. The model's endpoint is scripted."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path

from support.checks import check, run_checks
from support.server import BEST_RETURN, ROOT, SOLUTION, serve


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


@check
def versions() -> None:
    """This is verifiers 0.4.0 with openenv 0.4.1"""
    assert (version("verifiers"), version("openenv")) == ("0.4.0", "0.4.1")


@check
def evaluation() -> None:
    """examples/verifiers_eval.toml plays three tasks twice, and its rewards are the sums of the environment's"""
    endpoint = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=endpoint.serve_forever, daemon=True).start()
    with serve() as server, tempfile.TemporaryDirectory() as folder:
        command = [
            Path(sys.executable).with_name("vf-eval"),
            *("@", ROOT / "examples" / "verifiers_eval.toml"),
            *("--client.base-url", f"http://127.0.0.1:{endpoint.server_port}/v1"),
            *("--env.taskset.base-url", server.url, "--output-dir", folder, "--no-rich"),
        ]
        env = {**os.environ, "HF_TOKEN": "none"}
        ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False, cwd=folder)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        [traces] = Path(folder).rglob("traces.jsonl")
        episodes = [json.loads(line) for line in traces.read_text().splitlines()]
        assert server.sessions() == 0
    endpoint.shutdown()
    assert len(episodes) == 6, ended.stdout
    rewards = sorted(
        round(trace["rewards"]["openenv_reward"]["score"], 6)
        for episode in episodes
        for trace in episode["traces"]
    )
    assert rewards == [0.01] * 4 + [BEST_RETURN] * 2, (rewards, ended.stdout[-2000:], ended.stderr[-2000:])


run_checks()
