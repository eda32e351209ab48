/** The session that a socket plays in: one of its own, or the one that its client has a name for. */
import type { NamedSeat } from "../../sessions/held-session.ts";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import { digestOfName } from "../../sessions/session-names.ts";
import type { Newcomer, SessionRegistry } from "../../sessions/session-registry.ts";
import { sessionSecretOf } from "../session-path.ts";
import { type Entrance, MOVED_CODE, MOVED_REASON } from "./dialect.ts";

interface SeatWishes extends Pick<Newcomer, "labels"> {
  /** Of two uses one name means two sessions. */
  readonly use: "socket" | "mcp";
  /** Whether who plays has no say in which episode it is. */
  readonly byPolicy: boolean;
}

/** A session without a name ends with its socket, whatever its client says before that. */
export function takeSeat(
  { registry, sessions }: { readonly registry: SessionRegistry; readonly sessions: HeldSessions },
  { request, client, oust }: Pick<Entrance, "request" | "client" | "oust">,
  { use, byPolicy, labels = {} }: SeatWishes,
): NamedSeat {
  const secret = sessionSecretOf(request);
  if (secret === null) {
    const session = registry.prepare({ client, labels });
    return { session, leave: () => void session.close(), end: () => undefined };
  }
  const keptAs = digestOfName(use, secret);
  const newcomer = { client, labels, named: { keptAs, byPolicy } };
  return sessions.attachNamed(keptAs, newcomer, () => oust(MOVED_CODE, MOVED_REASON));
}
