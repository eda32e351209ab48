/** Tickets of the page's own episodes: they tell whose end may be followed by the repair. */
import { randomUUID } from "node:crypto";
import { outcomeOfLast } from "../../protocol/protocol.ts";
import type { EpisodeFollower, EpisodeListener, EpisodeStart } from "../../sessions/episode-listener.ts";

/** Older ones are forgotten; their players can still play on. */
const MAX_TICKETS = 1_000;

export interface TicketedEpisode {
  readonly taskName: string;
  readonly steps: number;
  readonly done: boolean;
  readonly solved: boolean;
}

interface Ticket {
  /** Who was given it. */
  readonly browser: string;
  /** The last episode begun with it; null before the first. */
  episode: TicketedEpisode | null;
}

export class PlayTickets implements EpisodeListener {
  readonly #next: EpisodeListener | null;
  readonly #tickets = new Map<string, Ticket>();

  /** @param next who is told of every episode as well */
  constructor(next: EpisodeListener | null) {
    this.#next = next;
  }

  issue(browser: string): string {
    const ticket = randomUUID();
    this.#tickets.set(ticket, { browser, episode: null });
    for (const oldest of this.#tickets.keys()) {
      if (this.#tickets.size <= MAX_TICKETS) break;
      this.#tickets.delete(oldest);
    }
    return ticket;
  }

  /** Undefined for a ticket that is unknown. */
  find(ticket: string): Readonly<Ticket> | undefined {
    return this.#tickets.get(ticket);
  }

  begun(start: EpisodeStart): EpisodeFollower {
    const next = this.#next?.begun(start) ?? NOBODY;
    const ticket = this.#tickets.get(start.labels.ticket ?? "");
    if (ticket === undefined) return next;
    const given = start.result.observation.code_dict;
    let episode: TicketedEpisode = { taskName: start.state.task_name ?? "", steps: 0, done: false, solved: false };
    ticket.episode = episode;
    return {
      stepped: (action, result) => {
        const solved = result.done && outcomeOfLast({ action, ...result }, given).solved;
        episode = { ...episode, steps: episode.steps + 1, done: result.done, solved };
        ticket.episode = episode;
        next.stepped(action, result);
      },
      left: () => next.left(),
    };
  }
}

const NOBODY: EpisodeFollower = { stepped: () => undefined, left: () => undefined };
