/** The page's JSON routes and its socket: one environment that all visitors share. */
import type { Requirements } from "./requirement.ts";

export const WEB: Requirements = {
  "WEB-1": { source: "recorded", says: "GET /web/metadata gives the card with all six keys." },
  "WEB-2": {
    source: "recorded",
    says: "POST /web/reset takes no body, or a reset's, and answers observation, reward and done, with metadata when not empty.",
    differs: {
      reference: "drops fields that it does not know",
      because: "what a caller misspells must not be dropped silently",
    },
  },
  "WEB-3": {
    source: "recorded",
    says: "POST /web/step takes an action for the one shared environment, and answers as a reset does.",
    differs: {
      reference: "answers 500 to an action without its fields, and takes a message as an action",
      because: "the mistake is the caller's, who can mend it; this environment is no chat",
    },
  },
  "WEB-4": {
    source: "recorded",
    says: "GET /web/state gives the shared environment's state, of which GET /state knows nothing.",
  },
  "WEB-5": {
    source: "reference",
    says: "WS /ws/ui sends state_update with the episode's state at once and after each reset and step, and ignores messages.",
    differs: {
      reference: "tells everybody again when somebody comes, and shows up to 1,000 steps, each with its observation",
      because: "a state that did not change is no news, and 1,000 observations are too much to send after each step",
    },
  },
  "WEB-6": {
    source: "own",
    says: "The shared environment takes a session while it is used, and gives it back when idle.",
  },
  "WEB-7": { source: "reference", says: "Where the web interface is switched off, none of it is there." },
};
