import { createInterface } from "node:readline/promises";
import { addFeed, feedsFile, readFeeds } from "../feeds/feed-list.ts";
import { holdsSameMeetings, type KnownFeed, readKnownFeeds } from "../feeds/known-feeds.ts";
import { type Given, needed } from "./feed-options.ts";
import { Misunderstood } from "./misunderstood.ts";
import { sayAdded } from "./say-added.ts";

/** Prints a table of the known lists of a state and a program, or one in full. Fetches nothing. Returns the exit status: 1 if there is none. */
export function showKnown({ state, program, json }: Given, [id]: readonly string[]): number {
  const all = readKnownFeeds();
  const shown = all
    .filter((list) => id === undefined || list.id === id)
    .filter((list) => state === undefined || list.states.includes(state.toUpperCase()))
    .filter((list) => program === undefined || list.program === program);
  const [only] = shown;
  if (json) console.log(JSON.stringify(shown, null, 2));
  else if (only === undefined) console.log("No known list is like that. Without --state and --program all of them are printed.");
  else console.log(id === undefined ? tableOf(shown) : detailsOf(only));
  return shown.length > 0 ? 0 : 1;
}

/** Adds a known list to the operator's feeds, once its people have agreed: `--asked` says who and when; without it, the operator is asked. */
export async function addKnown({ known, asked, name, zone, on }: Given): Promise<number> {
  const list = knownList(needed(known, "--known, the id of a known list"));
  refuseSameMeetings(list);
  const said = asked?.trim() || (await askWhoWasAsked(list));
  addFeed(feedsFile, {
    id: list.id,
    name: name ?? list.name,
    program: list.program,
    url: list.url,
    shape: list.shape,
    zone: zone ?? list.zone,
    region: regionOf(list),
    contact: list.ask,
    licence: list.terms,
    asked: said,
    on,
  });
  console.log(sayAdded({ id: list.id, on, asked: said }));
  return 0;
}

function knownList(id: string): KnownFeed {
  const list = readKnownFeeds().find((one) => one.id === id);
  if (!list) throw new Misunderstood(`No known list has the id "${id}". Run: npm run feeds -- known`);
  return list;
}

/** Throws if a feed already brings these meetings: an aggregator gives them other ids, so readers would see each meeting twice. */
function refuseSameMeetings(list: KnownFeed): void {
  const fed = readFeeds(feedsFile).map(({ id }) => id);
  const same = readKnownFeeds().find((other) => fed.includes(other.id) && holdsSameMeetings(list, other));
  if (same) throw new Error(`${same.id} brings the same meetings as ${list.id}, under other ids. Remove it first, or keep it.`);
}

async function askWhoWasAsked({ name, ask, terms }: KnownFeed): Promise<string> {
  if (!process.stdin.isTTY) throw new Misunderstood(`Ask first: ${ask}. Then say who agreed and when: --asked "…".`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const said = await terminal.question(
      `${name}: ${terms}\nTo ask: ${ask}\nWho said that you may use it, and when? (Nothing: it is not added.) `,
    );
    if (said.trim() === "") throw new Error("its people have not been asked yet.");
    return said.trim();
  } finally {
    terminal.close();
  }
}

/** A single state is the default for places that name none; several are only information for the operator. */
function regionOf({ states }: KnownFeed): string | null {
  const [only, another] = states;
  if (only === undefined) return null;
  return another === undefined ? `US-${only}` : states.join(", ");
}

const columns = ["id", "program", "states", "meetings", "seen open", "name"];

function tableOf(lists: readonly KnownFeed[]): string {
  const cells = lists.map(({ id, program, states, count, open, name }) => [
    id,
    program,
    states.join(" ") || "online",
    count ? String(count.meetings) : "?",
    open ?? "not seen",
    name,
  ]);
  const widths = columns.map((column, at) => Math.max(column.length, ...cells.map((row) => row[at]!.length)));
  const lines = [columns, ...cells].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, "", `${lists.length} known lists. One in full: npm run feeds -- known ID. Ask its people, then: add --known ID`].join(
    "\n",
  );
}

function detailsOf(list: KnownFeed): string {
  const { id, name, program, states, url, addressFrom, shape, zone, open, count, terms, ask, note, source, site } = list;
  return [
    `${id}: ${name}, ${program}, ${states.join(", ") || "online"}`,
    `  data: ${url} (${addressFrom})`,
    `  site: ${site ?? "not known"}`,
    `  shape ${shape}, ${zone ?? "no one time zone"}`,
    `  ${open ? `seen open ${open}` : "nobody wrote down that they saw it open"}${count ? `; ${count.meetings} meetings on ${count.on}` : ""}`,
    `  terms: ${terms}`,
    `  to ask: ${ask}`,
    ...(note ? [`  ${note}`] : []),
    `  from ${source}`,
  ].join("\n");
}
