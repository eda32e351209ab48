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
    try:
        command = server_command()
    except RuntimeError as error:
        sys.exit(str(error))
    os.execv(command[0], [*command, *words])


def server_command() -> list[str]:
    """Starts the checkout around this package, or else what is installed as `tracefix`; raises RuntimeError without either."""
    node = shutil.which("node")
    if START.is_file() and node is not None:
        return [node, *NODE_FLAGS, str(START)]
    installed = shutil.which("tracefix")
    if installed is not None:
        return [installed, "serve"]
    if node is None:
        raise RuntimeError(
            "Cannot start the server: there is no `node` on PATH. "
            "Install Node 20.20 or newer with npm, or run the container image."
        )
    raise RuntimeError(
        "Cannot start the server: only the Python client is installed here. Run `uv run --project . server` "
        "in a checkout of the repository, install the command `tracefix` from npm, or run the container image."
    )


if __name__ == "__main__":
    main()
