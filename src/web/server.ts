import { createServer, IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Express } from "express";
import type { KeptPages } from "./kept.ts";

/** The longest request line and headers taken, in bytes: a search of ten thousand letters with accents fits. */
const mostHeaderBytes = 128 * 1024;

/** An HTTP server for the app, with limits on time and size. What is kept is answered before the app is asked. */
export function serve(app: Express, kept: Pick<KeptPages, "answer">): Server {
  const server = createServer(
    {
      ...bornWith(app),
      maxHeaderSize: mostHeaderBytes,
      headersTimeout: 20_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
    },
    (req, res) => kept.answer(req, res) || app(req, res),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    const [status, sentence] =
      error.code === "HPE_HEADER_OVERFLOW"
        ? ["431 Request Header Fields Too Large", "That address is too long."]
        : ["400 Bad Request", "We could not read that request."];
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${sentence}\n`);
  });
  return server;
}

/**
 * Express gives each request and response its own prototype by Object.setPrototypeOf, which makes Node 20 throw away what it
 * learned about their shape and costs four fifths of the speed. Born of these classes they have that prototype already. They must
 * be real subclasses: only for those does V8 know beforehand how large their objects get.
 */
function bornWith(app: Express) {
  class Request extends IncomingMessage {}
  class Response extends ServerResponse {}
  app.request = Object.setPrototypeOf(Request.prototype, app.request);
  app.response = Object.setPrototypeOf(Response.prototype, app.response);
  return { IncomingMessage: Request, ServerResponse: Response };
}

/** Takes no new requests, lets those under way finish, and resolves when the last one has. */
export function closeGracefully(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    // A connection that is answered from here on would otherwise be kept alive, and the server with it.
    server.prependListener("request", (_req, res: ServerResponse) => {
      res.shouldKeepAlive = false;
    });
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}
