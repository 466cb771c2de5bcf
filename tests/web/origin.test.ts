import { createServer } from "node:http";
import express, { type ErrorRequestHandler } from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statusOf } from "../../src/web/errors.ts";
import { refuseOtherOrigins } from "../../src/web/origin.ts";
import { type Listening, listen } from "../support/listen.ts";

const say: ErrorRequestHandler = (error, _req, res, _next) => void res.sendStatus(statusOf(error));
const app = express();
app.use(refuseOtherOrigins);
app.use((_req, res) => void res.sendStatus(200));
app.use(say);

let server: Listening;
beforeAll(async () => {
  server = await listen(createServer(app));
});
afterAll(() => server.close());

const statusFor = async (headers: Record<string, string>, method = "POST") => (await server.ask("/", headers, method)).status;
const lan = { Host: "porch.lan:3000" };

describe("a form", () => {
  it.each([
    ["a browser that says so, on https or localhost", { "Sec-Fetch-Site": "same-origin" }],
    ["a browser that says so, whatever its Origin", { "Sec-Fetch-Site": "same-origin", Origin: "null" }],
    ["a page of a name on the local network, in plain HTTP", { ...lan, Origin: "http://porch.lan:3000" }],
    ["the same in other letters", { Host: "Porch.LAN:3000", Origin: "http://porch.lan:3000" }],
    ["an address on the local network", { Host: "192.168.1.7", Origin: "http://192.168.1.7" }],
    ["an IPv6 address", { Host: "[fd00::7]:3000", Origin: "http://[fd00::7]:3000" }],
    ["a host that names the port that goes without saying", { Host: "porch.lan:80", Origin: "http://porch.lan" }],
    ["behind TLS, where this server is asked for the same name", { Host: "porch.example", Origin: "https://porch.example" }],
    ["behind TLS, with its port", { Host: "porch.example:443", Origin: "https://porch.example" }],
  ])("is taken from %s", async (_who, headers) => {
    expect(await statusFor(headers)).toBe(200);
  });

  it.each([
    ["another site", { "Sec-Fetch-Site": "cross-site" }],
    ["another name of the same site", { "Sec-Fetch-Site": "same-site" }],
    ["no page at all", { "Sec-Fetch-Site": "none" }],
    ["another site that has the right Origin", { ...lan, "Sec-Fetch-Site": "cross-site", Origin: "http://porch.lan:3000" }],
    ["a browser that says nothing", {}],
    ["an Origin that is kept back", { ...lan, Origin: "null" }],
    ["another site, in plain HTTP", { ...lan, Origin: "http://evil.example" }],
    ["another port of this machine", { ...lan, Origin: "http://porch.lan:4000" }],
    ["a name that begins like this one", { ...lan, Origin: "http://porch.lan.evil.example:3000" }],
    ["a name that ends like this one", { ...lan, Origin: "http://notporch.lan:3000" }],
    ["a file", { ...lan, Origin: "file://porch.lan:3000" }],
    ["an extension", { ...lan, Origin: "chrome-extension://porch.lan:3000" }],
    ["an Origin that is none", { ...lan, Origin: "porch.lan:3000" }],
    ["two Origins", { ...lan, Origin: "http://porch.lan:3000, http://evil.example" }],
    ["an empty header", { "Sec-Fetch-Site": "", ...lan, Origin: "http://evil.example" }],
  ])("is refused from %s", async (_who, headers) => {
    expect(await statusFor(headers)).toBe(403);
  });
});

it.each(["PUT", "PATCH", "DELETE"])("%s is refused from elsewhere as POST is", async (method) => {
  expect(await statusFor({ "Sec-Fetch-Site": "cross-site" }, method)).toBe(403);
});

it.each(["GET", "HEAD", "OPTIONS"])("%s changes nothing, and anybody may lead to it", async (method) => {
  expect(await statusFor({ "Sec-Fetch-Site": "cross-site" }, method)).toBe(200);
});
