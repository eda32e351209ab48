"""Runs the runtime probe of OpenEnv's validator, and its graders over what came. Usage: python grade.py URL FOLDER"""

import sys
from pathlib import Path

from openenv.validation.graders import Subject
from openenv.validation.graders.runtime import (
    ObservationSchemaGrader,
    RewardWellFormedGrader,
    StateContractGrader,
)
from openenv.validation.parsers.openenv_yaml import OpenEnvYamlParser
from openenv.validation.runtime.collector import collect_runtime_evidence
from openenv.validation.runtime.contracts import load_runtime_plan

url, folder = sys.argv[1], Path(sys.argv[2])
manifest = OpenEnvYamlParser().parse(folder)
plan = load_runtime_plan(folder, manifest.execution)
evidence = collect_runtime_evidence(
    url, plan, episode_timeout_s=manifest.resources.episode_timeout_s
)
steps = sum(row.operation == "step" for row in evidence.exchanges)
print(f"probe: {steps} of {len(plan.actions)} steps, failure: {evidence.failure_reason}")
failed = evidence.failure_reason is not None or steps != len(plan.actions)
subject = Subject(
    root=folder,
    manifest=manifest,
    image_ref=None,
    running=None,
    outputs_dir=folder / "outputs",
    runtime_evidence=evidence,
)
for grader in (RewardWellFormedGrader(), ObservationSchemaGrader(), StateContractGrader()):
    result = grader.run(subject)
    print(f"{result.check_id}: {result.status.value} {result.evidence}")
    failed = failed or result.status.value != "pass"
sys.exit(1 if failed else 0)
