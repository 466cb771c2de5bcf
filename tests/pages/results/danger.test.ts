// cspell:ignore wanna quiere morir violaron breathin narcan hijo respira demasiadas ovedosed unresponsiv nodding heroin fentanyl withdrawl murió sobredosis klonopin xanax benzos tomó pastillas dont
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, get } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findProgram } from "../../../src/programs/find.ts";
import { parseFilter } from "../../../src/search/filter.ts";
import { interpret } from "../../../src/search/words/interpret.ts";
import type { Site } from "../../../src/site/site.ts";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

interface Rule {
  typed: string[];
  danger?: string;
}

interface Sayings {
  parts: Record<string, string[]>;
  phrases: { danger: string | null; said: string[] }[];
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const rules = readJson("../../../data/catalog/synonyms.json") as Rule[];
const sayings = readJson("../../../data/catalog/danger-phrases.json") as Sayings;
/** By danger, and "none": what people type at night. */
const typedWords = readJson("danger-words.json") as Record<string, string[]>;
const dangerous = rules.filter(({ danger }) => danger !== undefined);
const phrases = dangerous.flatMap(({ typed, danger }) => typed.map((q) => ({ q, danger: danger! })));

/** Every list in every shape. */
const lists = ["/programs", "/programs.json", "/library", "/library.json", "/meetings", "/meetings.json", "/meetings.ics"];

/** Answers addresses of a site one after another over one connection: hundreds of them would each cost a new one. */
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

type Served = Awaited<ReturnType<typeof listening>>;

const site = openSiteWithMeetings();
let served: Served;
let empty: Served;

beforeAll(async () => {
  served = await listening(site);
  empty = await listening(openTestSite());
});

afterAll(() => {
  served.close();
  empty.close();
});

/** What a danger is to say, in the order in which it must be read. */
function saidOf(id: string): string[] {
  const { notice, call911, lines } = site.data.dangers.find((danger) => danger.id === id)!;
  const programs = lines.flatMap((line) => line.programs).map((program) => findProgram(site.data.db, program)!);
  return [notice.en, ...(call911 ? ["911"] : []), ...programs.map(({ name }) => name)];
}

/** Of what must be in an answer, what is not there after the one before. */
function missingFrom(text: string, said: readonly string[]): string | undefined {
  let at = 0;
  return said.find((words) => {
    at = text.indexOf(words, at);
    return at < 0;
  });
}

async function failuresOf({ ask }: Served, asked: readonly { q: string; danger?: string; list: string }[]): Promise<string[]> {
  const failures = asked.map(async ({ q, list, danger }) => {
    const { status, text } = await ask(`${list}?${new URLSearchParams({ q })}`);
    // Lines of a calendar are folded and commas in it escaped; the bar above every page names 911 too.
    const said = text.replaceAll("\r\n ", "").replaceAll("\\,", ",").replaceAll("&amp;", "&");
    const missing = danger === undefined ? undefined : missingFrom(said.slice(Math.max(0, said.indexOf("<main"))), saidOf(danger));
    return status === 200 && missing === undefined ? [] : [`${list}?q=${q}: ${status}, without ${missing}`];
  });
  return (await Promise.all(failures)).flat();
}

/** The first address that somebody can follow in the page. */
const firstLink = (text: string) => text.slice(text.indexOf("<main")).match(/href="([^"]+)"/)?.[1];

