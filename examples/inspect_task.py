"""An Inspect AI task: a model debugs by tool calls, and its score is the environment's own.

    pip install . inspect-ai
    inspect eval examples/inspect_task.py -T url=http://localhost:7860 --model openai/gpt-4o
"""

import inspect
import sys
from functools import partial
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parent))

from debugging import TOLD, UNFINISHED_SCORE, DebuggingTools, instructions, outcome, told
from inspect_ai import Task, task
from inspect_ai.dataset import Sample
from inspect_ai.model import ChatMessageSystem, ChatMessageTool, ChatMessageUser
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver
from inspect_ai.tool import ToolCall, ToolDef
from tracefix_rl import TracefixRlEnv

TASKS = ["valid_parentheses_wrong_mapping", "binary_search_off_by_one", "reverse_string_returns_original"]


class Game(DebuggingTools):
    """One sample's episode."""

    def __init__(self, env: TracefixRlEnv, state: TaskState) -> None:
        self._env = env
        self._state = state
        self.done = False

    def tools(self) -> list[ToolDef]:
        methods = [method for name, method in inspect.getmembers(self, inspect.ismethod) if hasattr(DebuggingTools, name)]
        described = [ToolDef(method) for method in methods if not method.__name__.startswith("_")]
        # Inspect notes the description as an attribute, which a method cannot have.
        return [ToolDef(partial(one.tool), one.name, one.description, one.parameters) for one in described]

    async def call(self, call: ToolCall) -> str:
        """A tool with whatever arguments: the environment explains and prices those that make no sense. What is no call, as
        one of a tool that there is not, is told without it and costs nothing."""
        method = None if call.function.startswith("_") else getattr(DebuggingTools, call.function, None)
        if method is None:
            known = ", ".join(tool.name for tool in self.tools())
            return f"There is no tool {call.function}: call one of {known}."
        if call.parse_error:
            return call.parse_error
        try:
            acting = method(self, **call.arguments)
        except ValueError as error:
            return str(error)
        return await acting

    async def _act(self, action: dict[str, Any]) -> str:
        result = await self._env.step(action)
        self.done = result.done
        score, solved = outcome(result.observation, result.done)
        self._state.store.set("outcome", {"score": score, "solved": solved})
        self._state.store.set("return", result.observation.metadata.return_)
        return told(result.observation)


@solver
def debugger(url: str, max_turns: int) -> Solver:
    async def solve(state: TaskState, generate: Generate) -> TaskState:
        async with TracefixRlEnv(base_url=url) as env:
            observation = (await env.reset(**state.metadata, **TOLD, max_steps=max_turns)).observation
            game = Game(env, state)
            state.messages = [
                ChatMessageSystem(content=instructions(observation)),
                ChatMessageUser(content=told(observation)),
            ]
            state.tools = game.tools()
            for _ in range(max_turns):
                # The calls are made here: Inspect would answer one that does not fit the schema without a word to the
                # environment, which prices it.
                state = await generate(state, tool_calls="none")
                calls = state.output.message.tool_calls or []
                for call in calls:
                    if game.done:
                        break
                    content = await game.call(call)
                    state.messages.append(ChatMessageTool(content=content, tool_call_id=call.id, function=call.function))
                if game.done or not calls:
                    break
        return state

    return solve


@scorer(metrics=[mean()])
def environment_score() -> Scorer:
    """An episode that was not finished, for whatever reason, scores as our own runner has it."""

    async def score(state: TaskState, target: Target) -> Score:
        outcome = state.store.get("outcome", {"score": UNFINISHED_SCORE, "solved": False})
        metadata = {"return": state.store.get("return", 0.0), "solved": outcome["solved"]}
        return Score(value=outcome["score"], metadata=metadata)

    return score


@task
def tracefix(url: str = "http://localhost:7860", seed: int = 1, max_turns: int = 30) -> Task:
    samples = [Sample(id=name, input=name, metadata={"task_name": name, "seed": seed}) for name in TASKS]
    return Task(dataset=samples, solver=debugger(url, max_turns), scorer=environment_score())
