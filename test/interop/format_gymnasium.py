"""Gymnasium 1.4.0: its own `check_env`, and whole episodes, one at a time and many side by side."""

import json
import warnings
from typing import Any
from unittest.mock import patch

import gymnasium
import numpy as np
from gymnasium.utils.env_checker import check_env, data_equivalence
from gymnasium.vector import AutoresetMode
from support.checks import check, run_checks
from support.server import BEST_RETURN, SOLUTION, TASK, serve, wait_until

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

import tracefix_rl.gymnasium_env  # noqa: F401
from tracefix_rl import BatchError

RUN, VIEW, SUBMIT = (json.dumps({"action_type": kind}) for kind in ("RUN_TESTS", "VIEW_CODE", "SUBMIT"))

with serve() as server:

    @check
    def checked() -> None:
        """check_env finds nothing, not even to warn of"""
        assert gymnasium.__version__ == "1.4.0"
        # It leaves an environment of its own open, so it has a server of its own.
        with serve() as its_own, warnings.catch_warnings():
            warnings.simplefilter("error")
            env = gymnasium.make("tracefix/Debug-v0", base_url=its_own.url, disable_env_checker=True)
            check_env(env.unwrapped, skip_render_check=True)

    @check
    def solve() -> None:
        """An environment solves a task: the rewards add up to the best return"""
        env = gymnasium.make("tracefix/Debug-v0", base_url=server.url, task_name=TASK["task_name"])
        told, info = env.reset(seed=7)
        assert "def binary_search" in told and info == {"seed": 7}
        steps = [env.step(json.dumps(action)) for action in SOLUTION]
        assert abs(sum(step[1] for step in steps) - BEST_RETURN) < 1e-9
        assert [step[2] for step in steps] == [False, False, False, True] and steps[-1][4] == {"solved": True}
        env.close()

    def play(many: Any) -> list[Any]:
        """Three episodes of four end at once, one answer is no action, and all go on."""
        seen = [many.reset(seed=1), many.step([SUBMIT] * 3 + ["what?"])]
        if many.metadata["autoreset_mode"] is AutoresetMode.DISABLED:
            over = np.array([True] * 3 + [False])
            seen.append(many.reset(seed=[None, 9, None, None], options={"reset_mask": over}))
        seen.append(many.step([RUN] * 4))
        seen.append(many.step([RUN, VIEW, f"[{VIEW}]", SUBMIT]))
        many.close()
        return seen

    @check
    def many() -> None:
        """In each mode of beginning again a vector environment gives what as many single ones give, on one connection"""
        for mode in AutoresetMode:
            single = [lambda: gymnasium.make("tracefix/Debug-v0", base_url=server.url) for _ in range(4)]
            expected = play(gymnasium.vector.SyncVectorEnv(single, autoreset_mode=mode))
            vector = gymnasium.make_vec("tracefix/Debug-v0", num_envs=4, base_url=server.url, autoreset_mode=mode)
            assert vector.metadata["autoreset_mode"] is mode
            assert data_equivalence(play(vector), expected), mode
        wait_until(lambda: server.sessions() == 0)

    @check
    def frames() -> None:
        """A vector environment of 64 steps by one frame, and ends its sessions with itself"""
        many = gymnasium.make_vec("tracefix/Debug-v0", num_envs=64, base_url=server.url)
        many.reset(seed=1)
        wait_until(lambda: server.sessions() == 64)
        with patch.object(ClientConnection, "send", autospec=True, side_effect=ClientConnection.send) as send:
            observations, rewards, ended, cut, _ = many.step([VIEW] * 63 + [SUBMIT])
        assert send.call_count == 1
        assert len(observations) == 64 and rewards.dtype == np.float64 and list(ended) == [False] * 63 + [True]
        assert not cut.any()
        many.close()
        wait_until(lambda: server.sessions() == 0)

    @check
    def refused() -> None:
        """What one session is refused cuts its own episode off and no other's; where all are refused, that is raised"""
        many = gymnasium.make_vec("tracefix/Debug-v0", num_envs=3, base_url=server.url)
        told, infos = many.reset(seed=[1, 2**60, 3])
        assert told[1] == "" and "VALIDATION_ERROR" in infos["error"][1] and list(infos["_seed"]) == [True, False, True]
        _, rewards, ended, cut, infos = many.step([RUN] * 3)
        assert rewards[0] and rewards[2] and not (ended | cut).any() and infos["seed"][1] > 0
        many._sessions._connection.ask([{"session": "2", "type": "close"}])
        _, rewards, ended, cut, infos = many.step([RUN] * 3)
        assert list(cut) == [False, False, True] and not ended.any() and "step" in infos["error"][2], infos
        _, _, _, cut, infos = many.step([RUN] * 3)
        assert not cut.any() and list(infos["_seed"]) == [False, False, True]
        for ask in (lambda: many.reset(options={"task_name": "no such task"}), lambda: many.reset(seed=[1, 2])):
            try:
                ask()
            except (BatchError, ValueError) as error:
                assert "task" in str(error) or "seeds" in str(error), error
            else:
                raise AssertionError("Nothing was refused")
        many.close()

    @check
    def hostile() -> None:
        """Whatever a policy writes costs its own step: the other sessions go on, and so does its own"""
        many = gymnasium.make_vec("tracefix/Debug-v0", num_envs=3, base_url=server.url)
        many.reset(seed=1)
        texts = [
            '{"action_type": "VIEW_CODE", "start_line": NaN}',
            '{"action_type": "VIEW_CODE", "start_line": 1e999}',
            '{"action_type": "VIEW_CODE", "x": ' + "[" * 100 + "]" * 100 + "}",
            json.dumps({"action_type": "VIEW_CODE", **{f"key {n}": n for n in range(20_000)}}),
            "é" * 300_000,
            json.dumps({"action_type": "REPLACE_LINES", "new_code_block": "\U0001f600" * 100_000}),
            "[" * 100_000,
            "\ud800",
            '{"action_type": "\\ud800"}',
            "1" * 10_000,
            "\x00",
        ]
        for text in texts:
            _, rewards, ended, cut, _ = many.step([text, VIEW, RUN])
            assert not cut.any() and not ended.any(), text[:80]
            assert rewards[0] < 0, (text[:80], rewards)
        many.close()

    @check
    def lost() -> None:
        """A connection that was lost is made again by the next reset; a step over it is refused"""
        for env, all_of in ((gymnasium.make("tracefix/Debug-v0", base_url=server.url).unwrapped, lambda answer: answer), (
            gymnasium.make_vec("tracefix/Debug-v0", num_envs=2, base_url=server.url),
            lambda answer: [answer] * 2,
        )):
            told, _ = env.reset(seed=5)
            env._sessions._connection.close()
            for _ in range(2):
                try:
                    env.step(all_of(RUN))
                except (ConnectionClosed, BatchError):
                    continue
                raise AssertionError("A step was taken without an episode")
            assert env.reset(seed=5)[0] == told
            env.close()
        wait_until(lambda: server.sessions() == 0)

    run_checks()
