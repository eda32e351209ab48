"""The command `server`: becomes the environment's server, which is a Node program. All else happens there."""

import os
import shutil
import sys
from pathlib import Path

# As `npm start` has it: what lives shortly is little, and left to itself the engine keeps 30 MiB more for it.
NODE_FLAGS = ["--max-semi-space-size=1"]
START = Path(__file__).resolve().parents[1] / "scripts" / "start.mjs"


def main() -> None:
    """Replaces this process by the server. Words of the command line go on to it: `server --port 8000`."""
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
    os.execv(node, [node, *NODE_FLAGS, str(START), *sys.argv[1:]])


if __name__ == "__main__":
    main()
