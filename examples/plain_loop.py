"""The plainest use: solves easy tasks by looking for the bug in the solution's neighbourhood, one try after another.

    pip install .
    python examples/plain_loop.py --url http://localhost:7860 --episodes 5
"""

import argparse
import random

from tracefix_rl import CodeAction, CodeObservation, TracefixRlEnv

MAX_STEPS = 50
TRY = 3
"""Steps of a try: take back the last edit, make another, run the tests."""
REPAIRS = [(" > 1", " > 0"), ("!=", "=="), ("==", "!="), ("+=", "="), (" = ", " += "), ("<", "<="), ("- 1", "+ 1")]


def guess(observation: CodeObservation, rng: random.Random) -> CodeAction:
    """One edit that changes one line by one repair."""
    edits = [
        (int(number), text.replace(wrong, right, 1))
        for number, text in observation.code_dict.items()
        for wrong, right in REPAIRS
        if wrong in text
    ]
    line, text = rng.choice(edits)
    return CodeAction(action_type="REPLACE_LINES", start_line=line, end_line=line, new_code_block=text)


def choose(observation: CodeObservation, given: dict[str, str], rng: random.Random) -> CodeAction:
    """The next action. `given` is the file as the episode began with it."""
    tests = observation.test_results
    if tests and (all(test.passed for test in tests) or observation.steps_remaining <= TRY):
        return CodeAction(action_type="SUBMIT")
    if not tests:
        return CodeAction(action_type="RUN_TESTS")
    if observation.code_dict != given:
        return CodeAction(action_type="UNDO_EDIT")
    return guess(observation, rng)


def play(url: str, seed: int) -> tuple[str, float]:
    """One episode. Gives the task's name and the return, as the environment has it."""
    rng = random.Random(seed)
    with TracefixRlEnv(base_url=url).sync() as env:
        result = env.reset(seed=seed, difficulty="easy", max_steps=MAX_STEPS)
        given = result.observation.code_dict
        while not result.done:
            result = env.step(choose(result.observation, given, rng))
        return result.observation.info.task_name, result.observation.metadata.return_


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://localhost:7860")
    parser.add_argument("--episodes", type=int, default=5)
    options = parser.parse_args()
    for seed in range(options.episodes):
        task, total = play(options.url, seed)
        print(f"seed {seed}: {task} returned {total:.3f}")


if __name__ == "__main__":
    main()
