import { createServer, IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Express } from "express";
import { closeGracefully } from "./close-gracefully.ts";
import { type Connections, type Exchange, trackConnections } from "./connections.ts";
import { faultIn } from "./framing.ts";
import type { PageCache } from "./page-cache.ts";
import { type HttpRefusal, refusals, refuse, refuseRaw } from "./refuse.ts";
import { securityHeaders } from "./security-headers.ts";
import { sourceOfRequest } from "./source-limits.ts";
import { openWorkQueue, type WorkLimits, type WorkQueue } from "./work-queue.ts";

/** Limits on what one client may take from all others. Times are in milliseconds. */
export interface ServerLimits extends WorkLimits {
  /** Maximum size of the request line and headers, in bytes. */
  maxHeaderBytes: number;
  maxConnections: number;
  /** Time limits for receiving the headers of a request, and all of it. */
  headersTimeout: number;
  requestTimeout: number;
  /** Interval between checks of those two. */
  timeoutInterval: number;
  /** Time that a connection may make no progress, in either direction. Node doubles it where bytes wait to be sent. */
  idleTimeout: number;
  /** Time that a connection may stay open between requests. */
  keepAliveTimeout: number;
  /** Time that stopping waits for responses in progress. */
  closeTimeout: number;
}

export const serverLimits: ServerLimits = {
  maxHeaderBytes: 32 * 1024,
  maxConnections: 1000,
  headersTimeout: 20_000,
  requestTimeout: 30_000,
  timeoutInterval: 5000,
  idleTimeout: 30_000,
  keepAliveTimeout: 65_000,
  closeTimeout: 5000,
  maxWaiting: 300,
  maxWaitingEach: 20,
};

export interface WebServer extends Server {
  /**
   * Handles the requests received so far and refuses the rest with 503; resolves when every connection is closed, soon after `closeTimeout`
   * at the latest.
   */
  closeGracefully(): Promise<void>;
}

interface State {
  app: Express;
  cache: Pick<PageCache, "answer">;
  connections: Connections;
  queue: WorkQueue;
  /** While the server closes, the connections that still get responses; else null. */
  lastServed: ReadonlySet<Socket> | null;
}

/** Creates an HTTP server for the app, with limits on time, size and number. Cached pages are served without calling the app. */
export function serve(app: Express, cache: Pick<PageCache, "answer">, limits: ServerLimits = serverLimits): WebServer {
  const server = createServer({
    ...withExpressPrototypes(app),
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    connectionsCheckingInterval: limits.timeoutInterval,
    keepAliveTimeout: limits.keepAliveTimeout,
    // Node would refuse a request without a host, but without the security headers.
    requireHostHeader: false,
    // Makes two Host lines distinguishable from one.
    joinDuplicateHeaders: true,
  });
  server.timeout = limits.idleTimeout;
  const connections = trackConnections(server, limits.maxConnections);
  const state: State = { app, cache, connections, queue: openWorkQueue(limits), lastServed: null };
  server.on("connection", () => state.queue.letIn());
  server.on("request", (req, res) => answer(state, req, res));
  server.on("checkExpectation", (_req, res) => refuse(res, refusals.expectation));
  server.on("connect", (_req, socket) => refuseRaw(socket, refusals.tunnel));
  server.on("clientError", refuseUnreadable(connections));
  return Object.assign(server, { closeGracefully: () => close(state, server, limits) });
}

function answer(state: State, req: IncomingMessage, res: ServerResponse): void {
  const fault = faultIn(req);
  if (fault !== null) refuseFaulty(state, { req, res }, fault);
  else if (state.lastServed?.has(req.socket) === false) refuse(res, refusals.closing);
  else if (req.url === "*") res.writeHead(204, Object.entries({ ...securityHeaders, Allow: "GET, HEAD, OPTIONS" }).flat()).end();
  else if (hasBody(req) || !state.cache.answer(req, res)) askApp(state, { req, res });
}

/** Recorded as the connection's last exchange, because a request with a malformed head may have a malformed body too. */
function refuseFaulty({ connections }: State, exchange: Exchange, fault: HttpRefusal): void {
  connections.lastOn.set(exchange.req.socket, exchange);
  refuse(exchange.res, fault);
}

/** Has the app respond when it is the connection's turn. */
function askApp(state: State, exchange: Exchange): void {
  const { req, res } = exchange;
  const { lastOn } = state.connections;
  // An earlier response closes the connection, so this one would never be sent.
  if (lastOn.get(req.socket)?.res.shouldKeepAlive === false) return;
  lastOn.set(req.socket, exchange);
  state.queue.add(sourceOfRequest(req), req.socket, {
    run() {
      // The client has disconnected meanwhile.
      if (req.socket.destroyed) return;
      // While the server closes, the last response says that no other follows.
      if (state.lastServed !== null && lastOn.get(req.socket) === exchange) res.shouldKeepAlive = false;
      state.app(req, res);
    },
    refuse: () => refuse(res, state.lastServed === null ? refusals.busy : refusals.closing),
  });
}

async function close(state: State, server: Server, { closeTimeout }: ServerLimits): Promise<void> {
  await closeGracefully(server, state.connections, closeTimeout, {
    refuseNewcomers(lastServed) {
      state.lastServed = lastServed;
    },
    refuseWaiting: () => state.queue.refuseAll(),
  });
}

/** Whether a request has a body. Such requests go to the app: only it reads bodies. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
}

/** Refusals for specific errors that Node reports for an unreadable request; all others are just unreadable. */
const refusalsByCode = new Map<string, HttpRefusal>([
  ["HPE_HEADER_OVERFLOW", refusals.long],
  ["ERR_HTTP_REQUEST_TIMEOUT", refusals.slow],
]);

/** Responds to what could not be parsed as a request, once for each connection: Node also reports every packet that follows. */
function refuseUnreadable({ lastOn }: Connections): (error: NodeJS.ErrnoException, socket: Duplex) => void {
  const refused = new WeakSet<Duplex>();
  return (error, socket) => {
    if (refused.has(socket)) return;
    refused.add(socket);
    const refusal = refusalsByCode.get(error.code ?? "") ?? refusals.unreadable;
    const last = lastOn.get(socket);
    // The unreadable bytes are the rest of a body whose request already has its response: a second response would be taken for that of the
    // next request.
    const isAnswered = last !== undefined && !last.req.complete && last.res.headersSent;
    const letGo = () => (isAnswered || error.code === "ECONNRESET" ? socket.destroy() : refuseRaw(socket, refusal));
    // Earlier requests on this connection get their responses first.
    if (last !== undefined && !last.res.writableFinished && (isAnswered || last.req.complete)) last.res.once("close", letGo);
    else letGo();
  };
}

/**
 * Express gives each request and response its own prototype with Object.setPrototypeOf, which made Node 20 discard what it had learned
 * about their shape and cost four fifths of the speed. Objects of these classes have that prototype from the start. They must be real
 * subclasses: only for those does V8 know beforehand how large their objects get.
 */
function withExpressPrototypes(app: Express) {
  class Request extends IncomingMessage {}
  class Response extends ServerResponse {}
  app.request = Object.setPrototypeOf(Request.prototype, app.request);
  app.response = Object.setPrototypeOf(Response.prototype, app.response);
  return { IncomingMessage: Request, ServerResponse: Response };
}
