/** Every attack there is, by category. */
import type { Category } from "../attack.ts";
import { BULK_WORK } from "./bulk-work.ts";
import { BYTECODE } from "./bytecode.ts";
import { CALL_NUMBERS } from "./call-numbers.ts";
import { CARRIED_STATE } from "./carried-state.ts";
import { ESCAPES } from "./escapes.ts";
import { EXHAUSTION } from "./exhaustion.ts";
import { EXITS } from "./exits.ts";
import { FLOATS } from "./floats.ts";
import { FORGED_LOADS } from "./forged-loads.ts";
import { FORGED_VERDICTS } from "./forged-verdicts.ts";
import { LOOKALIKES } from "./lookalikes.ts";
import { PROTOCOL } from "./protocol.ts";
import { SEARCHED_ANSWERS } from "./searched-answers.ts";
import { SHARED_BATCH } from "./shared-batch.ts";
import { SPECIAL_CASES } from "./special-cases.ts";
import { SWALLOWED_SIGNALS } from "./swallowed-signals.ts";

export const CATEGORIES: readonly Category[] = [
  FORGED_VERDICTS,
  FORGED_LOADS,
  LOOKALIKES,
  SEARCHED_ANSWERS,
  SHARED_BATCH,
  SPECIAL_CASES,
  EXITS,
  EXHAUSTION,
  BYTECODE,
  SWALLOWED_SIGNALS,
  ESCAPES,
  PROTOCOL,
  CARRIED_STATE,
  CALL_NUMBERS,
  FLOATS,
  BULK_WORK,
];
