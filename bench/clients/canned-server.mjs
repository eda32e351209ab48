/** A WebSocket server that answers every message with the same text: what bare Node and `ws` can do. */
import { WebSocketServer } from "ws";

const { answer } = JSON.parse(process.argv[2]);
const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false }, () => {
  console.log(server.address().port);
});
server.on("connection", (socket) => socket.on("message", () => socket.send(answer)));
