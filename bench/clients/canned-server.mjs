/**
 * A WebSocket server that answers every message with the same text: what bare Node and `ws` can do. With `isOnePiece` its
 * answers take the way of ours, past `ws`. The one who started it may ask for the processor time that it has used.
 */
import { WebSocketServer } from "ws";
import { textFrame } from "../../dist/server/websocket/text-frame.js";

const { answer, isOnePiece = false } = JSON.parse(process.argv[2]);
const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false }, () => {
  console.log(server.address().port);
});
server.on("connection", (socket, { socket: stream }) => {
  socket.on("message", () => (isOnePiece ? stream.write(textFrame(answer)) : socket.send(answer)));
});
process.on("message", () => process.send(process.cpuUsage()));
