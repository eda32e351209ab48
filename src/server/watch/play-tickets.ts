/** Tickets of the page's own episodes: they tell whose end may be followed by the repair. */
import { randomUUID } from "node:crypto";
import type { EpisodeFollower, EpisodeListener, EpisodeStart } from "../../sessions/episode-listener.ts";

/** Older ones are forgotten; their players can still play on. */
const MAX_TICKETS = 1_000;

export interface TicketedEpisode {
  readonly taskName: string;
  readonly done: boolean;
}

export class PlayTickets implements EpisodeListener {
  readonly #next: EpisodeListener | null;
  readonly #episodes = new Map<string, TicketedEpisode | null>();

  /** @param next who is told of every episode as well */
  constructor(next: EpisodeListener | null) {
    this.#next = next;
  }

  issue(): string {
    const ticket = randomUUID();
    this.#episodes.set(ticket, null);
    for (const oldest of this.#episodes.keys()) {
      if (this.#episodes.size <= MAX_TICKETS) break;
      this.#episodes.delete(oldest);
    }
    return ticket;
  }

  /** The last episode begun with a ticket; null before the first, undefined for a ticket that is unknown. */
  find(ticket: string): TicketedEpisode | null | undefined {
    return this.#episodes.get(ticket);
  }

  begun(start: EpisodeStart): EpisodeFollower {
    const next = this.#next?.begun(start) ?? NOBODY;
    const { ticket } = start.labels;
    if (ticket == null || !this.#episodes.has(ticket)) return next;
    const taskName = start.state.task_name ?? "";
    this.#episodes.set(ticket, { taskName, done: false });
    return {
      stepped: (action, result) => {
        if (result.done) this.#episodes.set(ticket, { taskName, done: true });
        next.stepped(action, result);
      },
      left: () => next.left(),
    };
  }
}

const NOBODY: EpisodeFollower = { stepped: () => undefined, left: () => undefined };
