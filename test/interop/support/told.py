"""What a harness has to show a model: the text of lean observations, asked for directly."""

from support.server import Server
from tracefix_rl import TracefixRlEnv


def told_by(server: Server, actions: list[dict], prompt: str, **episode: object) -> tuple[str, list[str]]:
    """The rules of an episode, and then the text of the reset and of each step, the one that ends it included."""
    with TracefixRlEnv(base_url=server.url).sync() as env:
        result = env.reset(**episode, prompt=prompt, observation="lean")
        rules = result.observation.metadata.system_prompt
        texts = [result.observation.text]
        for action in actions:
            result = env.step(action)
            texts.append(result.observation.text)
    assert result.done, "the actions end no episode"
    return rules, texts