describe("words of danger", () => {
  it("are understood on every list, whatever it holds, also where the words are taken exactly", () => {
    const { programs, documents, meetings } = site.data;
    expect(phrases.length).toBeGreaterThan(1000);
    for (const list of [programs, documents, meetings]) {
      for (const exact of ["", "1"]) {
        const deaf = phrases.filter(
          ({ q, danger }) => !interpret(list, parseFilter(list, { q, exact })).understood?.dangers.includes(danger),
        );
        expect(deaf).toEqual([]);
      }
    }
  });

  it("say what to do and whom to call: each phrase in one shape, one of each rule in all", async () => {
    const inOne = phrases.map((phrase, at) => ({ ...phrase, list: lists[at % lists.length]! }));
    const inAll = dangerous.flatMap(({ typed: [q], danger }) => lists.map((list) => ({ q: q!, danger: danger!, list })));
    expect(await failuresOf(served, [...inOne, ...inAll])).toEqual([]);
    expect(await failuresOf(empty, inAll)).toEqual([]);
  });

  it("put 911 or 988 before every other link, the most urgent first", async () => {
    for (const { typed } of dangerous) {
      for (const list of ["/programs", "/library", "/meetings"]) {
        const { text } = await served.ask(`${list}?${new URLSearchParams({ q: typed[0]! })}`);
        expect(firstLink(text), `${list}?q=${typed[0]}`).toMatch(/^tel:(911|988)$/);
      }
    }
    const { text } = await served.ask("/programs?q=i+want+to+die+and+took+too+many+pills");
    expect(firstLink(text)).toBe("tel:911");
    expect(missingFrom(text.replaceAll("&amp;", "&"), [...saidOf("overdose"), ...saidOf("suicide")])).toBeUndefined();
  });

  it("bring it where nothing is found", async () => {
    const { text } = await empty.ask("/library?q=i+want+to+die&kind=toolkit&topic=trends&exact=1");
    expect(firstLink(text)).toBe("tel:988");
  });
});

describe("the dangers of the catalog", () => {
  const { dangers, db } = site.data;

  it("begin with 911 or with 988, those with 911 first", () => {
    const [first988] = dangers.flatMap(({ call911 }, at) => (call911 ? [] : [at]));
    expect(dangers.every(({ call911 }, at) => call911 === at < first988!)).toBe(true);
    for (const { id, call911, lines } of dangers) {
      const first = findProgram(db, lines[0]!.programs[0]!)!.contacts[0]!;
      if (!call911) expect(first, id).toMatchObject({ kind: "call", value: "988" });
    }
  });

  it("each have a rule that speaks of them, Spanish beside English, and programs that exist", () => {
    const named = new Set(dangerous.map(({ danger }) => danger));
    for (const { id, notice, lines } of dangers) {
      expect(named, id).toContain(id);
      expect(notice.es, id).toBeDefined();
      for (const program of lines.flatMap((line) => line.programs)) expect(findProgram(db, program)?.status, program).toBe("active");
    }
  });
});

/** What a search shows above its results. */
function dangersIn(q: string): string[] {
  return interpret(site.data.programs, parseFilter(site.data.programs, { q })).understood!.dangers;
}

