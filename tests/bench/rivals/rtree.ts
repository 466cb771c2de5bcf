import type { Database } from "better-sqlite3";
import type { Reach } from "../../../src/places/within-miles.ts";
import type { Chosen } from "../../../src/search/facets/counts.ts";
import type { Answer, ListRow } from "../product.ts";
import { countByGroup } from "./group-by.ts";
import { allOf, type Condition, conditionsOf, type SqlList } from "./sql-list.ts";

/** Nearest first by R*Tree: a box first, then the distance over the ground. */

const earthRadius = 6371.0088 / 1.609344;
const milesInDegree = (earthRadius * Math.PI) / 180;
const radii = [25, 50, 100, 200];

/** Adds the tree of points. `wait` says in how many minutes what begins at a minute of the week is next on. */
export function pointsTable(db: Database, wait: (minute: number) => number): (item: number, row: ListRow) => void {
  db.exec(`CREATE VIRTUAL TABLE points USING rtree(item, south, north, west, east);
    CREATE TABLE coordinates (item INTEGER PRIMARY KEY, latitude REAL NOT NULL, longitude REAL NOT NULL, wait INTEGER NOT NULL) STRICT`);
  const addBox = db.prepare("INSERT INTO points VALUES (?, ?, ?, ?, ?)");
  const addPoint = db.prepare("INSERT INTO coordinates VALUES (?, ?, ?, ?)");
  return (item, { latitude, longitude, minute }) => {
    if (latitude === null || longitude === null || minute === null) return;
    addBox.run(item, latitude, latitude, longitude, longitude);
    addPoint.run(item, latitude, longitude, wait(minute));
  };
}

const miles = `2 * ${earthRadius} * asin(sqrt(pow(sin(radians(latitude - @latitude) / 2), 2) +
  cos(radians(latitude)) * cos(radians(@latitude)) * pow(sin(radians(longitude - @longitude) / 2), 2)))`;
const within = `SELECT item, wait, ${miles} AS place FROM points CROSS JOIN coordinates USING (item)
  WHERE south >= @south AND north <= @north AND west >= @west AND east <= @east`;

/** A group at its time that is on or next (the other columns are of the row with the least); all its times are at one place. */
const page = "SELECT id, min(wait), count(*) OVER () AS total";
const inOrder = "GROUP BY grp ORDER BY place, item LIMIT 20";

/** How many groups one can travel to, and the nearest twenty. Looks farther until something fits, as we do. */
export function nearestBySql(list: SqlList, chosen: Chosen, from: Reach): Answer {
  const fitting = thoseThatFit(list, chosen, "near.item");
  const nearest = list.statement(`${page} FROM (${within}) near JOIN items USING (item)
    WHERE place <= @radius AND ${fitting.sql} ${inOrder}`);
  for (const radius of radii.filter((radius) => radius >= from.miles)) {
    const rows = nearest.all(boxAround(from, radius), ...fitting.values) as { id: string; total: number }[];
    if (rows[0]) return { total: rows[0].total, ids: rows.map(({ id }) => id), counts: {} };
  }
  return { total: 0, ids: [], counts: {} };
}

/** The same with the counts. These need what is near more than once, so it is kept in a table. */
export function nearBySql(list: SqlList, chosen: Chosen, from: Reach): Answer {
  const fitting = thoseThatFit(list, chosen, "found.item");
  const nearest = list.statement(
    `${page} FROM found JOIN items USING (item) JOIN coordinates USING (item) WHERE ${fitting.sql} ${inOrder}`,
  );
  let rows: { id: string; total: number }[] = [];
  // Where even the longest finds nothing, the counts are those of the distance asked for.
  for (const radius of [...radii.filter((radius) => radius >= from.miles), from.miles]) {
    findWithin(list, from, radius);
    rows = nearest.all(...fitting.values) as typeof rows;
    if (rows.length > 0) break;
  }
  return { total: rows[0]?.total ?? 0, ids: rows.map(({ id }) => id), counts: countByGroup(list, chosen, "found") };
}

/** Leaves in `found` what one can travel to, with the miles. */
function findWithin(list: SqlList, from: Reach, radius: number): void {
  const inPerson = thoseThatFit(list, {}, "near.item");
  list.statement("DELETE FROM found").run();
  list
    .statement(`INSERT INTO found SELECT item, place FROM (${within}) near WHERE place <= @radius AND ${inPerson.sql}`)
    .run(boxAround(from, radius), ...inPerson.values);
}

/** What one can travel to and fits. */
function thoseThatFit(list: SqlList, chosen: Chosen, as: string): Condition {
  return allOf([...conditionsOf(list, { format: ["in-person"] }, "probe", null, as), ...conditionsOf(list, chosen, "probe", null, as)]);
}

function boxAround({ latitude, longitude }: Reach, radius: number) {
  // A little more than the circle: the tree keeps 32 bits of each degree.
  const north = (radius / milesInDegree) * 1.001;
  const east = north / Math.cos(((Math.abs(latitude) + north) * Math.PI) / 180);
  return {
    latitude,
    longitude,
    radius,
    south: latitude - north,
    north: latitude + north,
    west: longitude - east,
    east: longitude + east,
  };
}
