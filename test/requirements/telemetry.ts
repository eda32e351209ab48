/** Validation telemetry over `/ws`. */
import type { Requirements } from "./requirement.ts";

export const TELE: Requirements = {
  "TELE-1": {
    source: "upstream",
    says: "validation_open with the server's token gives a capability, before anything else was asked of the socket.",
  },
  "TELE-2": {
    source: "upstream",
    says: "Without a token, in production mode, or with a wrong or malformed token it is an error that repeats nothing, and the socket plays on.",
  },
  "TELE-3": {
    source: "upstream",
    says: "validation_read with the socket's own capability gives seed, rubric, attribution and trajectory; with any other it is an error.",
  },
  "TELE-4": {
    source: "upstream",
    says: "The trajectory repeats each reset, step and state with its answer, in order.",
  },
  "TELE-5": { source: "upstream", says: "The seed is told as requested, with its value, and as accepted." },
  "TELE-6": {
    source: "upstream",
    says: "Each step's attribution is a weighted sum, with weights that sum to one, that is the step's reward.",
  },
  "TELE-7": { source: "upstream", says: "A record that leaves something out says that it is not complete, and why." },
};
