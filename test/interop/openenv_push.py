"""`openenv push` with the hub faked: everything runs but the upload, and what would be uploaded is looked at."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from huggingface_hub.utils import filter_repo_objects
from openenv.cli.__main__ import app
from openenv.cli.commands import push
from support.checks import check, run_checks
from typer.testing import CliRunner

CHECKOUT = Path(os.environ["TRACEFIX_CHECKOUT"])
WANTED = """
    Dockerfile README.md LICENSE openenv.yaml pyproject.toml uv.lock package.json package-lock.json __init__.py client.py
    models.py server/__init__.py server/app.py validation/runtime.json src/cli/main.ts programs/python/flatten/program.yaml
    src/sandbox/python/build/build-image.ts scripts/start.mjs
""".split()
UNWANTED = ("node_modules/", "dist/", ".cache/", ".venv/", ".git/", "runs/", "outputs/")


class FakeHub:
    """Answers as the hub does, and remembers."""

    uploads: list[dict[str, Any]] = []
    spaces: list[dict[str, Any]] = []

    def create_repo(self, **settings: Any) -> None:
        self.spaces.append(settings)

    def upload_folder(self, *, folder_path: str, ignore_patterns: Iterable[str], **settings: Any) -> None:
        staged = Path(folder_path)
        paths = [str(path.relative_to(staged)) for path in staged.rglob("*") if path.is_file()]
        chosen = filter_repo_objects(paths, ignore_patterns=list(ignore_patterns))
        files = {path: (staged / path).read_bytes() for path in chosen}
        self.uploads.append({"files": files, **settings})


def push_with_faked_hub() -> dict[str, bytes]:
    for folder in ("node_modules/left-pad", "dist/cli", ".cache", "outputs", "runs"):
        (CHECKOUT / folder).mkdir(parents=True, exist_ok=True)
        (CHECKOUT / folder / "made.js").write_text("what a set-up makes")
    push.HfApi = FakeHub
    push.whoami = lambda: {"name": "someone", "type": "user"}
    FakeHub.uploads.clear()
    FakeHub.spaces.clear()
    arguments = ["push", str(CHECKOUT), "--exclude", "push-exclude.txt"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "Deployment complete" in result.output
    assert "Recommended" not in result.output, result.output
    return FakeHub.uploads[0]["files"]


@check
def to_the_end() -> None:
    """`openenv push` runs to the end and makes a Docker Space named for the environment"""
    push_with_faked_hub()
    assert len(FakeHub.spaces) == len(FakeHub.uploads) == 1
    assert FakeHub.spaces[0]["space_sdk"] == "docker"
    assert FakeHub.uploads[0]["repo_id"] == FakeHub.spaces[0]["repo_id"] == "someone/tracefix_rl"
    assert FakeHub.uploads[0]["repo_type"] == "space"


@check
def what_it_uploads() -> None:
    """What it would upload is all that the image is built from, and nothing that a set-up made"""
    files = push_with_faked_hub()
    assert not [path for path in WANTED if path not in files]
    assert not [path for path in files if path.startswith(UNWANTED)]
    size = sum(map(len, files.values()))
    # What a set-up makes is ten times as much.
    assert size < 12_000_000, size
    print(f"     {len(files)} files, {size / 1e6:.1f} MB")


@check
def leaves_faces_alone() -> None:
    """It changes neither the Dockerfile nor the README's front matter"""
    files = push_with_faked_hub()
    for name in ("Dockerfile", "README.md"):
        assert files[name] == (CHECKOUT / name).read_bytes(), name
    assert "base_path: /web" in files["README.md"].decode()


run_checks()
