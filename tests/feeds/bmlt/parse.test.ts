// cspell:ignore Mujeres primera
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBmlt } from "../../../src/feeds/bmlt/parse.ts";
import type { FeedSource } from "../../../src/feeds/record.ts";
import { foundInJson, taken } from "../../support/feeds.ts";
import { vocabulary } from "../../support/vocabulary.ts";

const source: FeedSource = { id: "Plains-NA", program: "narcotics-anonymous", fellowship: null, vocabulary };

const record = {
  id_bigint: "41",
  weekday_tinyint: "1",
  venue_type: "1",
  start_time: "19:30:00",
  duration_time: "01:30:00",
  time_zone: "",
  formats: "O,BEG",
  lang_enum: "en",
  longitude: "-101.8552",
  latitude: "33.5779",
  published: "1",
  meeting_name: "Wind & Water",
  location_text: "Grange Hall",
  location_info: "Back door",
  location_street: "12 Mill Road",
  location_municipality: "Lubbock",
  location_province: "Texas",
  location_postal_code_1: "79401",
  location_nation: "USA",
  comments: "",
};

const newer = { id: 7, name: "Night Owls", day: 6, startTime: "23:30", duration: "02:00", venueType: 1, published: true, formatIds: [4] };

const parse = (changes: Record<string, unknown>, formats: unknown[] | null = null) =>
  taken(parseBmlt(source, foundInJson([{ ...record, ...changes }], formats)));
const read = (changes: Record<string, unknown>, formats: unknown[] | null = null) => parse(changes, formats).meetings[0]!;
const kinds = (changes: Record<string, unknown>) => parse(changes).repairs.map(({ kind }) => kind);

