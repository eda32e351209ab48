"""Gymnasium 1.4.0: its own `check_env`, and whole episodes, one at a time and many side by side."""

import json
import warnings

import gymnasium
import numpy as np
from gymnasium.utils.env_checker import check_env
from support.checks import check, run_checks
from support.server import BEST_RETURN, SOLUTION, TASK, serve, wait_until

import tracefix_rl.gymnasium_env  # noqa: F401

RUN, SUBMIT = json.dumps({"action_type": "RUN_TESTS"}), json.dumps({"action_type": "SUBMIT"})

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

    @check
    def many() -> None:
        """A vector environment steps many sessions at once, and begins another episode where one is over"""
        many = gymnasium.make_vec("tracefix/Debug-v0", num_envs=8, base_url=server.url)
        told, infos = many.reset(seed=1)
        again, _ = many.reset(seed=1)
        assert told == again and list(infos["seed"]) == list(range(1, 9)) 
        wait_until(lambda: server.sessions() == 8)
        answers = [SUBMIT] * 3 + ["what?"] + [RUN] * 4
        observations, rewards, ended, cut, _ = many.step(answers)
        assert list(ended) == [True] * 3 + [False] * 5 and not cut.any()
        assert rewards[3] < rewards[4] and len(observations) == 8
        begun, rewards, ended, _, _ = many.step([RUN] * 8)
        assert not ended.any() and not rewards[:3].any() and all("Program: " in text for text in begun[:3])
        assert isinstance(rewards, np.ndarray) and rewards.dtype == np.float64
        many.close()
        wait_until(lambda: server.sessions() == 0)

    run_checks()
