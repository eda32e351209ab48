/** Opens a sandbox for each language that there are programs in; from there on they are one to the server. */
import type { LanguagePack, Preparation } from "../languages/language-pack.ts";
import { LANGUAGE_PACKS } from "../languages/languages.ts";
import type { SandboxOptions } from "../sandbox/pool/pool-options.ts";
import type { Sandbox, SandboxFigures, ServedSandbox } from "../sandbox/sandbox.ts";

/** By language. */
export type Preparations = ReadonlyMap<string, Preparation>;

export interface OpenSandboxes {
  readonly sandboxFor: (language: string) => Sandbox;
  /** Of all together. */
  readonly figures: () => SandboxFigures;
  /** Why runs are not served; null where they are. */
  readonly obstacle: () => string | null;
  /** What an operator should know of this machine's builds. */
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

/** Begins what takes long, before it is known what will be needed. */
export function prepareLanguages(): Preparations {
  return new Map([...LANGUAGE_PACKS].map(([name, language]) => [name, language.prepare()]));
}

/** Names all images together: what one of them answers may hang on it. */
export async function imagesOf(preparations: Preparations): Promise<string> {
  return (await Promise.all([...preparations.values()].map(({ build }) => build()))).join("-");
}

export interface OpenSandboxesOptions extends SandboxOptions {
  readonly preparations?: Preparations | undefined;
  /** Goes between those who ask for runs and each sandbox. */
  readonly wrap?: (sandbox: Sandbox) => Sandbox;
}

/** @throws SandboxError where one cannot be opened; the others are then closed */
export async function openSandboxes(
  languages: readonly LanguagePack[],
  { preparations, wrap = (sandbox) => sandbox, ...options }: OpenSandboxesOptions = {},
): Promise<OpenSandboxes> {
  const opened = new Map<string, ServedSandbox>();
  const wrapped = new Map<string, Sandbox>();
  const warnings: string[] = [];
  const close = async (): Promise<void> => {
    await Promise.all([...opened.values()].map((sandbox) => sandbox.close()));
  };
  try {
    for (const language of languages) {
      const preparation = preparations?.get(language.name) ?? language.prepare();
      const sandbox = await preparation.open(options);
      opened.set(language.name, sandbox);
      wrapped.set(language.name, wrap(sandbox));
      warnings.push(...(await preparation.warnings()));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    sandboxFor: (language) => sandboxOf(wrapped, language),
    figures: () => {
      const all = [...opened.values()].map(({ figures }) => figures);
      return { now: sumOf(all.map(({ now }) => now)), total: sumOf(all.map(({ total }) => total)) };
    },
    obstacle: () => {
      const isReady = [...opened.values()].every((sandbox) => sandbox.isReady);
      return isReady ? null : "no worker of the sandbox can be started";
    },
    warnings,
    close,
  };
}

function sandboxOf(sandboxes: ReadonlyMap<string, Sandbox>, language: string): Sandbox {
  const sandbox = sandboxes.get(language);
  if (sandbox) return sandbox;
  throw new Error(`No sandbox runs ${language}; there is one for ${[...sandboxes.keys()].join(", ")}`);
}

function sumOf(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const figures of all) {
    for (const [name, figure] of Object.entries(figures)) sum[name] = (sum[name] ?? 0) + figure;
  }
  return sum;
}
