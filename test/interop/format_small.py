"""The single files under integrations/, each by its own framework as it is installed here: a solve and a failure."""

import json
import os
import sys
from types import SimpleNamespace

from support.checks import check, run_checks
from support.endpoint import endpoint
from support.server import BEST_RETURN, ROOT, SOLUTION, TASK, serve

sys.path.append(str(ROOT / "integrations"))
# What ART imports would otherwise ask for prices elsewhere.
os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
SUBMIT = [{"action_type": "SUBMIT"}]


def right(solved: float, failed: float) -> None:
    assert abs(solved - BEST_RETURN) < 1e-9 and 0 < failed < 0.02, (solved, failed)


with serve() as server:

    @check
    def skyrl() -> None:
        """SkyRL-gym makes the environment by its name and plays its turns"""
        import skyrl_gym
        import skyrl_gym_env  # noqa: F401

        def play(actions: list[dict]) -> float:
            env = skyrl_gym.make("tracefix", env_config={"base_url": server.url}, extras={"reset": TASK})
            messages, _ = env.init([])
            assert [message["role"] for message in messages] == ["system", "user"]
            steps = [env.step(json.dumps(action)) for action in actions]
            assert [step["done"] for step in steps] == [False] * (len(actions) - 1) + [True]
            assert env.get_metrics() == {"solved": float(actions == SOLUTION), "turns": len(actions)}
            env.close()
            return sum(step["reward"] for step in steps)

        right(play(SOLUTION), play(SUBMIT))

    @check
    async def tinker() -> None:
        """Tinker's cookbook plays it as an environment of messages"""
        from tinker_env import TracefixMessageEnv

        async def play(actions: list[dict]) -> float:
            env = TracefixMessageEnv(server.url, TASK)
            assert [message["role"] for message in await env.initial_observation()] == ["system", "user"]
            steps = [await env.step({"role": "assistant", "content": json.dumps(action)}) for action in actions]
            assert steps[-1].episode_done and steps[-1].metrics == {"solved": float(actions == SOLUTION)}
            return sum(step.reward for step in steps)

        right(await play(SOLUTION), await play(SUBMIT))

    @check
    async def verl() -> None:
        """verl's tools play it, made and released for every call as its loop does"""
        from verl.tools.schemas import OpenAIFunctionToolSchema
        from verl_tool import TracefixTool

        def tool(name: str) -> TracefixTool:
            parameters = {"type": "object", "properties": {}, "required": []}
            described = {"name": name, "description": name, "parameters": parameters}
            schema = OpenAIFunctionToolSchema.model_validate({"type": "function", "function": described})
            return TracefixTool({"base_url": server.url}, schema)

        async def play(rollout: str, actions: list[dict]) -> float:
            earned = 0.0
            for action in actions:
                made = tool(action["action_type"].lower())
                instance, _ = await made.create(create_kwargs={"reset": TASK})
                arguments = {name: value for name, value in action.items() if name != "action_type"}
                told = await made.execute(instance, arguments, agent_data=SimpleNamespace(request_id=rollout))
                await made.release(instance)
                earned += told[1]
            assert told[2] == {"solved": float(actions == SOLUTION)} and not TracefixTool._episodes
            return earned

        right(await play("one", SOLUTION), await play("another", SUBMIT))

    @check
    async def art() -> None:
        """ART gathers trajectories of its rollout, over a client of a chat model"""
        from art import gather_trajectory_groups, TrajectoryGroup
        from art_rollout import rollout
        from openai import AsyncOpenAI

        with endpoint() as address:
            client = AsyncOpenAI(base_url=address, api_key="none")
            other = {"task_name": "flatten_missing_recursion", "seed": 1}
            tries = (rollout(client, "scripted", server.url, reset) for reset in (TASK, other))
            [group] = await gather_trajectory_groups([TrajectoryGroup(tries)])
        # They come in the order in which they were over.
        failed, solved = sorted(group.trajectories, key=lambda one: one.reward)
        right(solved.reward, failed.reward)
        assert solved.metrics["solved"] and not failed.metrics["solved"]

    run_checks()
