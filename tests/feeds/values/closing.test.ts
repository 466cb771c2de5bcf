// cspell:disable -- Spanish
import { describe, expect, it } from "vitest";
import { readClosing } from "../../../src/feeds/values/closing.ts";

const nothing = { name: "Cottonwood Group", group: null, place: "Harbor Club", notes: [], open: false, hasPlace: true };
const inNotes = (text: string) => readClosing({ ...nothing, notes: [text] })?.kind ?? null;
const inName = (name: string, open = false) => readClosing({ ...nothing, name, open })?.kind ?? null;
const inPlace = (place: string) => readClosing({ ...nothing, place })?.kind ?? null;

describe("a group that does not meet", () => {
  it.each([
    "This group has disbanded.",
    "We are not currently meeting. Please check back in spring.",
    "Currently not meeting",
    "Not meeting at this time.",
    "The group is not meeting right now",
    "Meeting suspended until further notice",
    "Until further notice, our meetings are cancelled.",
    "As of March 2020, all meetings are suspended due to the virus.",
    "This meeting is no longer active.",
    "No longer meets",
    "This group no longer exists.",
    "Meeting is on hiatus until fall.",
    "The group is taking a break.",
    "No meetings until further notice!",
    "Meeting canceled indefinitely",
    "Inactive",
    "Status: inactive",
    "Doors open at 6. Group has ceased to meet.",
    "Disbanded in 2022.",
    "Group has closed its doors",
    "Meeting has been put on hold",
    "This group is dark until September",
    "This meeting folded",
    "No longer in operation",
    "Ya no hay reunión",
    "The Cottonwood Group is on hold.",
    "There used to be coffee. Discontinued.",
    "Este grupo ya no se reúne.",
    "Reuniones suspendidas hasta nuevo aviso",
    "Grupo disuelto",
    "No hay reuniones por el momento.",
    "El grupo está en receso.",
    "ATENCIÓN: la reunión queda cancelada hasta nuevo aviso",
    "Ce groupe n'existe plus.",
    "Les réunions sont suspendues jusqu'à nouvel ordre.",
    "Pas de réunions pour l'instant.",
    "Groupe inactif",
    "This group is closing its doors.",
  ])("says so in its notes: %j", (text) => expect(inNotes(text)).toBe("ended"));

  it.each([
    "Nooners (CANCELLED)",
    "Nooners - NO LONGER MEETING",
    "Nooners on hiatus",
    "Nooners (Inactive)",
    "SUSPENDED: Nooners",
    "Nooners - disbanded",
    "Nooners (Disbanded 2021)",
    "Nooners (not meeting)",
    "Grupo Alba (suspendido)",
  ])("says so in its name: %j", (name) => expect(inName(name)).toBe("ended"));
});

describe("a place that is closed", () => {
  it.each([
    "The club is temporarily closed for cleaning.",
    "Temporarily closed until further notice.",
    "Permanently closed.",
    "Church closed until January.",
    "Building is closed due to flood damage",
    "The Harbor Club is currently closed",
    "In person meetings are suspended until further notice, join us on Zoom",
    "We are not currently meeting in person.",
    "No longer meeting in person",
    "Until further notice this location is closed.",
    "Church is closed",
    "Building closed for renovations",
    "No in-person meetings at this time",
    "Group no longer meets here",
    "Meeting has moved online only until further notice",
    "Temp. closed",
    "Temporary closure",
    "Cerrado temporalmente",
    "Fermé temporairement",
    "L'église est fermée jusqu'en janvier.",
    "La iglesia está cerrada hasta nuevo aviso.",
    "El local se encuentra cerrado por el momento",
  ])("says so in notes: %j", (text) => expect(inNotes(text)).toBe("shut"));

  it.each([
    "Club (temporarily closed)",
    "CLOSED - Grange Hall",
    "Grange Hall (Closed)",
    "Grange Hall - permanently closed",
    "Salón (cerrado temporalmente)",
  ])("says so in its name: %j", (place) => expect(inPlace(place)).toBe("shut"));

  it("is meant by a bare CLOSED in the name of a meeting that anybody may visit", () => {
    expect(inName("CLOSED - Nooners", true)).toBe("shut");
    expect(inName("Nooners (Closed)", false)).toBeNull();
  });
});

