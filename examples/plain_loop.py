"""The plainest use: solves easy tasks by looking for the bug in the solution's neighbourhood, one try after another.

    pip install .
    python examples/plain_loop.py --url http://localhost:7860 --episodes 5
"""

import argparse
import random

from tracefix_rl import CodeAction, CodeObservation, TracefixRlEnv

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


def play(url: str, seed: int) -> tuple[str, float]:
    """One episode. Gives the task's name and the sum of the rewards."""
    rng = random.Random(seed)
    with TracefixRlEnv(base_url=url).sync() as env:
        result = env.reset(seed=seed, difficulty="easy")
        total = 0.0
        while not result.done:
            tests = result.observation.test_results
            if not tests:
                action = CodeAction(action_type="RUN_TESTS")
            elif all(test.passed for test in tests) or result.observation.steps_remaining < 3:
                action = CodeAction(action_type="SUBMIT")
            else:
                if result.observation.step_count > 1:
                    env.step(CodeAction(action_type="UNDO_EDIT"))
                result = env.step(guess(result.observation, rng))
                total += result.reward
                action = CodeAction(action_type="RUN_TESTS")
            result = env.step(action)
            total += result.reward
        return result.observation.info.task_name, total


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
