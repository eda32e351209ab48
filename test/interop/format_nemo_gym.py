"""The resource server under integrations/nemo-gym by NeMo Gym 0.4.0: its `gymnasium_agent` plays, with a scripted policy."""

import asyncio
import json
import sys
from importlib.metadata import version

from support.checks import check, run_checks
from support.server import BEST_RETURN, ROOT, SOLUTION, TASK, serve

FOLDER = ROOT / "integrations" / "nemo-gym" / "tracefix"
sys.path.append(str(FOLDER))

from make_examples import HANDS_IN, MAX_STEPS, play, rows  # noqa: E402
from nemo_gym.config_types import ResourcesServerInstanceConfig  # noqa: E402
from omegaconf import OmegaConf  # noqa: E402

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

    run_checks()
