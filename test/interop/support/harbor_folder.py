"""An environment for Harbor where there are no containers: each is a folder, in which a container's paths lie."""

import asyncio
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import override

from harbor.environments.base import BaseEnvironment, ExecResult
from harbor.environments.capabilities import EnvironmentCapabilities

ABSOLUTE = re.compile(r"(?<![\w./])/(?=(?:app|logs|tests|solution)\b)")


class FolderEnvironment(BaseEnvironment):
    """Does what the tasks' Dockerfiles say, by copying, and knows no user and no network."""

    def __init__(self, *args, **kwargs) -> None:
        self._root = Path(tempfile.mkdtemp(prefix="container-"))
        super().__init__(*args, **kwargs)

    @staticmethod
    @override
    def type() -> str:
        return "folder"

    @property
    @override
    def capabilities(self) -> EnvironmentCapabilities:
        return EnvironmentCapabilities(disable_internet=True)

    @override
    def _validate_definition(self) -> None:
        assert (self.environment_dir / "Dockerfile").is_file()

    def _at(self, path: str | Path) -> Path:
        return self._root / str(path).lstrip("/")

    @override
    async def start(self, force_build: bool) -> None:
        for folder in ("app", "solution", "tests", "logs/agent", "logs/verifier", "logs/artifacts"):
            self._at(folder).mkdir(parents=True, exist_ok=True)
        build = (self.environment_dir / "Dockerfile").read_text()
        for source, target in re.findall(r"^COPY (\S+) (\S+)$", build, re.MULTILINE):
            folder = self._at("app") if target == "./" else self._at(target)
            shutil.copytree(self.environment_dir / source, folder, dirs_exist_ok=True)

    @override
    async def stop(self, delete: bool) -> None:
        shutil.rmtree(self._root, ignore_errors=True)

    @override
    async def upload_file(self, source_path: Path | str, target_path: str) -> None:
        self._at(target_path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source_path, self._at(target_path))

    @override
    async def upload_dir(self, source_dir: Path | str, target_dir: str) -> None:
        shutil.copytree(source_dir, self._at(target_dir), dirs_exist_ok=True)

    @override
    async def download_file(self, source_path: str, target_path: Path | str) -> None:
        shutil.copy(self._at(source_path), target_path)

    @override
    async def download_dir(self, source_dir: str, target_dir: Path | str) -> None:
        shutil.copytree(self._at(source_dir), target_dir, dirs_exist_ok=True, symlinks=True)

    @override
    async def exec(self, command, cwd=None, env=None, timeout_sec=None, user=None) -> ExecResult:
        process = await asyncio.create_subprocess_shell(
            ABSOLUTE.sub(f"{self._root}/", command),
            cwd=self._at(cwd or "app"),
            env={**os.environ, **(env or {}), "HARBOR_ROOT": str(self._root)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        output, errors = await asyncio.wait_for(process.communicate(), timeout_sec)
        return ExecResult(stdout=output.decode(), stderr=errors.decode(), return_code=process.returncode or 0)
