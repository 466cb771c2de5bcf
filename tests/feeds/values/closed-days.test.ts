// cspell:disable -- Spanish
import { describe, expect, it } from "vitest";
import { closedNow } from "../../../src/feeds/values/closed-now.ts";
import { readClosing } from "../../../src/feeds/values/closing.ts";
import type { Closing } from "../../../src/feeds/values/closing-clause.ts";

const closing = (note: string): Closing | null =>
  readClosing({ name: "Cottonwood Group", group: null, place: "Harbor Club", notes: [note], open: false, hasPlace: true });

/** "closed" or "open", with "?" where that is not sure, on some days of a list without dates of its own. */
function said(found: Closing | null, on: readonly string[], updated: string | null = null): string {
  if (found === null) return "nothing";
  if (found.days.length === 0) return found.kind;
  return on
    .map((today) => closedNow(found.days, { updated, today }))
    .map(({ isClosed, isDoubtful }) => (isClosed ? "closed" : "open") + (isDoubtful && !isClosed ? "?" : ""))
    .join(" ");
}

describe("closed from a day to a day", () => {
  // Before, on the first day, on the last day, on the day after; the year is said.
  const around = ["2026-06-01", "2026-12-24", "2027-01-02", "2027-01-03"];
  it.each([
    "Closed from December 24, 2026 through January 2, 2027.",
    "The church is closed Dec 24 - Jan 2, 2027.",
    "No meetings Dec. 24th – Jan. 2nd, 2027",
    "Dec 24-Jan 2, 2027: no meetings.",
    "From Dec 24 to Jan 2, 2027 we will not meet",
    "We will not meet between 24 December 2026 and 2 January 2027.",
    "No meeting 12/24/26 through 1/2/27 for the holidays",
    "On break from 12/24/2026 until 1/3/2027.",
    "Group is off 2026-12-24 to 2027-01-02",
    "Meeting suspended starting Dec 24, 2026. We are back on Jan 3, 2027.",
    "Cerrado del 24 de diciembre de 2026 al 2 de enero de 2027",
    "No hay reuniones desde el 24 de diciembre hasta el 3 de enero de 2027.",
  ])("is closed then, and not before and after: %s", (note) => {
    expect(said(closing(note), around)).toBe("open closed closed open");
  });

  it.each([
    ["No meetings December 24 through January 2", "2026-12-01", "open?"],
    ["No meetings December 24 through January 2", "2026-12-30", "closed"],
    ["No meetings December 24 through January 2", "2027-01-01", "closed"],
    ["No meetings December 24 through January 2", "2027-01-20", "open?"],
    ["Closed July 3-10", "2026-07-05", "closed"],
    ["Closed July 3-10", "2026-07-11", "open?"],
    ["Cerrado del 24 al 31 de diciembre", "2026-12-31", "closed"],
  ])("is not sure where nobody says the year: %s, on %s", (note, today, expected) => {
    expect(said(closing(note), [today])).toBe(expected);
  });

  it("takes the year from the day on which the record was written", () => {
    const found = closing("No meetings December 24 through January 2");
    expect(said(found, ["2024-12-25", "2025-01-03", "2026-12-25"], "2024-12-10")).toBe("closed open open");
  });

  it("is not sure from a month before on, so that no next time is promised", () => {
    expect(said(closing("Closed from August 1, 2027 to August 9, 2027"), ["2027-06-20", "2027-07-02", "2027-08-10"])).toBe(
      "open open? open",
    );
  });

  it("says on which day that changes next", () => {
    const { days } = closing("Closed from August 1, 2027 to August 9, 2027")!;
    const next = (today: string) => closedNow(days, { updated: null, today }).next;
    expect(["2027-06-20", "2027-07-02", "2027-08-05", "2027-08-10"].map(next)).toEqual(["2027-07-01", "2027-08-01", "2027-08-10", null]);
  });
});

describe("closed on single days", () => {
  it.each([
    ["No meeting on December 24, 2026.", "2026-12-23 2026-12-24 2026-12-25", "open? closed open"],
    ["Cancelled Dec 24 & 31, 2026", "2026-12-31 2027-01-01", "closed open"],
    ["No meeting December 24, 2026, and December 31, 2026", "2026-12-24 2026-12-28 2026-12-31", "closed open? closed"],
    ["July 4, 2027 - no meeting", "2027-07-04 2027-07-05", "closed open"],
    ["No hay reunión el 25 de diciembre de 2026", "2026-12-25 2026-12-26", "closed open"],
  ])("%s", (note, days, expected) => expect(said(closing(note), days.split(" "))).toBe(expected));
});

