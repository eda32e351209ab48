"""The resource server under integrations/nemo-gym by NeMo Gym 0.4.0: its `gymnasium_agent` plays, with a scripted policy."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from support.checks import check, run_checks
from support.server import BEST_RETURN, ROOT, SOLUTION, TASK, serve

FOLDER = ROOT / "integrations" / "nemo-gym" / "tracefix"
sys.path.append(str(FOLDER))

from make_examples import HANDS_IN, MAX_STEPS, play, rows  # noqa: E402
from nemo_gym.config_types import ResourcesServerInstanceConfig  # noqa: E402
from omegaconf import OmegaConf  # noqa: E402



def gym(command: str, project: str, *words: str) -> str:
    """Runs a command of NeMo Gym's environment in a project of resource servers, and gives what it prints."""
    path = os.pathsep.join([project, os.environ.get("PYTHONPATH", "")])
    line = [str(Path(sys.executable).with_name(command)), *words]
    env = {**os.environ, "PYTHONPATH": path}
    ended = subprocess.run(line, cwd=project, env=env, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


with serve() as server:

    @check
    def solve() -> None:
        """The agent solves a row's task: the rollout's reward is the episode's return"""
        assert version("nemo-gym") == "0.4.0"
        [row, *_] = rows(server.url, "train", 1)
        rollout = asyncio.run(play(server.url, {**row, "reset": {**TASK, "max_steps": MAX_STEPS}}, SOLUTION))
        assert abs(rollout["reward"] - BEST_RETURN) < 1e-9, rollout["reward"]
        assert rollout["terminated"] and rollout["info"] == {"solved": True}
        said = [item for item in rollout["response"]["output"] if item.get("role") == "assistant"]
        assert len(said) == len(SOLUTION)

    @check
    def failure() -> None:
        """The agent hands a program in as it is and gets the least; its session is closed"""
        [row, *_] = rows(server.url, "train", 1)
        rollout = asyncio.run(play(server.url, row, HANDS_IN))
        assert rollout["reward"] < 0.02 and rollout["info"] == {"solved": False}
        assert server.sessions() == 0

    @check
    def examples() -> None:
        """The example data are what the script makes of this server, and its rollouts are of the very rows"""
        [made, played] = [
            [json.loads(line) for line in (FOLDER / "data" / f"{name}.jsonl").read_text().splitlines()]
            for name in ("example", "example_rollouts")
        ]
        assert made == rows(server.url, "train", 5) and len(played) == 5
        replayed = asyncio.run(play(server.url, made[0], HANDS_IN))
        assert json.loads(json.dumps(replayed)) == played[0]

    @check
    def configuration() -> None:
        """The configuration is one of a resource server as NeMo Gym has it"""
        named = OmegaConf.to_container(OmegaConf.load(FOLDER / "configs" / "tracefix.yaml"))["tracefix"]
        checked = ResourcesServerInstanceConfig(name="tracefix", server_type_config_dict=OmegaConf.create({}), **named)
        assert checked.resources_servers

    @check
    def own_checks() -> None:
        """NeMo Gym's own checks pass: of the configuration, of the example data with their metrics, and the server's tests"""
        with tempfile.TemporaryDirectory() as project:
            folder = Path(project, "resources_servers", "tracefix")
            shutil.copytree(FOLDER, folder)
            config = "+config_paths=[resources_servers/tracefix/configs/tracefix.yaml]"
            assert "Config is valid" in gym("ng_validate", project, config)
            gym("ng_prepare_data", project, config, "+output_dirpath=out", "+mode=example_validation")
            metrics = json.loads((folder / "data" / "example_metrics.json").read_text())
            assert metrics == json.loads((FOLDER / "data" / "example_metrics.json").read_text())
            code = f"""
from nemo_gym.cli import env
env._validate_data_single(env.TestConfig(entrypoint="resources_servers/tracefix", should_validate_data=True))
from resources_servers.tracefix.tests import test_app
test_app.test_an_episode_is_handed_on()
"""
            assert "successfully validated" in gym("python", project, "-c", code)

    run_checks()
