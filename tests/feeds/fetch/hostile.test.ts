import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/database/open.ts";
import { feedReports } from "../../../src/feeds/report.ts";
import { feedState } from "../../../src/feeds/state.ts";
import { updateFeed } from "../../../src/feeds/update.ts";
import { meetingIdsOf } from "../../../src/meetings/find.ts";
import { importOptions, someFeed } from "../../support/feeds.ts";
import { withCatalog } from "../../support/site.ts";

/**
 * A server that answers with whatever bytes a test gives it, good HTTP or not. Whatever it sends, what came of it is said in a
 * sentence, and the meetings that it sent while it was well are still there.
 */

let db: Database;
let server: Server;
let answer: (socket: Socket) => void;
const sockets = new Set<Socket>();

const good = JSON.stringify(
  ["monday", "tuesday", "friday"].map((slug, day) => ({ slug, name: `${slug} group`, day, time: "19:00", state: "MT" })),
);
const http = (body: string | Buffer, ...headers: string[]) =>
  Buffer.concat([Buffer.from([`HTTP/1.1 200 OK`, ...headers, "Connection: close", "", ""].join("\r\n")), Buffer.from(body)]);
const send = (bytes: string | Buffer) => (socket: Socket) => void socket.end(bytes);
const json = (value: unknown) => send(http(JSON.stringify(value)));
const redirect = (to: string) => send(`HTTP/1.1 302 Found\r\nLocation: ${to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);

beforeAll(async () => {
  db = withCatalog();
  server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined).on("close", () => sockets.delete(socket)));
    socket.once("data", () => answer(socket));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
  db.close();
});

/** Asks for the feed, within limits that a test has time for. */
function update(respond: (socket: Socket) => void, limits = {}) {
  answer = respond;
  const { port } = server.address() as AddressInfo;
  const feed = { ...someFeed, url: `http://127.0.0.1:${port}/feed`, file: null, contact: null, licence: null, on: true };
  const fetch = { allowPrivate: true, timeoutMs: 5000, maxBytes: 200_000, ...limits };
  return updateFeed(db, feed, { ...importOptions, userAgent: "Porchlight", backOff: false, fetch });
}

it("is waited for as long as its feed says", async () => {
  answer = () => undefined;
  const { port } = server.address() as AddressInfo;
  const feed = { ...someFeed, url: `http://127.0.0.1:${port}/feed`, file: null, timeout: 0.05 };
  const updated = await updateFeed(db, feed, { ...importOptions, userAgent: "Porchlight", backOff: false, fetch: { allowPrivate: true } });
  expect(updated).toMatchObject({ reason: expect.stringContaining("within 0.05 seconds") });
});

const endless = (piece: string) => (socket: Socket) => {
  socket.write(http(""));
  const write = () => {
    while (socket.writable && socket.write(piece));
  };
  socket.on("drain", write);
  write();
};

const silent = { timeoutMs: 100 };

