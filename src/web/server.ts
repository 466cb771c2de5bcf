import { createServer, IncomingMessage, type Server, ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Express } from "express";
import type { PageCache } from "./page-cache.ts";
import { securityHeaders } from "./security-headers.ts";

/** The longest request line and headers taken, in bytes: a search of ten thousand letters with accents fits. */
const maxHeaderBytes = 128 * 1024;

/** An HTTP server for the app, with limits on time and size. Pages that are kept are answered before the app is asked. */
export function serve(app: Express, cache: Pick<PageCache, "answer">): Server {
  const server = createServer(
    {
      ...withExpressPrototypes(app),
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: 20_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
    },
    (req, res) => cache.answer(req, res) || app(req, res),
  );
  server.on("clientError", refuseUnreadable);
  return server;
}

/** What Node reports of a request that never became one: the status it answers with, and why. */
const refusals = new Map<string, readonly [number, string]>([
  ["HPE_HEADER_OVERFLOW", [431, "That address is too long."]],
  ["ERR_HTTP_REQUEST_TIMEOUT", [408, "The request took too long to arrive."]],
]);

/** Answers what could not be read as a request. There is no response object yet, so it is written by hand, and the line is closed. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, sentence] = refusals.get(error.code ?? "") ?? [400, "We could not read that request."];
  const body = `${sentence}\n`;
  const headers = Object.entries({
    ...securityHeaders,
    "Cache-Control": "no-store",
    Connection: "close",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join("")}\r\n${body}`);
}

/**
 * Express gives each request and response its own prototype by Object.setPrototypeOf, which makes Node 20 throw away what it
 * learned about their shape and costs four fifths of the speed. Objects of these classes have that prototype from the start. They
 * must be real subclasses: only for those does V8 know beforehand how large their objects get.
 */
function withExpressPrototypes(app: Express) {
  class Request extends IncomingMessage {}
  class Response extends ServerResponse {}
  app.request = Object.setPrototypeOf(Request.prototype, app.request);
  app.response = Object.setPrototypeOf(Response.prototype, app.response);
  return { IncomingMessage: Request, ServerResponse: Response };
}

/** Takes no new requests, lets those under way finish, and resolves when the last one has. */
export function closeGracefully(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    // Without this a connection that is answered from here on would be kept alive, and the server with it.
    server.prependListener("request", (_req, res: ServerResponse) => {
      res.shouldKeepAlive = false;
    });
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}
