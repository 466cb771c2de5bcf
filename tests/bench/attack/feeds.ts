import { parseBmlt } from "../../../src/feeds/bmlt/parse.ts";
import { parseMeetingGuide } from "../../../src/feeds/meeting-guide/parse.ts";
import type { ParsedRecord } from "../../../src/feeds/record.ts";
import { readRecords } from "../../../src/feeds/records/read.ts";
import { attackedFields, feedAttacks, fieldAttacks, soundRecord } from "../../support/attacks.ts";
import { jsonContainers, textContainers } from "../../support/containers.ts";
import { readFeedText } from "../../support/feeds.ts";
import { vocabulary } from "../../support/vocabulary.ts";
import type { Line } from "../report.ts";

/** How the time of the parsers of feeds grows with texts made to slow them down. */

const sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256].map((kilobytes) => kilobytes * 1024);
const maxGrowth = 3;
/** Milliseconds. Below this a clock tells more of the machine than of the parsers. */
const minTold = 20;
const rounds = 3;
/** Milliseconds for one text, after which larger ones are not tried: they may never end. */
const maxTime = 5000;

const source = { id: "mt", program: "alcoholics-anonymous", fellowship: null, vocabulary };
const parsers = { "meeting-guide": parseMeetingGuide, bmlt: parseBmlt };

/** Each attack on a field in all fields of both dialects and of each container at once, and each attack on the text of a feed, from 1 to 256 KB. */
export async function measureFeedGrowth(): Promise<Line[]> {
  const onFields = Object.entries(fieldAttacks).flatMap(([name, attack]) =>
    (["meeting-guide", "bmlt"] as const).map((dialect) =>
      measureGrowth(`${name}, in each field of ${dialect}`, (size) => {
        const text = attack(size);
        const records = attackedFields[dialect].map((field) => ({ ...soundRecord[dialect], [field]: text }));
        return () => exhaust(parsers[dialect](source, { container: "json", records, formats: null, repairs: [], morePages: null }));
      }),
    ),
  );
  const onFeeds = Object.entries(feedAttacks).map(([name, attack]) =>
    measureGrowth(name, (size) => {
      const text = attack(size);
      return () => {
        const found = readRecords(text, null);
        if (!("problem" in found)) exhaust(parseMeetingGuide(source, found));
      };
    }),
  );
  const onContainers = Object.entries({ ...jsonContainers, ...textContainers }).flatMap(([container, make]) =>
    Object.entries(fieldAttacks).map(([name, attack]) =>
      measureGrowth(`${name}, in each field of ${container}`, (size) => {
        const text = make(attack(size));
        return () => void readFeedText(text);
      }),
    ),
  );
  return [...onFields, ...onFeeds, ...onContainers];
}

function exhaust(records: Iterable<ParsedRecord>): void {
  for (const _ of records);
}

function measureGrowth(what: string, prepare: (size: number) => () => void): Line {
  const times: number[] = [];
  for (const size of sizes) {
    times.push(fastest(prepare(size)));
    if (times.at(-1)! > maxTime) break;
  }
  const growths = times.slice(1).map((time, at) => (time < minTold ? 0 : time / Math.max(times[at]!, minTold / 2)));
  const worst = Math.max(0, ...growths);
  const complete = times.length === sizes.length;
  return {
    what,
    measured: `${times.map((time) => time.toFixed(time < 10 ? 1 : 0)).join(" ")} ms, at most ×${worst.toFixed(1)}`,
    target: `at most ×${maxGrowth} for twice the text`,
    verdict: complete && worst <= maxGrowth ? "met" : "missed",
  };
}

/** The least of some runs, in milliseconds of this process's own time: what others do on the machine only adds. */
function fastest(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && least > minTold / 4; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