describe("words that close nothing", () => {
  it.each([
    "This is a closed meeting.",
    "This meeting is closed; members only.",
    "Currently a closed meeting",
    "Closed discussion",
    "Closed to newcomers on Mondays",
    "Side door is closed until further notice, use the ramp.",
    "The parking lot is temporarily closed",
    "Elevator temporarily out of service. Front door is closed for now.",
    "The church office is closed until Monday.",
    "No meeting on Thanksgiving and Christmas Day. Closed on holidays.",
    "Closed for holidays",
    "Meeting cancelled on Labor Day",
    "Meeting is cancelled if schools are closed",
    "If the church is closed, meeting is cancelled.",
    "Closed on Sundays",
    "Church is closed but the basement is open",
    "Meeting is closed with a prayer",
    "Closed for Easter",
    "Taking a break at 8",
    "Temporarily meeting in the gym",
    "Closed",
    "Cancelled when temperatures are below zero",
    "No longer meets on Tuesdays",
    "No longer meeting at St. Paul's; now at the Grange",
    "Coffee is temporarily suspended.",
    "Childcare is currently not available",
    "The Zoom option is suspended until further notice",
    "The club was temporarily closed but has reopened.",
    "Meeting suspended until further notice. UPDATE: we are meeting again!",
    "Do not park in the alley until further notice",
    "Doors are closed at 8:10",
    "Reunión cerrada",
    "Grupo cerrado: solo para alcohólicos",
    "La puerta lateral está cerrada por el momento",
    "Cerrado los días festivos",
    "The meeting is never cancelled.",
  ])("are read as nothing in notes: %j", (text) => expect(inNotes(text)).toBeNull());

  it.each([
    "Closed Mouths Don't Get Fed",
    "Closed Men's Discussion",
    "Nooners (Closed)",
    "Nooners - Closed Discussion",
    "No Longer Alone",
    "Suspended Animation Group",
    "Dark Night Group",
    "Grupo Cerrado",
    "On Hold No More Group",
  ])("are read as nothing in a name: %j", (name) => expect(inName(name)).toBeNull());

  it.each(["Closed Door Books", "Hall of the Cancelled Stamp Club"])("are read as nothing in a place's name: %j", (place) =>
    expect(inPlace(place)).toBeNull(),
  );
});

describe("a closing as people write it", () => {
  it.each([
    ["This meeting is no longer in person.", "shut"],
    ["No longer at this location", "shut"],
    ["Meeting only on Zoom at this time", "shut"],
    ["Closed for the pandemic", "shut"],
    ["Estamos cerrados temporalmente", "shut"],
    ["The last meeting was on August 3, 2025.", "ended"],
    ["We've suspended meetings until further notice", "ended"],
    ["This mtg ended", "ended"],
    ["El grupo cerró", "ended"],
    ["Se suspende la reunión hasta nuevo aviso", "ended"],
    ["Group takes summer off", "doubtful"],
    ["Meeting not held in summer months", "doubtful"],
    ["The club is closed the first week of August", "doubtful"],
    ["Church building permanently closed; group now meets at VFW", "doubtful"],
  ])("%j", (text, kind) => expect(inNotes(text)).toBe(kind));

  it.each([
    ["Merged with Sunrise Group", "doubtful"],
    ["This group has merged with the Tuesday Nooners in May 2026.", "doubtful"],
    ["Se fusionó con el Grupo Alba", "doubtful"],
    ["Last meeting of the year is December 20", "doubtful"],
    ["Church is closed, we meet online.", "shut"],
    ["Church is closed, meeting is on Zoom", "shut"],
    ["We have moved to Zoom.", "shut"],
    ["Online only", "shut"],
    ["Childcare merged with the nursery", null],
    ["Zoom only on Fridays", null],
    ["The last meeting in May is a picnic", null],
    ["Birthday cake at the last meeting of the month", null],
  ])("that is no plain one: %j", (text, kind) => expect(inNotes(text)).toBe(kind));

  it("is the group's where it has no place that could be closed", () => {
    const kindOf = (text: string) => readClosing({ ...nothing, notes: [text], hasPlace: false })?.kind;
    expect(["Permanently closed.", "Temporarily closed until further notice"].map(kindOf)).toEqual(["ended", "ended"]);
    expect(["The church is closed until further notice", "No longer in person"].map(kindOf)).toEqual(["shut", "shut"]);
  });

  it("in a name is no plain one either", () => expect(inName("Nooners (merged with Sunrise)")).toBe("doubtful"));

  it.each([
    "No mtg 12/24 or 12/31",
    "There will be no meeting on Thursday, December 24",
    "We take July off",
    "No habrá reunión el 24 de diciembre",
  ])("names its days: %j", (text) => expect(readClosing({ ...nothing, notes: [text] })?.days.length).toBeGreaterThan(0));

  it.each([
    "Closed for Labor Day",
    "Closed for Memorial Day weekend",
    "Closed for New Year's",
    "Closed for Super Bowl",
    "Cerrada por Navidad",
    "Closed for inventory",
    "Closed for business meeting 1st Mon",
    "Zoom option has ended",
    "Childcare no longer available",
    "The old location has closed. We now meet at 12 Oak.",
    "Se cierra con la oración",
    "Building closes for good at 9 pm",
  ])("is none for long: %j", (text) => expect(inNotes(text)).toBeNull());
});
