// cspell:ignore EXDATE RDATE
/** Feeds in each container besides plain lists of records: a text is put into one field after the other, so that it reaches the reader of each. */

type Fields = Readonly<Record<string, unknown>>;

/** A sound record once for each field, with `value` in it. */
function attacked(sound: Fields, fields: readonly string[], value: unknown): Fields[] {
  return fields.map((field) => ({ ...sound, [field]: value }));
}

const sheet = { Name: "Noon Group", Day: "Monday", Time: "12:00 PM", City: "Bigfork", State: "MT" };
const columns = [
  ...["Name", "Day", "Time", "AM/PM", "End Time", "Duration", "Location", "Address", "City", "State", "Zip", "Types", "Notes", "Region"],
  ...["District", "Neighborhood", "Zoom Link", "Zoom ID", "Dial In", "Updated", "Languages", "Attendance", "Group", "Access Code", "Phone"],
];

const event = {
  ...{
    title: "Wick Circle",
    status: "publish",
    start_date: "2026-12-01 18:40:00",
    end_date: "2026-12-01 19:40:00",
    url: "https://a.example/",
  },
  ...{ timezone: "America/Denver", venue: { venue: "Depot", address: "8 Rail St", city: "Terry", state: "MT", zip: "59349" } },
};

const camel = { meetingName: "Noon Group", dayOfWeek: "Monday", startTime: "12:00 PM", city: "Bigfork" };

const online = {
  ...{ slug: "light", name: "Morning Light", timezone: "America/Denver", nextEventUTC: "2026-11-30T13:00:00.000Z", duration: 60 },
  ...{ types: ["O"], conference_url: "https://zoom.us/j/1110000001" },
};

const calendarEvent = {
  ...{ SUMMARY: "Wick Circle", "DTSTART;TZID=America/Denver": "20260106T184000", DTEND: "20260106T194000", RRULE: "FREQ=WEEKLY;BYDAY=TU" },
  ...{ LOCATION: "Depot\\, 8 Rail St\\, Terry\\, MT 59349", DTSTAMP: "20260101T000000Z" },
};

/** Text that stands where one line of a calendar can stand. */
const inLine = (value: string) => value.replaceAll("\n", "\\n");

const asTable = (records: readonly Fields[]) => {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { names, rows: records.map((record) => names.map((name) => record[name] ?? "")) };
};

/** Each container of JSON as text: with `value` in each of its fields in turn, and a record that is sound at the end. */
export const jsonContainers: Readonly<Record<string, (value: unknown) => string>> = {
  "Google's values"(value) {
    const { names, rows } = asTable([...attacked(sheet, columns, value), sheet]);
    return JSON.stringify({ values: [names, ...rows] });
  },
  "Google's gviz"(value) {
    const { names, rows } = asTable([...attacked(sheet, columns, value), sheet]);
    const cells = rows.map((row) => ({ c: row.map((cell) => ({ v: cell })) }));
    const coded = [{ c: names.map(() => ({ v: [value, value] })) }, { c: names.map(() => ({ v: "Date(2026,1,1)", f: value })) }];
    return JSON.stringify({ table: { cols: names.map((label) => ({ label })), rows: [...coded, ...cells] } });
  },
  "Google's gviz without labels"(value) {
    const { names, rows } = asTable([...attacked(sheet, columns, value), sheet]);
    const cells = [[...names, value], ...rows].map((row) => ({ c: row.map((cell) => ({ v: cell })) }));
    return JSON.stringify({ table: { cols: names.map(() => ({ label: "" })), rows: cells } });
  },
  Airtable: (value) =>
    JSON.stringify({
      records: [...attacked(sheet, columns, value), sheet].map((fields, at) => ({ id: `rec${at}`, fields })),
      offset: value,
    }),
  NocoDB: (value) =>
    JSON.stringify({
      list: [...attacked(sheet, columns, value), sheet],
      pageInfo: { isLastPage: true, next: value, total_pages: value, links: { next: value } },
    }),
  "The Events Calendar"(value) {
    const fields = [...Object.keys(event), "description", "virtual_url", "all_day"];
    const venues = Object.keys(event.venue).map((field) => ({ ...event, venue: { ...event.venue, [field]: value } }));
    const series = [...attacked(event, fields, value), ...venues, event].flatMap((one: Fields, at) => {
      const named = one["title"] === event.title ? { ...one, title: `Wick Circle ${at}` } : one;
      const isAsStarted = named["start_date"] === event.start_date;
      return isAsStarted ? [named, { ...named, start_date: "2026-12-08 18:40:00", end_date: "2026-12-08 19:40:00" }] : [named];
    });
    return JSON.stringify({ events: series, next_rest_url: "" });
  },
  "AA's Online Intergroup": (value) =>
    JSON.stringify([
      ...attacked(online, [...Object.keys(online), "features", "communities", "formats", "type", "rtc", "conference_phone"], value),
      ...attacked(online, ["types", "features", "communities", "languages"], [value, value]),
      online,
    ]),
  "keys in another spelling": (value) =>
    JSON.stringify([
      ...attacked(camel, ["meetingName", "dayOfWeek", "startTime", "endTime", "conferenceUrl", "accessCode", "phone", "online"], value),
      ...["name", "address", "latitude", "notes"].map((field) => ({ ...camel, venue: { [field]: value } })),
      camel,
    ]),
  "listed times": (value) =>
    JSON.stringify([
      ...attacked({ name: "Noon Group", notes: "" }, ["times", "phone", "access_code", "url", "formats", "notes"], value),
      { name: "Noon Group", times: [value, value, "Monday noon"] },
    ]),
};

/** Each container into whose text a text can be put where it may break what is around it. */
export const textContainers: Readonly<Record<string, (value: string) => string>> = {
  iCalendar(value) {
    const fields = [...Object.keys(calendarEvent), "DESCRIPTION", "URL", "DURATION", "STATUS", "EXDATE", "UID", "RECURRENCE-ID", "RDATE"];
    const parameters = { ...calendarEvent, [`X-A;B="${inLine(value)}"`]: "c", [`DTSTART;TZID=${inLine(value)}`]: "20260106T184000" };
    const events = [...attacked(calendarEvent, fields, inLine(value)), parameters, calendarEvent].map((lines) =>
      ["BEGIN:VEVENT", ...Object.entries(lines).map(([name, said]) => `${name}:${said}`), "END:VEVENT"].join("\r\n"),
    );
    return ["BEGIN:VCALENDAR", `X-WR-TIMEZONE:${inLine(value)}`, ...events, value, "END:VCALENDAR"].join("\r\n");
  },
  "the names of Google's columns": (value) =>
    JSON.stringify({
      table: {
        cols: ["Name", "Day", "Time", value, `a${value}`].map((label) => ({ label })),
        rows: [{ c: ["Noon Group", "Monday", "12:00 PM", "a", `Date(${value}`].map((v) => ({ v })) }],
      },
    }),
  "the names of keys": (value) => JSON.stringify([{ ...camel, [value]: "a", [`b${value}`]: value }, camel]),
  "a record a line": (value) =>
    [
      ...attacked(
        { _id: 1, title: "Noon Group", day_of_week: "Monday", time: "12:00 PM" },
        ["title", "times", "location", "descriptors"],
        value,
      ),
    ]
      .map((record) => JSON.stringify(record))
      .join("\n"),
};