describe("closed on one day, or since", () => {
  it.each([
    ["Group closed 8/15/25", null, "2025-08-14 2025-08-15 2025-08-20 2025-09-15 2026-11-30", "open? closed open? closed closed"],
    ["Group closed 8/15/25", "2025-09-01", "2025-09-02 2026-11-30", "closed closed"],
    ["Group closed 8/15/25", "2025-08-01", "2025-08-15 2025-08-16 2026-11-30", "closed open? open?"],
    ["Meeting suspended 3/15/2020.", null, "2026-11-30", "closed"],
    ["Cerrado 15 de marzo de 2020", null, "2026-11-30", "closed"],
    ["Closed 12/25/25", null, "2025-12-25 2026-11-30", "closed open"],
    ["Closed 8/15/25 and 8/22/25", null, "2026-11-30", "open"],
    ["Cancelled 1/12/26", null, "2026-11-30", "open"],
    ["Closed Feb 31, 2026", null, "2026-11-30", "nothing"],
  ])("%s, written %s", (note, updated, days, expected) => expect(said(closing(note), days.split(" "), updated)).toBe(expected));

  it("says on which day it is closed since", () => {
    const { days } = closing("Group closed 8/15/25")!;
    expect(closedNow(days, { updated: null, today: "2025-08-20" }).next).toBe("2025-09-15");
  });
});

describe("closed for months", () => {
  it.each([
    ["Dark in July", "2027-06-20 2027-07-01 2027-07-31 2027-08-01", "open? closed closed open?"],
    ["No meetings in July or August.", "2027-07-10 2027-08-31 2027-09-01", "closed closed open?"],
    ["Closed June through August", "2027-05-31 2027-06-01 2027-08-31", "open? closed closed"],
    ["The group does not meet during the month of December.", "2026-12-10 2027-02-01", "closed open?"],
    ["Cerrado en julio", "2027-07-15 2027-08-02", "closed open?"],
    ["Sin reuniones durante el mes de julio", "2027-07-15", "closed"],
    ["Closed in July 2026", "2026-07-15 2026-08-02", "closed open"],
  ])("may be so each year: %s", (note, days, expected) => expect(said(closing(note), days.split(" "), "2019-01-01")).toBe(expected));
});

describe("closed until a day", () => {
  it.each([
    ["The church is closed until January 15, 2027.", "2027-01-15"],
    ["Closed until Jan. 15th, 2027 for repairs.", "2027-01-15"],
    ["Meeting suspended until 15 January 2027", "2027-01-15"],
    ["No meetings until Monday, March 1, 2027", "2027-03-01"],
    ["On hold till 3/1/27", "2027-03-01"],
    ["Suspended until 2027-03-01", "2027-03-01"],
    ["On hiatus until September 2027.", "2027-09-01"],
    ["Cancelled until the end of May 2027", "2027-06-01"],
    ["Building closed through December 31, 2026", "2027-01-01"],
    ["Closed through March 2027.", "2027-04-01"],
    ["Closed until after February 28, 2027", "2027-03-01"],
    ["Reuniones suspendidas hasta el 15 de enero de 2027.", "2027-01-15"],
    ["Meetings start again Sept. 8, 2027", "2027-09-08"],
    ["Summer break; starts again Sept. 8, 2027.", "2027-09-08"],
    ["On summer break, we resume September 8, 2027", "2027-09-08"],
    ["We will be meeting again on September 8, 2027!", "2027-09-08"],
    ["In-person meetings return June 1, 2027", "2027-06-01"],
    ["Temporarily closed. Reopens 5 January 2027.", "2027-01-05"],
    ["Se reanuda el 8 de septiembre de 2027", "2027-09-08"],
    ["Vacaciones de verano. Regresamos el 8 de septiembre de 2027", "2027-09-08"],
  ])("is back on that day: %s", (note, day) => {
    const eve = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(said(closing(note), [eve, day])).toBe("closed open");
  });

  it.each([
    ["Closed until January 5", null, "2026-11-30 2027-01-05", "closed open?"],
    ["Closed until January 5", "2024-12-20", "2025-01-04 2026-11-30", "closed open"],
    ["Closed until January 5", "2025-01-05", "2025-01-05", "open"],
    ["On hold until 9/1", null, "2027-03-04", "closed"],
  ])("is not sure once the nearest such day is past, where nobody says the year: %s, written %s", (note, updated, days, expected) => {
    expect(said(closing(note), days.split(" "), updated)).toBe(expected);
  });

  it.each([
    ["Closed until further notice.", "shut"],
    ["The church is closed until spring.", "shut"],
    ["On hiatus until fall.", "ended"],
    ["Suspended until mid January", "ended"],
    ["Disbanded in 2022.", "ended"],
    ["Temporarily closed. No meeting on December 25.", "shut"],
  ])("has no end where nobody names one: %s", (note, expected) => expect(said(closing(note), [])).toBe(expected));

  it.each([
    ["Disbanded in May 2022", "2026-11-30", "closed"],
    ["As of March 2020, all meetings are suspended.", "2026-11-30", "closed"],
    ["Closed starting December 20, 2026", "2026-12-01 2026-12-20 2027-02-01", "open? closed closed"],
  ])("is closed from a day on: %s", (note, days, expected) => expect(said(closing(note), days.split(" "))).toBe(expected));
});

