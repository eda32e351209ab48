"""The command `server`: becomes the environment's server, which is a Node program. All else happens there."""

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

# As `npm start` has it: what lives shortly is little, and left to itself the engine keeps 30 MiB more for it.
NODE_FLAGS = ["--max-semi-space-size=1"]
START = Path(__file__).resolve().parents[1] / "scripts" / "start.mjs"


def __getattr__(name: str) -> NoReturn:
    """OpenEnv's `UVProvider` has uvicorn serve `app`: its process becomes the server, at the address that uvicorn was given."""
    if name != "app":
        raise AttributeError(name)
    words = argparse.ArgumentParser()
    words.add_argument("--host", default="127.0.0.1")
    words.add_argument("--port", default="8000")
    given, _ = words.parse_known_args()
    become_server(["--host", given.host, "--port", given.port])


def main() -> None:
    """Words of the command line go on to the server: `server --port 8000`."""
    become_server(sys.argv[1:])


def become_server(words: list[str]) -> NoReturn:
    """Replaces this process by the server."""
    node = shutil.which("node")
    if node is None:
        sys.exit(
            "Cannot start the server: there is no `node` on PATH. "
            "Install Node 20.20 or newer with npm, or run the container image."
        )
    if not START.is_file():
        sys.exit(
            "Cannot start the server: only the Python client is installed here. Run `uv run --project . server` "
            "in a checkout of the repository, or run the container image."
        )
    os.execv(node, [node, *NODE_FLAGS, str(START), *words])


if __name__ == "__main__":
    main()
