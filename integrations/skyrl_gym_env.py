"""SkyRL-gym: `skyrl_gym.make("tracefix", env_config={"base_url": …}, extras={"reset": {…}})`, a text a turn."""

from typing import Any

from skyrl_gym.envs.base_text_env import BaseTextEnv, BaseTextEnvStepOutput, ConversationType
from skyrl_gym.envs.registration import register
from tracefix_rl import TracefixRlEnv
from tracefix_rl.harness import TOLD, action_in, turn_of


class TracefixTextEnv(BaseTextEnv):
    """A row's `reset` is what a reset takes; the episode ends by itself after its own number of steps."""

    def __init__(self, env_config: dict[str, Any] | None = None, extras: dict[str, Any] | None = None) -> None:
        super().__init__()
        self._episode = (extras or {}).get("reset", {})
        self._env = TracefixRlEnv(base_url=(env_config or {}).get("base_url", "http://localhost:7860")).sync()
        self._solved = False

    def init(self, prompt: ConversationType) -> tuple[ConversationType, dict[str, Any]]:
        observation = self._env.reset(**self._episode, **TOLD).observation
        rules = {"role": "system", "content": observation.metadata.system_prompt}
        self.max_turns = self._env.state().max_steps
        return [rules, *prompt, {"role": "user", "content": observation.text}], {}

    def step(self, action: str) -> BaseTextEnvStepOutput:
        self.turns += 1
        text, reward, done, info = turn_of(self._env.step(action_in(action)))
        self._solved = info.get("solved", False)
        told = [{"role": "user", "content": text}]
        return BaseTextEnvStepOutput(observations=told, reward=reward, done=done, metadata={})

    def get_metrics(self) -> dict[str, Any]:
        return {"solved": float(self._solved), "turns": self.turns}

    def close(self) -> None:
        self._env.close()


register("tracefix", entry_point=TracefixTextEnv)
