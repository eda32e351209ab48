/** Reads request bodies: into one buffer, however small the pieces are in which they come, and counted while they are here. */
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { TraceFixError } from "../../protocol/protocol.ts";
import type { ClientIdentity } from "../clients/client-identity.ts";
import type { AbandonedRequests } from "./abandoned-requests.ts";
import type { HeldBytes, IncomingBytes } from "./incoming-bytes.ts";

/** A piece costs time whatever is in it; honest clients send pieces of kilobytes. */
export const MAX_PIECES = 16_384;
const FIRST_BYTES = 1024;

export interface RequestBodiesOptions {
  readonly incoming: IncomingBytes;
  /** Those that go on though nobody waits for them any more. */
  readonly abandoned: AbandonedRequests;
  readonly identity: ClientIdentity;
  readonly maxBytes: number;
}

export class RequestBodies {
  readonly #options: RequestBodiesOptions;
  readonly #held = new WeakMap<IncomingMessage, HeldBytes>();
  /** Told once a request: a socket that is gone tells no address any more. */
  readonly #clients = new WeakMap<IncomingMessage, string>();

  constructor(options: RequestBodiesOptions) {
    this.#options = options;
  }

  /** To be called before the routes are added. What a request has brought counts until it is answered, or at its end. */
  watch(app: FastifyInstance): void {
    app.addHook("onRoute", (route) => {
      const { handler } = route;
      route.handler = (request, reply) => this.#followed(request, reply, handler.call(app, request, reply));
    });
    app.addHook("onRequest", ({ method, raw }, _reply, done) => {
      const client = this.#clientOf(raw);
      if (method === "POST") this.#options.abandoned.admit(client);
      done();
    });
    app.addHook("preParsing", (request, reply, _payload, done) => {
      const { headers } = request;
      if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return done();
      const held = this.#options.incoming.open(this.#clientOf(request.raw), () => request.raw.socket.destroy());
      this.#held.set(request.raw, held);
      reply.raw.once("close", () => held.close());
      done();
    });
  }

  #clientOf(raw: IncomingMessage): string {
    const client = this.#clients.get(raw) ?? this.#options.identity.of(raw);
    this.#clients.set(raw, client);
    return client;
  }

  /** Counts a request that is left behind until what it asked for is done. */
  #followed<Answer>({ raw }: FastifyRequest, reply: FastifyReply, answer: Answer): Answer {
    if (!(answer instanceof Promise)) return answer;
    const client = this.#clientOf(raw);
    const bytes = this.#held.get(raw)?.bytes ?? 0;
    let ended: (() => void) | null = null;
    const left = (): void => {
      ended = this.#options.abandoned.add(client, bytes);
    };
    reply.raw.once("close", left);
    const done = (): void => {
      reply.raw.off("close", left);
      ended?.();
    };
    answer.then(done, done);
    return answer;
  }

  /** For Fastify's parsers of content types, in the place of the ones that keep each piece by itself. */
  read({ raw, headers }: FastifyRequest, payload: Readable): Promise<Buffer> {
    const { maxBytes } = this.#options;
    const announced = headers["content-length"] === undefined ? null : Number(headers["content-length"]);
    if (announced !== null && announced > maxBytes) return Promise.reject(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
    const body = new GrowingBuffer(maxBytes);
    return new Promise((resolve, reject) => {
      let pieces = 0;
      const fail = (error: Error): void => {
        payload.off("data", onData);
        reject(error);
      };
      const onData = (piece: Buffer): void => {
        pieces += 1;
        if (body.length + piece.length > maxBytes) return fail(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
        if (pieces > MAX_PIECES) return fail(tooManyPieces());
        body.append(piece);
        this.#held.get(raw)?.set(body.room);
      };
      payload.on("data", onData);
      payload.once("error", fail);
      payload.once("end", () => {
        if (announced === null || announced === body.length) resolve(body.bytes);
        else reject(new errorCodes.FST_ERR_CTP_INVALID_CONTENT_LENGTH());
      });
    });
  }
}

/** Grows as bytes come, so that who only announces many costs nothing. */
class GrowingBuffer {
  readonly #maxBytes: number;
  #buffer = Buffer.alloc(0);
  length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Bytes that are kept ready. */
  get room(): number {
    return this.#buffer.length;
  }

  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.length);
  }

  append(piece: Buffer): void {
    const needed = this.length + piece.length;
    if (needed > this.#buffer.length) {
      const doubled = Math.max(needed, this.#buffer.length * 2, FIRST_BYTES);
      const grown = Buffer.allocUnsafe(Math.min(doubled, this.#maxBytes));
      this.bytes.copy(grown);
      this.#buffer = grown;
    }
    piece.copy(this.#buffer, this.length);
    this.length = needed;
  }
}

function tooManyPieces(): TraceFixError {
  const message = `Cannot read a body that comes in more than ${MAX_PIECES} pieces: send it in larger ones`;
  return new TraceFixError("VALIDATION_ERROR", message);
}
