import { expect, it } from "vitest";
import { recordsOfTable } from "../../../src/feeds/records/columns.ts";

/** A row that counts how often a cell of it is read. */
function countedRow(cells: readonly string[]) {
  let reads = 0;
  const row = new Proxy(cells, {
    get(target, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key);
    },
  });
  return { row, reads: () => reads };
}

it.each([
  ["a sheet", ["Name", "Day"]],
  ["BMLT", ["meeting_name", "weekday_tinyint"]],
])("a short row of %s is read no further than it goes, however many columns the header has", (_, names) => {
  const { row, reads } = countedRow(["Noon", "2"]);
  const [record] = recordsOfTable([[...names, ...Array<string>(1000).fill("notes")], row]);
  expect(Object.values(record!)).toEqual(["Noon", "2"]);
  expect(reads()).toBeLessThan(20);
});
