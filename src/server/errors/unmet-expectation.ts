/** A request with an `Expect` other than `100-continue` is a 417, which Node would send without body and name. */
import type { FastifyInstance } from "fastify";
import type { ErrorBody } from "../../protocol/protocol.ts";
import { LOGGED_ID, logAnswer, REQUEST_ID_HEADER, requestIdOf } from "../request-id.ts";

const STATUS = 417;
const BODY: ErrorBody = {
  detail: "The server meets no expectation but 100-continue; leave the header Expect out",
  code: "VALIDATION_ERROR",
};

export function refuseExpectations(app: FastifyInstance): void {
  app.server.on("checkExpectation", (request, response) => {
    const id = requestIdOf(request);
    logAnswer(app.log, request.headers, { [LOGGED_ID]: id, method: request.method, route: null, status: STATUS });
    response.writeHead(STATUS, { "content-type": "application/json; charset=utf-8", [REQUEST_ID_HEADER]: id });
    response.end(JSON.stringify(BODY));
  });
}
