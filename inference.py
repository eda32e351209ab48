"""Hands the flags over to `tracefix eval`, which is written in TypeScript: see docs/inference.md."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

MISSING = """Cannot evaluate: Node is not installed, or not on the PATH.
Install Node 20.20 or newer (https://nodejs.org), then run the same command again."""


def main() -> int:
    node = shutil.which("node")
    if node is None:
        print(MISSING, file=sys.stderr)
        return 2
    script = Path(__file__).resolve().parent / "scripts" / "inference.mjs"
    command = [node, str(script), *sys.argv[1:]]
    if os.name == "posix":
        # In the place of this process, so that signals and the exit code need no passing on.
        os.execv(node, command)
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main())