describe("a last meeting on a day", () => {
  it.each([
    "Our last meeting will be December 20, 2026.",
    "Last meeting: 12/20/26",
    "Final meeting - December 20, 2026",
    "The last meeting at this location is on Dec 20, 2026",
    "La última reunión será el 20 de diciembre de 2026",
    "Last meeting Sunday, December 20, 2026, thank you all",
    "The last meeting was on December 20, 2026.",
  ])("meets until then, and says so before: %s", (note) => {
    expect(said(closing(note), ["2026-10-01", "2026-12-01", "2026-12-20", "2026-12-21", "2027-12-01"])).toBe(
      "open open? open? closed closed",
    );
  });

  it.each([
    ["No meeting: 12/24/26", "2026-12-24 2026-12-25", "closed open"],
    ["Closed: Dec 24 - Dec 26, 2026", "2026-12-23 2026-12-26 2026-12-27", "open? closed open"],
    ["Cancelled - Dec 24, 2026", "2026-12-24 2026-12-25", "closed open"],
  ])("stands behind a mark as any day does: %s", (note, days, expected) => expect(said(closing(note), days.split(" "))).toBe(expected));
});

describe("closed at a time that the words do not tell", () => {
  it.each([
    "Cancelled this week only.",
    "No meeting tonight!",
    "The church is closed this Friday",
    "Summer break",
    "We are on summer break.",
    "Closed for the summer",
    "No meetings next week",
    "No hay reunión esta semana",
    "De vacaciones",
  ])("is doubtful: %s", (note) => expect(said(closing(note), [])).toBe("doubtful"));
});

describe("dates that close nothing", () => {
  it.each([
    "The parking lot is closed July 1-15, 2027.",
    "Side door closed Dec 24 - Jan 2",
    "Closed meeting May 5",
    "Business meeting on December 24",
    "Potluck returns Sept 8",
    "Use the back door in December",
    "Back room in July",
    "Childcare resumes September 8",
    "No meeting in July on Sundays",
    "Closed 1/2 hour early",
    "Doors are closed at 8:10 until May",
    "Group founded December 24, 1986",
    "If the school is closed Dec 24, so are we",
    "The front gate is closed until 6:45 pm.",
    "Church is closed until 6 p.m., please wait outside.",
    "El edificio está cerrado hasta las 6:30",
    "The club was closed July 1-15 but has reopened.",
    "Return of the Prodigal, since May 1994",
  ])("%s", (note) => expect(closing(note)?.days ?? []).toEqual([]));

  it.each(["Dark August Group", "Closed May Flowers", "Back in May Group", "August Moon Group"])("in a name: %s", (name) =>
    expect(readClosing({ name, group: null, place: null, notes: [], open: false, hasPlace: true })).toBeNull(),
  );

  it.each(["Nooners (closed Dec 24 - Jan 2, 2027)", "Nooners - dark in July 2027", "Nooners (resumes Sept 8, 2027)"])(
    "not so: %s",
    (name) => expect(readClosing({ name, group: null, place: null, notes: [], open: false, hasPlace: true })?.days).toHaveLength(1),
  );
});