describe("a hostile server", () => {
  it.each<[string, (socket: Socket) => void, RegExp, object?]>([
    // What is no answer.
    ["says nothing", () => undefined, /did not send its feed within 0\.1 seconds\./, silent],
    ["hangs up", (socket) => socket.destroy(), /broke the connection off\.$/],
    ["says goodbye at once", (socket) => socket.end(), /broke the connection off\.$/],
    ["stops within its headers", (socket) => void socket.write("HTTP/1.1 200 OK\r\nContent-"), /did not send its feed/, silent],
    ["sends headers without end", (socket) => void socket.write(`HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}`), /could not be reached/],
    ["speaks another protocol", send("220 mail.example.org ready\r\n"), /could not be reached/],
    ["sends bytes", send(Buffer.alloc(4096, 0xff)), /could not be reached/],
    ["has a status of its own", send("HTTP/1.1 999 Request denied\r\nContent-Length: 0\r\n\r\n"), /answers 999\.$/],
    ["says it has not changed", send("HTTP/1.1 304 Not Modified\r\n\r\n"), /answers 304 Not Modified\.$/],
    ["goes on and on before it answers", endlessly100, /did not send its feed/, silent],
    // What is no end.
    ["never ends", endless("[{},".repeat(1000)), /larger than 0\.19 MB/],
    ["never ends, and sends nothing", (socket) => void socket.write(http("[")), /did not send its feed/, silent],
    ["stops within a sheet", (socket) => void socket.write(http("name,day,time\nNoon,Monday,12:00\n")), /did not send its feed/, silent],
    ["announces too much", send(http("[]", "Content-Length: 99999999999")), /larger than/],
    ["sends less than it announces", send(http("[{", "Content-Length: 1000")), /broke the connection off\.$/],
    ["sends more than it announces", send(http(good, "Content-Length: 10")), /not valid JSON/],
    ["has two lengths", send(http(good, "Content-Length: 2", "Content-Length: 4")), /could not be reached/],
    ["has a length that is none", send(http(good, "Content-Length: many")), /could not be reached/],
    ["has a negative length", send(http(good, "Content-Length: -1")), /could not be reached/],
    ["breaks off in chunks", send(http('5\r\n[{"na', "Transfer-Encoding: chunked")), /broke the connection off\.$/],
    [
      "has chunks of a wrong size",
      send(http("zz\r\n[{}]\r\n0\r\n\r\n", "Transfer-Encoding: chunked")),
      /broke the connection off|could not be reached/,
    ],
    // What is packed.
    ["sends a bomb of gzip", send(http(gzipSync(Buffer.alloc(5_000_000, "[],")), "Content-Encoding: gzip")), /larger than/],
    ["sends half of its gzip", send(http(gzipSync(good).subarray(0, 60), "Content-Encoding: gzip")), /packed data that is damaged/],
    ["calls plain text gzip", send(http(good, "Content-Encoding: gzip")), /packed data that is damaged/],
    ["packs twice", send(http(gzipSync(gzipSync(good)), "Content-Encoding: gzip, gzip")), /packed as “gzip, gzip”/],
    ["packs in a way nobody knows", send(http(good, "Content-Encoding: \u001b[2J")), /could not be reached|packed as/],
    // Where it leads.
    ["leads in a circle", redirect("/feed"), /redirects more than 5 times; it may lead in a circle/],
    ["leads to a file", redirect("file:///etc/passwd"), /not by “file:”/],
    ["leads into the operator's network", redirect("http://192.168.1.1/"), /leads into a private network/],
    ["leads nowhere", redirect(""), /answers 302 Found|redirects more than 5 times/],
    // What is no feed.
    ["is empty", send(http("")), /empty/],
    ["sends only a byte order mark", send(http("\uFEFF")), /empty/],
    ["sends zeros", send(http(Buffer.alloc(1000))), /not valid JSON/],
    ["sends a picture", send(http(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "Content-Type: image/png")), /not valid JSON/],
    ["sends a page", send(http("<html><title>Parked \u001b[2J</title>", "Content-Type: application/json")), /a web page \(“Parked/],
    ["sends a guard against robots", send(http("<html><title>Just a moment...</title>")), /a bot challenge \(Cloudflare\)/],
    ["sends XML", send(http('<?xml version="1.0"?><a/>')), /holds XML/],
    ["sends an error", json({ error: { message: "Over quota\u0007" } }), /answers with an error/],
    ["sends a number", json(7), /holds no list of meetings/],
    ["sends null", json(null), /holds no list of meetings/],
    ["sends half a feed", send(http(good.slice(0, 120))), /not valid JSON/],
    ["sends brackets alone", send(http("[".repeat(100_000))), /not valid JSON/],
    ["sends an empty list", json([]), /list is empty/],
    ["sends junk", json(Array(10_000).fill(0)), /None of the feed's 10000 records is a meeting/],
    ["sends somebody else's meetings", json([{ slug: "other", name: "Other", day: 1, time: "12:00" }]), /would remove 3 of/],
    ["sends one meeting a thousand times", json(Array(1000).fill({ name: "Other", slug: "x" })), /would remove 3 of/],
  ])("that %s costs nothing but a sentence", async (_, respond, sentence, limits) => {
    expect(await update(send(http(good)))).toMatchObject({ kind: "imported" });
    const reports = feedReports(db, someFeed.id).length;
    const updated = await update(respond, limits);
    expect(updated).toEqual({ kind: "failed", reason: expect.stringMatching(sentence) });
    expect(feedState(db, someFeed.id)).toMatchObject({ failures: 1, problem: updated.kind === "failed" && updated.reason });
    expect(meetingIdsOf(db, someFeed.id)).toHaveLength(3);
    expect(feedReports(db, someFeed.id)).toHaveLength(reports);
  });

  it.each<[string, (socket: Socket) => void, number]>([
    ["junk", json([...JSON.parse(good), ...Array(10_000).fill("junk")]), 10_000],
    ["depth", send(http(`${good.slice(0, -1)},${"[".repeat(50_000)}${"]".repeat(50_000)}]`)), 1],
    ["a value as deep", send(http(`${good.slice(0, -1)},{"slug":1,"day":${"[".repeat(50_000)}${"]".repeat(50_000)}}]`)), 1],
    ["repeated keys", send(http(`${good.slice(0, -1)},{${'"a":1,'.repeat(5000)}"__proto__":{"name":"x"}}]`)), 1],
  ])("may send %s among its records: the others are kept", async (_, respond, refused) => {
    await update(send(http(good)));
    expect(await update(respond)).toMatchObject({ kind: "imported", report: { unchanged: 3, removed: 0, refusedCount: refused } });
    expect(feedState(db, someFeed.id)).toMatchObject({ failures: 0, problem: null });
  });

  it("is counted as failed before it is asked, so that what ends the process is kept away from", async () => {
    await update(send(http(good)));
    let asked: unknown;
    await update((socket) => {
      asked = feedState(db, someFeed.id);
      socket.end(http(good));
    });
    expect(asked).toMatchObject({ failures: 1, problem: "The process that read it has not come to its end." });
    expect(feedState(db, someFeed.id)).toMatchObject({ failures: 0, problem: null });
  });
});

function endlessly100(socket: Socket): void {
  const write = () => {
    if (socket.writable) socket.write("HTTP/1.1 100 Continue\r\n\r\n", () => setImmediate(write));
  };
  write();
}
