/** Tickets of the page's own episodes: they tell whose end may be followed by the repair. */
import { randomUUID } from "node:crypto";
import { BoundedMap } from "../../ground/bounded-map.ts";
import { outcomeOfLast, type Split } from "../../protocol/protocol.ts";
import type { EpisodeFollower, EpisodeListener, StartedEpisode } from "../../sessions/episode-listener.ts";
import { allButATenth } from "../../sessions/shares.ts";

/** Those shown longest ago are forgotten; their players can still play on. */
const MAX_TICKETS = 1_000;
/** Nobody makes the server forget all that others hold. */
const MAX_OF_ONE_CLIENT = allButATenth(MAX_TICKETS);

export interface TicketedEpisode {
  readonly taskName: string;
  /** Null where it is not known. */
  readonly split: Split | null;
  readonly steps: number;
  readonly done: boolean;
  readonly solved: boolean;
}

interface Ticket {
  /** Who was given it. */
  readonly browser: string;
  /** Names the client that the browser counts for. */
  readonly client: string;
  /** The last episode begun with it; null before the first. */
  episode: TicketedEpisode | null;
}

export class PlayTickets implements EpisodeListener {
  readonly #next: EpisodeListener | null;
  readonly #tickets = new BoundedMap<string, Ticket>({ max: MAX_TICKETS });

  /** @param next who is told of every episode as well */
  constructor(next: EpisodeListener | null) {
    this.#next = next;
  }

  issue({ browser, client }: Pick<Ticket, "browser" | "client">): string {
    const own = [...this.#tickets.rkeys()].filter((each) => this.#tickets.peek(each)?.client === client);
    const [oldest] = own;
    if (own.length >= MAX_OF_ONE_CLIENT && oldest !== undefined) this.#tickets.delete(oldest);
    const ticket = randomUUID();
    this.#tickets.set(ticket, { browser, client, episode: null });
    return ticket;
  }

  /** Undefined for a ticket that is unknown. */
  find(ticket: string): Readonly<Ticket> | undefined {
    return this.#tickets.get(ticket);
  }

  begun(start: StartedEpisode): EpisodeFollower {
    const next = this.#next?.begun(start) ?? NOBODY;
    const ticket = this.#tickets.get(start.labels.ticket ?? "");
    if (ticket === undefined) return next;
    const given = start.result.observation.code_dict;
    const { state, task } = start;
    const begun = { taskName: state.task_name ?? "", split: task?.split ?? null };
    let episode: TicketedEpisode = { ...begun, steps: 0, done: false, solved: false };
    ticket.episode = episode;
    return {
      stepped: (action, result, form) => {
        const solved = result.done && outcomeOfLast(result, given)?.solved === true;
        episode = { ...episode, steps: episode.steps + 1, done: result.done, solved };
        ticket.episode = episode;
        next.stepped(action, result, form);
      },
      left: () => next.left(),
    };
  }
}

const NOBODY: EpisodeFollower = { stepped: () => undefined, left: () => undefined };