describe("parseBmlt", () => {
  it("shows no key of a format that turns the direction of writing", () => {
    expect(read({ formats: "\u202eKeyed\u2069" }).otherTypes).toEqual(["Keyed"]);
  });

  it("keeps the state beside a nation that is none, a number without its owner, and a closed house closed", () => {
    expect(read({ location_nation: "Lubbock County" }).place.state).toBe("TX");
    expect(read({ location_nation: "AU", location_province: "WA" }).place.state).toBeNull();
    expect(read({ phone_meeting_number: "646-555-0100 Jonas" }).phone).toEqual({ number: "646-555-0100", notes: null });
    expect(read({ comments: "Temporarily closed." }).join).toBe("paused");
  });

  it("reads a record of search results", () => {
    expect(taken(parseBmlt(source, foundInJson([record])))).toEqual({
      meetings: [
        {
          id: "plains-na-41",
          feed: "Plains-NA",
          program: "narcotics-anonymous",
          name: "Wind & Water",
          group: null,
          occurrences: [{ day: 0, start: 1170, length: 90 }],
          recordZone: null,
          closed: null,
          join: "in-person",
          place: {
            name: "Grange Hall",
            street: "12 Mill Road",
            city: "Lubbock",
            state: "TX",
            zip: "79401",
            country: "US",
            point: { latitude: 33.5779, longitude: -101.8552 },
            approximate: false,
            notes: "Back door",
          },
          online: null,
          phone: null,
          types: ["open", "beginners"],
          otherTypes: [],
          areas: [],
          languages: ["en"],
          notes: null,
          url: null,
          updated: null,
        },
      ],
      repairs: [],
      refused: [],
    });
  });

  it("reads a record of the newer API, whose Sunday is 0", () => {
    const { meetings, repairs } = taken(
      parseBmlt(source, foundInJson([newer], [{ id: 4, worldId: "CLOSED", translations: [{ key: "X", name: "Closed", language: "en" }] }])),
    );
    expect(meetings[0]).toMatchObject({
      id: "plains-na-7",
      name: "Night Owls",
      occurrences: [{ day: 6, start: 1410, length: 120 }],
      types: ["closed"],
    });
    expect(repairs).toEqual([]);
  });

  it.each([
    ["not published", { published: "0" }],
    ["not published", { published: false }],
    ["no id: ask for id_bigint too (data_field_key=id_bigint,…)", { id_bigint: "" }],
    ["no name", { meeting_name: " ", location_text: null, location_municipality: "" }],
    ["no readable day or time", { weekday_tinyint: "8" }],
    ["no readable day or time", { weekday_tinyint: "0" }],
    ["no readable day or time", { start_time: "25:00:00" }],
    ["no readable day or time", { start_time: "" }],
  ])("refuses a record: %s", (reason, changes) => {
    const { meetings, refused } = parse(changes);
    expect([meetings, refused.map((each) => each.reason)]).toEqual([[], [reason]]);
  });

  it("loses only the bad records", () => {
    const { meetings, refused } = taken(parseBmlt(source, foundInJson(["no", null, record, record, [], { ...record, id_bigint: "42" }])));
    expect(meetings.map(({ id }) => id)).toEqual(["plains-na-41", "plains-na-42"]);
    expect(refused.map(({ record: at }) => at)).toEqual(["#1", "#2", "41", "#5"]);
  });

  it.each([
    ["7", "saturday", 6],
    ["3", "tue", 2],
  ])("counts day %s from Sunday 1, and knows the name %s", (number, name, day) => {
    expect(read({ weekday_tinyint: number }).occurrences[0]!.day).toBe(day);
    expect(read({ weekday_tinyint: name }).occurrences[0]!.day).toBe(day);
    expect(kinds({ weekday_tinyint: name })).toEqual(["day"]);
  });

  it("reads clock times with am and pm, and says so", () => {
    expect(read({ start_time: "7:05 PM" }).occurrences[0]!.start).toBe(1145);
    expect(read({ start_time: "12:00am" }).occurrences[0]!.start).toBe(0);
    expect(kinds({ start_time: "7:05 PM" })).toEqual(["time"]);
  });

  it("knows no length where the server filled in zero", () => {
    expect(read({ duration_time: "00:00:00" }).occurrences[0]!.length).toBeNull();
  });

  it("keeps what stands behind the label of an old value", () => {
    expect(read({ comments: "Comments#@-@#Ring twice" }).notes).toBe("Ring twice");
    expect(kinds({ comments: "Comments#@-@#Ring twice" })).toEqual(["label"]);
  });

  it("cleans texts of tags and says so, but not of a doubled blank", () => {
    expect(read({ comments: "<b>Ring</b>" }).notes).toBe("Ring");
    expect(kinds({ comments: "<b>Ring</b>" })).toEqual(["text"]);
    expect(kinds({ comments: "Ring  twice" })).toEqual([]);
  });

  it("leaves out whom to contact, also in the report", () => {
    const told = parse({ comments: "Park behind. Contact Maria Garcia 806-555-0123 or <b>maria@example.org</b>." });
    expect(told.meetings[0]!.notes).toContain("Park behind.");
    expect(told.repairs.map(({ kind }) => kind)).toContain("privacy");
    for (const secret of ["Garcia", "555-0123", "maria@"]) expect(JSON.stringify(told)).not.toContain(secret);
  });

  it("keeps only zones that exist", () => {
    expect(read({ time_zone: "America/Denver" }).recordZone).toBe("America/Denver");
    expect(read({ time_zone: "America/Nowhere" }).recordZone).toBeNull();
    expect(kinds({ time_zone: "+05:00" })).toEqual(["zone"]);
  });

  it("has no point at 0,0 or off the globe", () => {
    expect(read({ latitude: "0", longitude: "0.000" }).place.point).toBeNull();
    expect(read({ latitude: "97.1" }).place.point).toBeNull();
    expect(kinds({ latitude: "x" })).toEqual(["coordinates"]);
    expect(read({ latitude: "47.4", longitude: "-105" }).place.point).toBeNull();
    expect(read({ latitude: "-101.8552", longitude: "33.5779" }).place.point).toEqual({ latitude: 33.5779, longitude: -101.8552 });
  });

  it("keeps no state outside the United States", () => {
    expect(read({ location_nation: "Canada", location_province: "ON" }).place).toMatchObject({ state: null, country: "Canada" });
    expect(read({ location_nation: "", location_province: "me." }).place).toMatchObject({ state: "ME", country: "US" });
  });

  it("calls an address approximate that only says the town", () => {
    expect(read({ location_text: "", location_street: "" }).place.approximate).toBe(true);
  });
});