describe("what people say", () => {
  it.each([
    ["my son took something and he won’t wake up", "overdose"],
    ["I cant wake my husband up", "overdose"],
    ["i can't breathe", "overdose"],
    ["she OD'd", "overdose"],
    ["O.D.", "overdose"],
    ["hes nodding out and his lips are blue", "overdose"],
    ["what are the signs of an overdose", "overdose"],
    ["is he going to die", "overdose"],
    ["overdosed on heroin last night now not breathin", "overdose"],
    ["ovedosed", "overdose"],
    ["unresponsiv", "overdose"],
    ["how do i use narcan", "overdose"],
    ["mi hijo no respira", "overdose"],
    ["se tomó demasiadas pastillas", "overdose"],
    ["my friend is on the bathroom floor at my house and he took two of those blue pills and he wont wake up", "overdose"],
    ["alcohol poisoning", "poison"],
    ["toddler got into pills", "poison"],
    ["tried to kill myself", "suicide-attempt"],
    ["emergency", "emergency"],
    ["my husband hits me", "violence"],
    ["klonopin taper", "withdrawal"],
    ["quit xanax cold turkey", "withdrawal"],
    ["how to taper off benzos", "withdrawal"],
    ["withdrawl", "withdrawal"],
    ["the shakes", "withdrawal"],
    ["DTs", "withdrawal"],
    ["I have a seizure when I stop drinking suddenly", "withdrawal"],
    ["drinking myself to death", "drinking"],
    ["my drinking is killing me", "drinking"],
    ["i will die if i dont stop drinking", "drinking"],
    ["fentanyl is killing my son", "using"],
    ["want to overdose", "suicide"],
    ["i wanna die", "suicide"],
    ["i want to kill my self", "suicide"],
    ["i cant do this anymore", "suicide"],
    ["everyone would be better off without me", "suicide"],
    ["life isn’t worth living", "suicide"],
    ["my daughter is cutting herself", "suicide"],
    ["mi hijo quiere morir", "suicide"],
    ["he is blue", "overdose"],
    ["narcan now", "overdose"],
    ["about to shoot up by myself", "using-alone"],
    ["toddler got into my suboxone", "poison"],
    ["heart racing cocaine", "poison"],
    ["chest hurts after meth", "emergency"],
    ["i might hurt someone", "emergency"],
    ["he said he will kill me", "violence"],
    ["im scared to go home", "violence"],
    ["i was raped", "sexual-assault"],
    ["me violaron", "sexual-assault"],
    ["quit drinking on my own", "withdrawal"],
  ])("%s", (q, danger) => {
    expect(dangersIn(q)).toContain(danger);
  });

  it.each([
    "killing time",
    "painkillers",
    "suicide loss",
    "lost my son to suicide",
    "son died of an overdose",
    "my brother died from overdose",
    "lost my daughter to an overdose",
    "murió de una sobredosis",
    "overdose awareness",
    "overdose awareness day",
    "overdose research",
    "narcan training",
    "free narcan",
    "stop drinking",
    "quit drinking",
    "drinking too much",
    "xanax",
    "detox",
    "cant wake up early",
    "odd jobs",
    "dead end job",
    "i beat my addiction",
    "violent video games",
    "where to get naloxone",
    "smart recovery",
  ])("%s is no danger", (q) => {
    expect(dangersIn(q)).toEqual([]);
  });
});

describe("what people type at night", () => {
  const { none = [], ...dangerous } = typedWords;

  it.each(Object.entries(dangerous))("%s", (danger, typed) => {
    expect(typed.filter((q) => !dangersIn(q).includes(danger))).toEqual([]);
  });

  it("is often no danger", () => {
    expect(none.flatMap((q) => (dangersIn(q).length === 0 ? [] : [`${q}: ${dangersIn(q)}`]))).toEqual([]);
  });

  it("is a danger too after a harmless saying and before one", () => {
    for (const words of ["suicide prevention training", "lost my brother to overdose", "help me find a sponsor"]) {
      expect(dangersIn(words)).toEqual([]);
      expect(dangersIn(`${words} and i want to die`)).toContain("suicide");
      expect(dangersIn(`he wont wake up ${words}`)).toContain("overdose");
    }
  });
});

describe("the sayings", () => {
  const wordingOf = (part: string) => {
    const [first] = part.split("|");
    return first === "#" ? "30" : first!.startsWith("{") ? sayings.parts[first!.slice(1, -1)]![0]! : first!.replaceAll("_", " ");
  };
  const oneOf = (saying: string) =>
    saying
      .split(" ")
      .filter((part) => part !== "..")
      .map(wordingOf)
      .join(" ");

  it("each speak of a danger, or of none", () => {
    const deaf = sayings.phrases.flatMap(({ danger, said }) =>
      said.filter((saying) => danger !== null && dangersIn(oneOf(saying)).length === 0).map((saying) => `${danger}: ${saying}`),
    );
    expect(deaf).toEqual([]);
  });

  it("name each of their parts", () => {
    const all = sayings.phrases.flatMap(({ said }) => said).join(" ");
    expect(Object.keys(sayings.parts).filter((part) => !all.includes(`{${part}}`))).toEqual([]);
  });
});

describe("every other rule of the synonyms", () => {
  it("is answered on every list, in every shape", async () => {
    const first = rules.flatMap(({ typed: [q] }) => lists.map((list) => ({ q: q!, list })));
    expect(await failuresOf(served, first)).toEqual([]);
  });
});
