"""OpenEnv's validator: against running servers, on the checkout, and its runtime graders over our probe."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from openenv.validation.providers import ExecResult
from openenv.validation.runner import run_validation
from openenv.validation.types import CheckStatus, Level, ProviderCapability
from support.checks import check, run_checks
from support.server import Server, serve

CHECKOUT = Path(os.environ["TRACEFIX_CHECKOUT"])
OPENENV = Path(sys.executable).with_name("openenv")


def openenv(*arguments: str) -> tuple[int, dict]:
    ended = subprocess.run(
        [OPENENV, *arguments, "--json"], capture_output=True, text=True, check=False
    )
    assert ended.stdout, ended.stderr
    return ended.returncode, json.loads(ended.stdout)


class Running:
    """A server in place of a container."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._server: Server = self._stack.enter_context(serve())
        self.base_url = self._server.url

    def inspect(self) -> dict:
        return {}

    def logs(self, max_bytes: int = 65536) -> str:
        return ""

    def exec(self, argv: list[str], timeout_s: float) -> ExecResult:
        raise NotImplementedError

    def stop(self) -> None:
        self._stack.close()


class ProcessProvider:
    """Where OpenEnv's own provider builds and runs the image, this one runs the server as a process."""

    name = "process"
    capabilities = frozenset({ProviderCapability.IMAGE_BUILD})
    supported_network_modes = frozenset({"public"})

    def build(self, root: Path, execution: object) -> str:
        return f"sha256:{'0' * 64}"

    def start(self, spec: object) -> Running:
        return Running()


@check
def url_simulation() -> None:
    """`openenv validate --url` passes 6 of 6 on a server"""
    with serve() as server:
        code, report = openenv("validate", "--url", server.url)
    assert code == 0 and report["passed"], report
    assert report["summary"]["passed_count"] == report["summary"]["total_count"] == 6
    assert report["mode"] == "simulation" and report["standard_profile"] == "openenv-http/1.x"


@check
def url_production() -> None:
    """`openenv validate --url` passes 6 of 6 on a server in production mode"""
    with serve(OPENENV_MODE="production") as server:
        code, report = openenv("validate", "--url", server.url)
    assert code == 0 and report["summary"]["passed_count"] == 6 and report["mode"] == "production"


@check
def folder() -> None:
    """`openenv validate DIR` finds no failure in an export of the checkout"""
    code, report = openenv("validate", str(CHECKOUT), "--skip-build")
    statuses = {result["check_id"]: result["status"] for result in report["results"]}
    assert code == 0 and statuses["static.manifest"] == "pass", report
    assert not {"fail", "error"} & set(statuses.values()), statuses


@check
def runtime_graders() -> None:
    """The runtime graders pass over validation/runtime.json: startup, rewards, schemas, state"""
    report = run_validation(CHECKOUT, max_level=Level.RUNTIME, provider=ProcessProvider())
    results = {result.check_id: result for result in report.results}
    shown = {name: (result.status.value, result.evidence) for name, result in results.items()}
    assert not {CheckStatus.FAIL, CheckStatus.ERROR} & {r.status for r in results.values()}, shown
    passed = {name for name, result in results.items() if result.status is CheckStatus.PASS}
    wanted = {
        "static.manifest",
        "runtime.startup",
        "runtime.reward_well_formed",
        "runtime.observation_schema",
        "runtime.state_contract",
    }
    assert wanted <= passed, shown
    skipped = sorted(set(results) - passed)
    print(f"     passed: {', '.join(sorted(passed))}; OpenEnv skipped: {', '.join(skipped)}")


run_checks()
