"""An Inspect AI task: a model debugs by tool calls, and its score is the environment's own.

    pip install . inspect-ai
    inspect eval examples/inspect_task.py -T url=http://localhost:7860 --model openai/gpt-4o
"""

from inspect_ai import Task, task
from inspect_ai.dataset import Sample
from inspect_ai.model import ChatMessageSystem, ChatMessageUser
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver
from inspect_ai.tool import ToolDef
from tracefix_rl import TracefixRlEnv

TASKS = ["valid_parentheses_wrong_mapping", "binary_search_off_by_one", "reverse_string_returns_original"]
FIELDS = {
    "action_type": "VIEW_CODE, RUN_TESTS, REPLACE_LINES, UNDO_EDIT, RESET_TO_ORIGINAL or SUBMIT",
    "start_line": "REPLACE_LINES: first line replaced, counted from 1",
    "end_line": "REPLACE_LINES: last line replaced, included",
    "new_code_block": "REPLACE_LINES: the new text of those lines",
}


@solver
def debugger(url: str, max_turns: int) -> Solver:
    async def solve(state: TaskState, generate: Generate) -> TaskState:
        async with TracefixRlEnv(base_url=url) as env:
            result = await env.reset(**state.metadata)

            async def act(
                action_type: str,
                start_line: int | None = None,
                end_line: int | None = None,
                new_code_block: str | None = None,
            ) -> str:
                nonlocal result
                fields = zip(FIELDS, (action_type, start_line, end_line, new_code_block), strict=True)
                # What the model gets wrong goes out too: the environment explains and prices it.
                result = await env.step({name: value for name, value in fields if value is not None})
                state.store.set("return", state.store.get("return", 0.0) + result.reward)
                return result.observation.last_execution_output

            code = "\n".join(f"{line} | {text}" for line, text in result.observation.code_dict.items())
            state.messages = [
                ChatMessageSystem(content=result.observation.metadata.system_prompt),
                ChatMessageUser(content=f"Repair this program by calling act:\n{code}"),
            ]
            state.tools = [ToolDef(act, "act", "Take one debugging action.", FIELDS).as_tool()]
            for _ in range(max_turns):
                state = await generate(state, tool_calls="single")
                if result.done or not state.output.message.tool_calls:
                    break
            state.store.set("final", result.reward if result.done else 0.0)
        return state

    return solve


@scorer(metrics=[mean()])
def environment_score() -> Scorer:
    async def score(state: TaskState, target: Target) -> Score:
        return Score(value=state.store.get("final"), metadata={"return": state.store.get("return", 0.0)})

    return score


@task
def tracefix(url: str = "http://localhost:7860", seed: int = 1, max_turns: int = 30) -> Task:
    samples = [Sample(id=name, input=name, metadata={"task_name": name, "seed": seed}) for name in TASKS]
    return Task(dataset=samples, solver=debugger(url, max_turns), scorer=environment_score())