describe("parseBmlt, on how to join", () => {
  const link = { virtual_meeting_link: "https://meet.example.org/j/1?a=1&amp;b=2", virtual_meeting_additional_info: "Passcode: calm" };

  it.each([
    ["in-person", { venue_type: "" }],
    ["in-person", { venue_type: "1" }],
    ["hybrid", { venue_type: "3", ...link }],
    ["hybrid", { venue_type: "1", ...link }],
    ["hybrid", { venue_type: "1", formats: "HY" }],
    ["video", { venue_type: "2", ...link }],
    ["video", { venue_type: "1", formats: "O,VM", ...link }],
    ["online-for-now", { venue_type: "2", formats: "VM,TC", ...link }],
    ["online-for-now", { venue_type: "2", temporarilyVirtual: true, ...link }],
    ["paused", { venue_type: "1", formats: "TC" }],
  ])("is %s with %j", (join, changes) => expect(read(changes).join).toBe(join));

  it("names the doubt where evidence is against the venue type", () => {
    expect(kinds(link)).toEqual(["link", "join"]);
    expect(kinds({ ...link, venue_type: "3" })).toEqual(["link"]);
  });

  it("keeps link, passcode and number", () => {
    const both = read({ ...link, phone_meeting_number: "+1 555-010-0199, code 77#" });
    expect(both.online).toEqual({ url: "https://meet.example.org/j/1?a=1&b=2", notes: "Passcode: calm" });
    expect(both.phone).toEqual({ number: "+1 555-010-0199", notes: "code 77#" });
  });

  it("completes a link without a scheme, and takes none that opens an account", () => {
    expect(read({ virtual_meeting_link: "meet.example.org/j/5" }).online!.url).toBe("https://meet.example.org/j/5");
    expect(read({ virtual_meeting_link: "https://admin:secret@meet.example.org/" }).online!.url).toBe("https://meet.example.org/");
    expect(read({ virtual_meeting_link: "https://example.org/wp-admin/post.php?action=edit" }).online).toBeNull();
    expect(read({ virtual_meeting_link: "javascript:alert(1)" }).online).toBeNull();
  });

  it.each([
    [{ virtual_meeting_link: "https://zoom.us/j/1 Passcode: calm" }, { online: { url: "https://zoom.us/j/1", notes: "Passcode: calm" } }],
    [{ virtual_meeting_link: "Zoom ID 123 456 7890" }, { online: null, phone: null, notes: "Zoom ID 123 456 7890" }],
    [{ virtual_meeting_link: "646-555-0100" }, { online: null, phone: { number: "646-555-0100", notes: null } }],
    [
      { virtual_meeting_link: "null", phone_meeting_number: "none", comments: "N/A" },
      { online: null, phone: null, notes: null },
    ],
    [{ phone_meeting_number: "+16465550100,,123#,,#" }, { phone: { number: "+16465550100,,123#,,#", notes: null } }],
    [{ phone_meeting_number: "tel:+16465550100" }, { phone: { number: "+16465550100", notes: null } }],
    [{ phone_meeting_number: "Ask Jonas Smithers 646-555-0100" }, { phone: { number: "646-555-0100", notes: null } }],
  ])("of %j keeps %j", (changes, kept) => expect(read(changes)).toMatchObject(kept));

  it.each([
    [{ start_time: "24:00:00" }, { day: 1, start: 0, length: 90 }],
    [{ start_time: "12:00 Noon" }, { day: 0, start: 720, length: 90 }],
    [{ start_time: "1930" }, { day: 0, start: 1170, length: 90 }],
    [{ duration_time: "24:00:00" }, { day: 0, start: 1170, length: null }],
    [{ duration_time: "00:00:00" }, { day: 0, start: 1170, length: null }],
    [{ duration_time: 75 }, { day: 0, start: 1170, length: 75 }],
  ])("with %j meets at %j", (changes, occurrence) => expect(read(changes).occurrences).toEqual([occurrence]));

  it("keeps no place that is called Zoom", () => {
    expect(read({ location_text: "Zoom", location_street: "Online" }).place).toMatchObject({ name: null, street: null, approximate: true });
  });
});

