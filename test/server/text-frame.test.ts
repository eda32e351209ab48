/** Frames that we write ourselves, read by a WebSocket library. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { textFrame } from "../../src/server/websocket/text-frame.ts";

/** Lengths in bytes at which the header changes its shape, and characters of one to four bytes. */
const texts = fc.oneof(
  fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
  fc
    .tuple(
      fc.constantFrom("a", "é", "€", "😀"),
      fc.constantFrom(0, 1, 124, 125, 126, 127, 65_534, 65_535, 65_536, 70_000),
    )
    .map(([character, bytes]) => character.repeat(Math.floor(bytes / Buffer.byteLength(character)))),
);

test("a frame carries its text, whatever its length and its characters", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  const upgrader = new WebSocketServer({ noServer: true });
  const received: string[] = [];
  try {
    const sent = fc.sample(texts, 200);
    server.on("upgrade", (request, stream, head) =>
      upgrader.handleUpgrade(request, stream, head, (socket) => {
        for (const text of sent) stream.write(textFrame(text));
        // The library's own goodbye comes after what was written past it.
        socket.close(1000);
      }),
    );
    await new Promise((resolve) => server.once("listening", resolve));
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    client.on("message", (data, isBinary) => received.push(isBinary ? "binary" : String(data)));
    const code = await new Promise((resolve, reject) => {
      client.once("close", resolve);
      client.once("error", reject);
    });
    expect(code).toBe(1000);
    expect(received).toEqual(sent);
  } finally {
    upgrader.close();
    server.close();
  }
});
