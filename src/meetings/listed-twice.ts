import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { houseOf } from "./match-keys.ts";
import type { Meeting } from "./meeting.ts";
import { type Agreement, agreementOf, linkKey, type NameWords, tellingWords } from "./same-meeting.ts";

/** A time of a meeting as one list has it. */
export interface ListedTime {
  /** Row in `meeting_times`. */
  time: number;
  /** Row in `meetings`. */
  meeting: number;
  feed: string;
  /** Number of facts that its list gives, and when the record was last changed. */
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
  name: string;
  url: string | null;
  phone: string | null;
  phoneNotes: string | null;
}

/**
 * Finds times that several lists have, each with all its listings: those of an area and of its intergroup. Their records stay as they are;
 * duplicates are found anew with every index, so there is nothing to maintain when a list changes or is removed.
 */
export function findListedTwice(db: Database, words: NameWords): ListedTime[][] {
  const candidates = db
    .prepare(
      `SELECT meeting_times.row AS time, meeting, meetings.name, feed, program, minute, weeks, zone, place_key AS place, latitude, longitude,
         iif(facets LIKE '%format video%', body ->> '$.online.url', NULL) AS url,
         iif(facets LIKE '%format phone%', body ->> '$.phone.number', NULL) AS phone,
         iif(facets LIKE '%format phone%', body ->> '$.phone.notes', NULL) AS phoneNotes
       FROM meeting_times JOIN meetings ON meetings.row = meeting
       WHERE minute IS NOT NULL AND program IN (SELECT program FROM meetings GROUP BY program HAVING min(feed) < max(feed))
       ORDER BY program, minute, id`,
    )
    .iterate() as Iterable<Candidate>;
  const found: ListedTime[][] = [];
  for (const together of atOneTime(candidates)) {
    const read = reader(db);
    const agrees: Agrees = (a, b) => (a.feed === b.feed ? null : agreementOf(words, read(a), read(b)));
    for (const cluster of clustersOf(nearPairs(words, together), agrees)) found.push(cluster.map((one) => listed(one, read(one))));
  }
  return found;
}

/** Groups candidates by program, day, time, time zone and weeks. */
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

/** Clusters candidates that are one meeting: first by equal names, then by a longer name if the match is unambiguous. */
function clustersOf(near: readonly Pair[], agrees: Agrees): Cluster[] {
  const clusters = new Map<Candidate, Cluster>(near.flat().map((one) => [one, [one]]));
  const join = (joined: Cluster) => {
    for (const member of joined) clusters.set(member, joined);
  };
  const joinAll = (pairs: readonly Pair[]) => {
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

type Pair = readonly [Candidate, Candidate];

/** Returns pairs from different lists that may share a place, a link or a phone line. */
function nearPairs(words: NameWords, together: readonly Candidate[]): Pair[] {
  if (together.every(({ feed }) => feed === together[0]!.feed)) return [];
  const alike = [
    byKey(together, ({ place }) => place && houseOf(place)),
    byKey(together, linkOf),
    byKey(together, (one) => lineOf(words, one)),
  ].flatMap((some) => some.flatMap(pairsOf));
  const pairs = new Map([...alike, ...pairsByPoint(together)].map((pair) => [pair.map(({ time }) => time).join(" "), pair]));
  return [...pairs.values()].filter(([a, b]) => a.feed !== b.feed);
}

/** Groups candidates by key, without those that have none. */
function byKey(together: readonly Candidate[], keyOf: (one: Candidate) => string | null): Candidate[][] {
  const groups = Map.groupBy(together, keyOf);
  groups.delete(null);
  return [...groups.values()];
}

function linkOf({ url }: Candidate): string | null {
  return url === null ? null : linkKey({ online: { url, notes: null } });
}

/** Returns a phone number with the codes keyed in after it; without codes many meetings share it, so the name is added. */
function lineOf(words: NameWords, { name, phone, phoneNotes }: Candidate): string | null {
  if (phone === null) return null;
  const [number = "", ...keyed] = phone.split(/[,;]+/);
  const codes = [...keyed, phoneNotes ?? ""].join(" ").replace(/\D/g, "");
  return `${number.replace(/\D/g, "").slice(-10)} ${codes || [...tellingWords(words, name)].sort().join(" ")}`;
}

function pairsOf(some: readonly Candidate[]): Pair[] {
  return some.flatMap((a, at) => some.slice(at + 1).map((b): Pair => [a, b]));
}

/** In degrees of latitude: a little more than sixty meters. */
const maxApart = 0.0006;

function pairsByPoint(together: readonly Candidate[]): Pair[] {
  const placed = together.filter(({ latitude }) => latitude !== null).sort((a, b) => a.latitude! - b.latitude! || a.time - b.time);
  const pairs: Pair[] = [];
  for (const [at, a] of placed.entries()) {
    for (let next = at + 1; next < placed.length && placed[next]!.latitude! - a.latitude! < maxApart; next++) {
      const b = placed[next]!;
      // Degrees of longitude shrink toward the north: in Alaska, to a third.
      if (Math.abs(a.longitude! - b.longitude!) < 3 * maxApart) pairs.push(a.time < b.time ? [a, b] : [b, a]);
    }
  }
  return pairs;
}

/** Returns a reader that parses each record once. */
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

/** Counts the facts that a record gives. */
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
