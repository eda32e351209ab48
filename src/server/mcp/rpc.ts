/** JSON-RPC's two answers, and what of ours becomes which error. */
import type { BaseLogger } from "pino";
import { RPC_ERRORS, type RpcErrorCode, type RpcId, type TraceFixError } from "../../protocol/protocol.ts";
import { publicError } from "../../sessions/failures.ts";

export type RpcAnswer =
  | { readonly jsonrpc: "2.0"; readonly id: RpcId; readonly result: unknown }
  | {
      readonly jsonrpc: "2.0";
      readonly id: RpcId;
      readonly error: { readonly code: RpcErrorCode; readonly message: string; readonly data: unknown };
    };

export interface McpAnswer {
  readonly body: RpcAnswer;
  /** The session that the request began, for the answer's header. */
  readonly sessionId?: string;
}

/** A request that JSON-RPC refuses. */
export class RpcError extends Error {
  readonly code: RpcErrorCode;
  readonly data: unknown;

  constructor(code: RpcErrorCode, message: string, data: unknown = null) {
    super(message);
    this.name = "RpcError";
    this.code = code;
    this.data = data;
  }
}

export function rpcResult(id: RpcId, result: unknown): RpcAnswer {
  return { jsonrpc: "2.0", id, result };
}

/** Whatever went wrong, as a client may see it. `data` is always there, as OpenEnv has it. */
export function rpcFailure(id: RpcId, error: unknown, log: Pick<BaseLogger, "warn" | "error">): RpcAnswer {
  const { code, message, data } = error instanceof RpcError ? error : translate(publicError(error, log));
  return { jsonrpc: "2.0", id, error: { code, message, data } };
}

/** Without one of these there is no session to be had. */
const NO_SESSION: ReadonlySet<string> = new Set(["CAPACITY_REACHED", "FACTORY_ERROR", "SESSION_ERROR"]);

function translate({ code, message, details }: TraceFixError): RpcError {
  if (code === "CAPACITY_REACHED") return new RpcError(RPC_ERRORS.SERVER_ERROR, message, details);
  const number = NO_SESSION.has(code) ? RPC_ERRORS.SERVER_ERROR : RPC_ERRORS.INTERNAL_ERROR;
  return new RpcError(number, message, { ...details, code });
}
