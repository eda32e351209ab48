/** Before every test file: property tests try the same cases each time, so that a failure is never a matter of luck. */
import fc from "fast-check";
import { FUZZ_SEED } from "./fuzz-size.ts";

fc.configureGlobal({ seed: FUZZ_SEED });
