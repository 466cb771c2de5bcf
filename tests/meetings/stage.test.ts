import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/open.ts";
import { findMeeting, meetingIdsOf } from "../../src/meetings/find.ts";
import { removeMeeting, saveStaged } from "../../src/meetings/save.ts";
import { stageMeetings } from "../../src/meetings/stage.ts";
import { importRecords } from "../support/feeds.ts";
import { withCatalog } from "../support/site.ts";
import { vocabulary } from "../support/vocabulary.ts";

const at = "2026-11-30T12:00:00.000Z";
const filing = { vocabulary, categories: ["twelve-step"] };
const group = (slug: string, name = "Group") => ({ slug, name, day: ["mon", "thu"], time: "12:00", city: "Bigfork", state: "MT" });

let db: Database;
beforeEach(() => {
  db = withCatalog();
  importRecords(db, {}, [group("noon"), group("dawn"), group("dusk")]);
});

const stored = () => db.prepare("SELECT row, id FROM meetings ORDER BY row").raw().all() as [number, string][];
const times = () =>
  db.prepare("SELECT id, minute FROM meeting_times JOIN meetings ON meetings.row = meeting ORDER BY meeting_times.row").raw().all();
const every = () => meetingIdsOf(db, "flathead").map((id) => findMeeting(db, id)!);

describe("meetings that are staged", () => {
  it("are written whole even where somebody has removed them meanwhile, when they had been there unchanged", () => {
    const before = times();
    const meetings = every();
    stageMeetings(db, { vocabulary, categories: categoriesThere() }, meetings);
    removeMeeting(db, "flathead-noon", 9, at);
    expect(saveStaged(db, { vocabulary, categories: categoriesThere() }, 10)).toEqual({ added: 1, changed: 0, unchanged: 2 });
    expect(times().sort()).toEqual(before.sort());
    expect(findMeeting(db, "flathead-noon")).toEqual(meetings.find(({ id }) => id === "flathead-noon"));
    expect(db.prepare("SELECT count(*) FROM gone_meetings").pluck().get()).toBe(0);
  });

  it("come after all that were there, in their own order and without a gap, and leave what is unchanged in its place", () => {
    const [first] = stored().at(-1)!;
    importRecords(db, {}, [group("dawn", "Changed"), group("noon"), group("new"), group("dusk")], { force: true });
    expect(stored()).toEqual([
      [first - 2, "flathead-noon"],
      [first, "flathead-dusk"],
      [first + 1, "flathead-dawn"],
      [first + 2, "flathead-new"],
    ]);
    expect((times() as [string, number][]).map(([id]) => id)).toEqual(
      ["noon", "dusk", "dawn", "new"].flatMap((slug) => [`flathead-${slug}`, `flathead-${slug}`]),
    );
  });

  it("of which nothing is kept leave the tables as they were", () => {
    const before = [stored(), times()];
    stageMeetings(db, filing, []);
    expect(saveStaged(db, filing, 10)).toEqual({ added: 0, changed: 0, unchanged: 0 });
    expect([stored(), times()]).toEqual(before);
  });
});

/** Those of the program whose meetings they are. */
function categoriesThere(): string[] {
  const facets = db.prepare("SELECT facets FROM meeting_times LIMIT 1").pluck().get() as string;
  return [...facets.matchAll(/^category (.*)$/gm)].map(([, category]) => category!);
}
