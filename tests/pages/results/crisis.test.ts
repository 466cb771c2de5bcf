import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, get } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { findProgram } from "../../../src/programs/find.ts";
import type { Site } from "../../../src/site/site.ts";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

interface Rule {
  typed: string[];
  crisis?: string;
}

const rules = JSON.parse(readFileSync(new URL("../../../data/catalog/synonyms.json", import.meta.url), "utf8")) as Rule[];

/** Every list in every shape. */
const lists = ["/programs", "/programs.json", "/library", "/library.json", "/meetings", "/meetings.json", "/meetings.ics"];

/** Answers addresses of a site one after another over one connection: thousands of them would each cost a new one. */
async function listening(site: Site) {
  const server = openTestApp(site);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    ask: (path: string) =>
      new Promise<{ status: number; text: string }>((resolve, reject) => {
        get({ port, path, agent }, (res) => {
          let text = "";
          res.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
          res.on("end", () => resolve({ status: res.statusCode!, text }));
        }).on("error", reject);
      }),
    close() {
      agent.destroy();
      server.close();
    },
  };
}

/** What must be in an answer about this line: its number, else its address. */
function numberOf(site: Site, id: string): string {
  const { value } = findProgram(site.data.db, id)!.contacts[0]!;
  const digits = value.match(/^\+1(\d{3})(\d{3})(\d{4})$/)?.slice(1);
  return digits ? digits.join("-") : value;
}

async function failuresOf(site: Site, phrases: readonly Rule[]): Promise<string[]> {
  const served = await listening(site);
  const asked = phrases.flatMap(({ typed, crisis }) => typed.flatMap((q) => lists.map((list) => ({ q, list, crisis }))));
  const failures = await Promise.all(
    asked.map(async ({ q, list, crisis }) => {
      const { status, text } = await served.ask(`${list}?${new URLSearchParams({ q })}`);
      // Lines of a calendar are folded, and JSON writes a number as it is dialed.
      const said = text.replaceAll("\r\n ", "").replace(/\+1(\d{3})(\d{3})(\d{4})/g, "$1-$2-$3");
      const right = status === 200 && (crisis === undefined || said.includes(numberOf(site, crisis)));
      return right ? [] : [`${list}?q=${q}: ${status}`];
    }),
  );
  served.close();
  return failures.flat();
}

describe("words of danger", () => {
  const dangers = rules.filter(({ crisis }) => crisis !== undefined);

  it("bring their line on every list, in every shape", async () => {
    expect(dangers.flatMap(({ typed }) => typed).length).toBeGreaterThan(300);
    expect(await failuresOf(openSiteWithMeetings(), dangers)).toEqual([]);
  });

  it("bring it where no feed has been imported, and where nothing is found", async () => {
    expect(await failuresOf(openTestSite(), dangers)).toEqual([]);
    const served = await listening(openTestSite());
    const { text } = await served.ask("/library?q=i+want+to+die&kind=toolkit&topic=trends&exact=1");
    served.close();
    expect(text).toContain('href="tel:988"');
  });
});

describe("every other rule of the synonyms", () => {
  it("is answered on every list, in every shape", async () => {
    const first = rules.map(({ typed }) => ({ typed: typed.slice(0, 1) }));
    expect(await failuresOf(openSiteWithMeetings(), first)).toEqual([]);
  });
});
