/** What the clock on the wall shows in a time zone, and back. Instants and walls are milliseconds; a wall is its local time read as if it were UTC. */

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** A UTC day of a zone: minutes east of UTC before and after the instant at which its clocks change, Infinity on nearly all days. */
interface ZoneDay {
  before: number;
  change: number;
  after: number;
}

interface Zone {
  formatter: Intl.DateTimeFormat;
  days: Map<number, ZoneDay>;
}

/** A formatter costs a hundred times what an offset does, so there is one a zone. */
const zones = new Map<string, Zone>();

/** Names come from strangers' feeds and addresses too: what is kept of them has an end. */
const MOST_ZONES = 1000;
const MOST_DAYS = 1000;

/** Minutes east of UTC at an instant; 0 in a zone that does not exist (ask `isZone` of places/zone.ts before a name is stored). */
export function offsetOf(zone: string, at: number): number {
  const kept = zones.get(zone) ?? zoneOf(zone);
  if (!kept) return 0;
  const day = kept.days.get(Math.floor(at / DAY)) ?? addDay(kept, Math.floor(at / DAY));
  return at < day.change ? day.before : day.after;
}

export function wallOf(zone: string, at: number): number {
  return at + offsetOf(zone, at) * MINUTE;
}

/**
 * The instant at which the wall shows this time. Of two, the first; a time that the clocks jump over is as much later as they jump
 * (RFC 5545, 3.3.5; Temporal calls it "compatible").
 */
export function instantOf(zone: string, wall: number): number {
  const earlier = offsetOf(zone, wall - DAY);
  const later = offsetOf(zone, wall + DAY);
  const first = wall - earlier * MINUTE;
  if (earlier === later || offsetOf(zone, first) === earlier) return first;
  const second = wall - later * MINUTE;
  return offsetOf(zone, second) === later ? second : first;
}

/** "Your time": the day (0 is Sunday) and the minutes after midnight on the wall of a zone. */
export function inZone(at: number, zone: string): { day: number; minutes: number } {
  const wall = wallOf(zone, at);
  return { day: weekdayOf(wall), minutes: Math.floor(wall / MINUTE) - Math.floor(wall / DAY) * 1440 };
}

/** 0 is Sunday. The first day of 1970 was a Thursday. */
export function weekdayOf(wall: number): number {
  return (((Math.floor(wall / DAY) + 4) % 7) + 7) % 7;
}

function zoneOf(name: string): Zone | null {
  const kept = zones.get(name);
  if (kept) return kept;
  try {
    const formatter = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    if (zones.size >= MOST_ZONES) zones.clear();
    const zone = { formatter, days: new Map() };
    zones.set(name, zone);
    return zone;
  } catch {
    return null;
  }
}

function addDay(zone: Zone, number: number): ZoneDay {
  const before = readOffset(zone, number * DAY);
  const after = readOffset(zone, (number + 1) * DAY);
  const change = before === after ? Number.POSITIVE_INFINITY : changeWithin(zone, number * DAY, after);
  const day = { before, change, after };
  if (zone.days.size >= MOST_DAYS) zone.days.clear();
  zone.days.set(number, day);
  return day;
}

/** The first minute of the day after `midnight` that has the new offset: halving 1,440 minutes takes eleven looks. */
function changeWithin(zone: Zone, midnight: number, after: number): number {
  let low = 0;
  let high = 1440;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (readOffset(zone, midnight + middle * MINUTE) === after) high = middle;
    else low = middle;
  }
  return midnight + high * MINUTE;
}

/** "11/24/2026, GMT-03:30" is -210; UTC itself is a bare "GMT". */
function readOffset(zone: Zone, at: number): number {
  const [, sign, hours, minutes] = zone.formatter.format(at).match(/GMT([+-])(\d\d):(\d\d)/) ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
}
