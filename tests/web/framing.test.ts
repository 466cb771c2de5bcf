import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSmallServer, type SmallServer } from "../support/small-server.ts";
import { plainGet, statusesIn, talk } from "../support/talk.ts";

let small: SmallServer;
beforeAll(async () => {
  small = await openSmallServer();
});
afterAll(() => small.close());

const host = "Host: localhost\r\n";

describe("a request whose form is wrong", () => {
  it.each<[string, string, number]>([
    ["two hosts", `GET /kept HTTP/1.1\r\n${host}Host: other\r\n\r\n`, 400],
    ["the same host twice", `GET /a HTTP/1.1\r\n${host}${host}\r\n`, 400],
    ["no host", "GET /a HTTP/1.1\r\n\r\n", 400],
    ["a host that is none", "GET /a HTTP/1.1\r\nHost: a b/c\r\n\r\n", 400],
    ["a transfer coding that does not end", `GET /a HTTP/1.1\r\n${host}Transfer-Encoding: chunky\r\n\r\n`, 400],
    ["a coding in HTTP/1.0", `GET /a HTTP/1.0\r\n${host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ["a coding that nobody knows", `GET /a HTTP/1.1\r\n${host}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`, 501],
    ["both lengths", `POST /a HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ["two lengths", `POST /a HTTP/1.1\r\n${host}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`, 400],
    ["a negative length", `POST /a HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, 400],
    ["a folded line", `GET /a HTTP/1.1\r\n${host}X-A: b\r\n c\r\n\r\n`, 400],
    ["a space before the colon", "GET /a HTTP/1.1\r\nHost : a\r\n\r\n", 400],
    ["bare line feeds", "GET /a HTTP/1.1\nHost: a\n\n", 400],
    ["a bare carriage return", "GET /a HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", 400],
    ["a NUL", `GET /a HTTP/1.1\r\n${host}X: a\0b\r\n\r\n`, 400],
    ["a fragment", plainGet("/a#b"), 400],
    ["no path", plainGet("a"), 400],
    ["another scheme", plainGet("ftp://localhost/a"), 400],
    ["GET of *", plainGet("*"), 400],
    ["a method that nobody knows", `FOO /a HTTP/1.1\r\n${host}\r\n`, 400],
    ["HTTP/0.9", "GET /a\r\n\r\n", 505],
    ["HTTP/2.0", `GET /a HTTP/2.0\r\n${host}\r\n`, 505],
    ["an expectation", `GET /a HTTP/1.1\r\n${host}Expect: magic\r\n\r\n`, 417],
    ["a tunnel", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n", 405],
    ["33,000 letters", plainGet(`/${"x".repeat(33_000)}`), 431],
  ])("%s is refused once, with the security headers, and the line closed", async (_what, bytes, status) => {
    const before = small.asked.length;
    const heard = await talk(small.port, bytes).ended;
    expect(statusesIn(heard)).toEqual([status]);
    expect(heard).toMatch(/\r\ncontent-security-policy: default-src 'none'/i);
    expect(heard).toMatch(/\r\nx-frame-options: DENY\r\n/i);
    expect(heard).toMatch(/\r\npermissions-policy: .*geolocation=\(\)/i);
    expect(heard).toMatch(/\r\ncache-control: no-store\r\n/i);
    expect(heard).toMatch(/\r\nconnection: close\r\n/i);
    expect(small.asked.length).toBe(before);
  });

  it("behind one that is right costs that one nothing", async () => {
    const heard = await talk(small.port, `${plainGet("/a")}${plainGet("/b")}GARBAGE\r\n\r\nGARBAGE\r\n\r\n`).ended;
    expect(statusesIn(heard)).toEqual([200, 200, 400]);
    expect(heard.indexOf("\r\n\r\n/b")).toBeGreaterThan(heard.indexOf("\r\n\r\n/a"));
  });

  it("in a body whose request is answered gets no second answer, which would pass for that to the next request", async () => {
    const heard = await talk(small.port, `POST /a HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\n`).ended;
    expect(statusesIn(heard)).toEqual([200]);
  });
});

describe("a request whose form is right though rare", () => {
  it.each([
    ["the absolute form", plainGet("http://localhost/a")],
    ["an empty host", "GET /a HTTP/1.1\r\nHost:\r\n\r\n"],
    ["a host with a port", "GET /a HTTP/1.1\r\nHost: [::1]:3000\r\n\r\n"],
    ["a body with GET", `GET /a HTTP/1.1\r\n${host}Content-Length: 1\r\n\r\na`],
    ["31,000 letters", plainGet(`/${"x".repeat(31_000)}`)],
    ["an upgrade that is not on offer", `GET /a HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`],
  ])("%s is answered", async (_what, bytes) => {
    const { until, socket } = talk(small.port, bytes);
    await until(/^HTTP\/1\.1 200 OK\r\n/);
    socket.destroy();
  });

  it("HTTP/1.0 needs no host", async () => {
    expect(statusesIn(await talk(small.port, "GET /a HTTP/1.0\r\n\r\n").ended)).toEqual([200]);
  });

  it("OPTIONS * says what the server can do", async () => {
    const { until, heard, socket } = talk(small.port, `OPTIONS * HTTP/1.1\r\n${host}\r\n`);
    await until(/\r\n\r\n/);
    expect(heard()).toMatch(/^HTTP\/1\.1 204 No Content\r\n/);
    expect(heard()).toContain("\r\nAllow: GET, HEAD, OPTIONS\r\n");
    expect(heard()).toMatch(/\r\ncontent-security-policy: /i);
    socket.destroy();
  });
});