describe("parseBmlt, on formats", () => {
  const table = [
    { key_string: "C", world_id: "CW", name_string: "Niños bienvenidos", lang: "es", id: "4" },
    { key_string: "C", world_id: "CW", name_string: "Children Welcome", lang: "en", id: "4" },
    { key_string: "Q", world_id: "", name_string: "Quiet Room", lang: "en", id: "5" },
    { key_string: "SPA", world_id: "LANG", name_string: "Spanish", lang: "en", id: "6" },
    { key_string: "FIN", world_id: "LANG", name_string: "Finnish", lang: "en", id: "7" },
    null,
  ];

  it("means what the world id says, not the key", () => {
    expect(read({ formats: "C" }).types).toEqual(["closed"]);
    expect(read({ formats: "C" }, table).types).toEqual(["children-welcome"]);
  });

  it("goes by shared ids before keys", () => {
    expect(read({ formats: "C", format_shared_id_list: "5,6" }, table)).toMatchObject({
      otherTypes: ["Quiet Room"],
      languages: ["es"],
      types: [],
    });
  });

  it("reads the keys of a Spanish record in the Spanish table, and says the names in English", () => {
    const both = [
      { key_string: "M", world_id: "M", name_string: "Men", lang: "en", id: "15" },
      { key_string: "H", world_id: "M", name_string: "Hombres", lang: "es", id: "15" },
      { key_string: "W", world_id: "W", name_string: "Women", lang: "en", id: "31" },
      { key_string: "M", world_id: "W", name_string: "Mujeres", lang: "es", id: "31" },
      { key_string: "RS", world_id: "", name_string: "Round Robin", lang: "en", id: "40" },
      { key_string: "RR", world_id: "", name_string: "Ronda", lang: "es", id: "40" },
    ];
    expect(read({ lang_enum: "es", formats: "M,RR" }, both)).toMatchObject({ types: ["women"], otherTypes: ["Round Robin"] });
    expect(read({ lang_enum: "en", formats: "M" }, both).types).toEqual(["men"]);
    // Without a table of the feed's own M may be men or women.
    expect(read({ lang_enum: "es", formats: "M,C,VM" })).toMatchObject({ types: ["closed"], otherTypes: [] });
    expect(read({ lang_enum: "es", formats: "W,H" })).toMatchObject({ types: ["women"], otherTypes: [] });
  });

  it("hides the keys that nobody knows, and reports them", () => {
    const { meetings, repairs } = taken(parseBmlt(source, foundInJson([{ ...record, formats: "ZZ,B,Potluck" }])));
    expect(meetings[0]).toMatchObject({ types: ["beginners"], otherTypes: ["Potluck"] });
    expect(repairs).toContainEqual(expect.objectContaining({ kind: "types", was: "ZZ" }));
  });

  it("keeps what is said of formats and of buses", () => {
    const said = read({ format_comments: "Ronda en la primera hora", public_transport: "Bus 12 to Elm" });
    expect([said.notes, said.place.notes].join(" ")).toMatch(/Ronda en la primera hora.*Bus 12 to Elm/s);
  });

  it("keeps known formats in the feed's words", () => {
    expect(read({ formats: "FIN,Q,ZZ" }, table)).toMatchObject({ otherTypes: ["Finnish", "Quiet Room"], languages: ["en"] });
  });

  it("knows the keys of a new server without a table, or with an empty one", () => {
    const known = { types: ["women", "lgbtq", "wheelchair", "young-people", "secular"], otherTypes: [], languages: ["es", "ase"] };
    expect(read({ formats: "W,GL,WC,YP,Ag,ES,SL" })).toMatchObject(known);
    expect(read({ formats: "W,GL,WC,YP,Ag,ES,SL" }, [])).toMatchObject(known);
  });

  it("takes the record's language where no format names one", () => {
    expect(read({ lang_enum: "es" }).languages).toEqual(["es"]);
  });
});

describe("parseBmlt, on strangers", () => {
  it("asks no object for its own words", () => {
    const odd = { toString: [], toJSON: 1, valueOf: "x" };
    for (const field of [
      "formats",
      "format_shared_id_list",
      "published",
      "weekday_tinyint",
      "start_time",
      "venue_type",
      "time_zone",
      "id_bigint",
    ]) {
      for (const value of [odd, [odd], [[odd]]]) {
        const { meetings, refused } = taken(parseBmlt(source, foundInJson([{ ...record, [field]: value }, record])));
        expect(meetings.length + refused.length, field).toBe(2);
      }
    }
  });

  it("never takes in contacts and addresses of servers", () => {
    const secret = "Jane Roe 555-010-0188 jane@example.org";
    const names = ["contact_name_1", "contact_phone_1", "contact_email_1", "contact_name_2", "email_contact", "email", "root_server_uri"];
    expect(JSON.stringify(parse(Object.fromEntries(names.map((name) => [name, secret]))))).not.toContain("Roe");
  });

  it("answers any records and formats, and accounts for each", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.constant(null), fc.boolean(), fc.array(fc.string()), fc.object());
    const odd = fc.dictionary(
      fc.constantFrom(...Object.keys({ ...record, ...newer }), "phone_meeting_number", "virtual_meeting_link"),
      value,
    );
    const mixed = fc.oneof(
      value,
      odd,
      odd.map((changes) => ({ ...record, ...changes })),
    );
    fc.assert(
      fc.property(fc.array(mixed), fc.option(fc.array(mixed), { nil: null }), (records, formats) => {
        const { meetings, refused } = taken(parseBmlt(source, foundInJson(records, formats)));
        expect(meetings.length + refused.length).toBe(records.length);
        expect(new Set(meetings.map(({ id }) => id)).size).toBe(meetings.length);
      }),
    );
  });
});
