import { createServer } from "node:http";

/** What everything is measured against: node:http answering the same few letters each time. */
const body = Buffer.from("Hello, neighbor");
const headers = { "Content-Type": "text/plain; charset=utf-8", "Content-Length": body.length };

const server = createServer((_req, res) => {
  res.writeHead(200, headers);
  res.end(body);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`));
