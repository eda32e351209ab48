"""The files of deploy/kubernetes are what Kubernetes takes, and ask for no more than a server needs. No cluster is asked."""

from pathlib import Path
from typing import Any

import kubernetes_validate
import yaml
from support.checks import check, run_checks

FOLDER = Path(__file__).parents[2] / "deploy" / "kubernetes"
VERSIONS = ("1.32", "1.36")


def documents() -> dict[str, Any]:
    found = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        for document in yaml.safe_load_all(path.read_text()):
            found[document["kind"]] = document
    return found


@check
def every_file_is_valid() -> None:
    """Every document is valid, by the strict schema of several versions of Kubernetes."""
    found = documents()
    wanted = {"Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy"}
    assert set(found) == wanted, set(found)
    for document in found.values():
        for version in VERSIONS:
            kubernetes_validate.validate(document, version, strict=True)


@check
def a_mistake_is_found() -> None:
    """A field that Kubernetes does not know is refused, so that the test above can fail."""
    broken = documents()["Deployment"]
    broken["spec"]["replica"] = 3
    try:
        kubernetes_validate.validate(broken, VERSIONS[0], strict=True)
    except kubernetes_validate.ValidationError:
        return
    raise AssertionError("the mistake was not found")


@check
def pods_have_no_rights() -> None:
    """A pod is nobody's root, writes to /tmp alone, has no capability and no token of the cluster."""
    pod = documents()["Deployment"]["spec"]["template"]["spec"]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    (container,) = pod["containers"]
    security = container["securityContext"]
    assert security["readOnlyRootFilesystem"] is True and security["allowPrivilegeEscalation"] is False
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert [mount["mountPath"] for mount in container["volumeMounts"]] == ["/tmp"]


@check
def everything_means_the_same_pods() -> None:
    """Service, budget, policy and autoscaler mean the pods of the deployment."""
    found = documents()
    labels = found["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert found["Service"]["spec"]["selector"] == labels
    assert found["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert found["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"] == labels
    target = found["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == ("Deployment", found["Deployment"]["metadata"]["name"])


@check
def there_is_time_to_end() -> None:
    """The grace period is longer than the wait before the end and the time that the server then takes."""
    pod = documents()["Deployment"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    settings = {one["name"]: one["value"] for one in container["env"]}
    wait = 10
    assert str(wait * 1000) in container["lifecycle"]["preStop"]["exec"]["command"][-1]
    assert pod["terminationGracePeriodSeconds"] > wait + float(settings["SHUTDOWN_SECONDS"])


run_checks()
