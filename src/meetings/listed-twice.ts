import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Meeting } from "./meeting.ts";
import { type Agreement, agreementOf, linkKey, type NameWords } from "./same-meeting.ts";

/** A time of a meeting as a list has it. */
export interface ListedTime {
  /** Its row in `meeting_times`. */
  time: number;
  /** The row of its meeting. */
  meeting: number;
  feed: string;
  /** How much its list says of it, and when that was changed. */
  facts: number;
  updated: string | null;
}

interface Candidate extends Omit<ListedTime, "facts" | "updated"> {
  program: string;
  minute: number;
  weeks: string | null;
  zone: string | null;
  place: string | null;
  latitude: number | null;
  longitude: number | null;
  url: string | null;
  phone: string | null;
}

/**
 * Times that several lists have, each with all who have it: a region's own server and an aggregator, an area and its intergroup. What the
 * lists say stays in the database as it is; this is decided anew from it with every index, so that nothing has to be kept right when a list
 * changes or goes.
 */
export function findListedTwice(db: Database, words: NameWords): ListedTime[][] {
  const candidates = db
    .prepare(
      `SELECT meeting_times.row AS time, meeting, feed, program, minute, weeks, zone, place_key AS place, latitude, longitude,
         body ->> '$.online.url' AS url, body ->> '$.phone.number' AS phone
       FROM meeting_times JOIN meetings ON meetings.row = meeting
       WHERE minute IS NOT NULL AND program IN (SELECT program FROM meetings GROUP BY program HAVING min(feed) < max(feed))
       ORDER BY program, minute, id`,
    )
    .iterate() as Iterable<Candidate>;
  const found: ListedTime[][] = [];
  for (const together of atOneTime(candidates)) {
    const read = reader(db);
    const agrees: Agrees = (a, b) => (a.feed === b.feed ? null : agreementOf(words, read(a), read(b)));
    for (const cluster of clustersOf(together, agrees)) found.push(cluster.map((one) => listed(one, read(one))));
  }
  return found;
}

/** Of one program, day, time and weeks. */
function* atOneTime(candidates: Iterable<Candidate>): Iterable<Candidate[]> {
  let together: Candidate[] = [];
  for (const candidate of candidates) {
    const [first] = together;
    if (first && (first.program !== candidate.program || first.minute !== candidate.minute)) {
      yield* Map.groupBy(together, ({ zone, weeks }) => `${zone} ${weeks}`).values();
      together = [];
    }
    together.push(candidate);
  }
  yield* Map.groupBy(together, ({ zone, weeks }) => `${zone} ${weeks}`).values();
}

type Cluster = Candidate[];
type Agrees = (a: Candidate, b: Candidate) => Agreement | null;

/** Those that are one meeting, together: first by their names, then where one name says more, if there is no choice. */
function clustersOf(together: readonly Candidate[], agrees: Agrees): Cluster[] {
  const near = nearPairs(together);
  const clusters = new Map<Candidate, Cluster>(near.flat().map((one) => [one, [one]]));
  const join = (joined: Cluster) => {
    for (const member of joined) clusters.set(member, joined);
  };
  const joinAll = (pairs: readonly (readonly [Candidate, Candidate])[]) => {
    for (const [a, b] of pairs) {
      const [one, other] = [clusters.get(a)!, clusters.get(b)!];
      if (one !== other && one.every((x) => other.every((y) => agrees(x, y) !== null))) join([...one, ...other]);
    }
  };
  joinAll(near.filter(([a, b]) => agrees(a, b) === "same name"));
  const longer = near.filter(([a, b]) => agrees(a, b) === "longer name" && clusters.get(a) !== clusters.get(b));
  const choices = longer.map(([a, b]) => [clusters.get(a)!, clusters.get(b)!] as const);
  const hasOneChoice = (one: Cluster) => unique(choices.filter((pair) => pair.includes(one)).flat()).length === 2;
  joinAll(longer.filter((_, at) => choices[at]!.every(hasOneChoice)));
  return unique(clusters.values()).filter(({ length }) => length > 1);
}

function unique(clusters: Iterable<Cluster>): Cluster[] {
  return [...new Set(clusters)];
}

/** Pairs of different lists that may be at one place, or on one line. */
function nearPairs(together: readonly Candidate[]): (readonly [Candidate, Candidate])[] {
  const byKey = new Map<string, Candidate[]>();
  for (const one of together) {
    for (const key of keysOf(one)) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  const pairs = new Map<string, readonly [Candidate, Candidate]>();
  for (const some of byKey.values()) {
    for (const [at, a] of some.entries())
      for (const b of some.slice(at + 1)) if (a.feed !== b.feed) pairs.set(`${a.time} ${b.time}`, [a, b]);
  }
  return [...pairs.values()];
}

/** Degrees, over a hundred meters: points that are sixty apart are in one square of at least one of four grids of these. */
const square = 0.002;

function keysOf({ place, latitude, longitude, url, phone }: Candidate): string[] {
  const link = url === null ? null : linkKey({ online: { url, notes: null } });
  const keys = latitude === null || longitude === null ? [] : squaresOf(latitude, longitude);
  if (place !== null) keys.push(`at ${place}`);
  if (link !== null) keys.push(`on ${link}`);
  if (phone !== null) keys.push(`by ${phone.split(/[,;]/)[0]!.replace(/\D/g, "").slice(-10)}`);
  return keys;
}

function squaresOf(latitude: number, longitude: number): string[] {
  const halves = [0, 0.5];
  const squareAt = (degrees: number, half: number) => Math.floor(degrees / square + half);
  return halves.flatMap((up) => halves.map((aside) => `${up} ${aside} ${squareAt(latitude, up)} ${squareAt(longitude, aside)}`));
}

/** Reads each record once. */
function reader(db: Database): (one: Candidate) => Meeting {
  const bodies = new Map<number, Meeting>();
  const body = statement(db, "SELECT body FROM meetings WHERE row = ?").pluck();
  return ({ meeting }) => {
    const record = bodies.get(meeting) ?? (JSON.parse(body.get(meeting) as string) as Meeting);
    bodies.set(meeting, record);
    return record;
  };
}

function listed({ time, meeting, feed }: Candidate, record: Meeting): ListedTime {
  return { time, meeting, feed, facts: countFacts(record), updated: record.updated };
}

/** How many things a record says. */
function countFacts({ place, online, phone, types, otherTypes, areas, occurrences, group, notes, url, updated }: Meeting): number {
  const { name, street, city, zip, point } = place;
  const lengths = occurrences.map(({ length }) => length);
  const said = [
    name,
    street,
    city,
    zip,
    point,
    place.notes,
    online?.url,
    online?.notes,
    phone?.number,
    phone?.notes,
    group,
    notes,
    url,
    updated,
  ];
  return [...said, ...lengths, ...types, ...otherTypes, ...areas].filter((fact) => fact !== null && fact !== undefined).length;
}
