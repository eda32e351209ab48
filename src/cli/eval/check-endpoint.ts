/** Finds out at once whether the language model's endpoint can be reached, and takes the token. */
import { whyOf } from "../../evaluation/server-tasks.ts";
import { publicAddress } from "./secrets.ts";
import { StartError, type Variables } from "./settings.ts";

const TIMEOUT_MS = 10_000;

/** @throws StartError that says what to set */
export function tokenOf({ HF_TOKEN, API_KEY }: Variables): string {
  const token = HF_TOKEN ?? API_KEY;
  if (token !== undefined) return token;
  throw new StartError(
    "Cannot ask a language model without a token: set HF_TOKEN, or API_KEY (any text will do where the endpoint asks for none). " +
      "To play without a model: --agent oracle, search, random or submit.",
  );
}

/** Any answer but a refusal of the token will do: not every endpoint lists its models. @throws StartError */
export async function checkEndpoint(
  baseUrl: string,
  { token, signal }: { token: string; signal: AbortSignal },
): Promise<void> {
  const shown = publicAddress(baseUrl);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${baseUrl.replace(/\/+$/, "")}/models`, { headers, signal: limit }).catch(
    (error: unknown) => {
      signal.throwIfAborted();
      const remedy = "Let API_BASE_URL name an OpenAI-compatible endpoint that runs, such as http://localhost:8000/v1.";
      throw new StartError(`Cannot reach the endpoint ${shown}: ${whyOf(error)}. ${remedy}`, { cause: error });
    },
  );
  await answer.body?.cancel();
  if (answer.status !== 401) return;
  throw new StartError(
    `Cannot ask the endpoint ${shown}: it refuses the token. Set HF_TOKEN, or API_KEY, to one that it takes.`,
  );
}
