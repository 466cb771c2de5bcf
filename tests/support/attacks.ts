/** Texts made to take a careless pattern quadratic, cubic or exponential time. Each is called for a number of characters. */

type Attack = (size: number) => string;

/** `piece` again and again up to `size` characters, between a beginning and an end. */
const repeat =
  (piece: string, start = "", end = ""): Attack =>
  (size) =>
    start + piece.repeat(Math.max(1, Math.floor((size - start.length - end.length) / piece.length))) + end;

/** For the fields of records. The first nine once stopped every feed, and with them the catalog. */
export const fieldAttacks: Readonly<Record<string, Attack>> = {
  "schemes one after the other": repeat("http://", "", "x"),
  "addresses without a name": repeat("https://a//"),
  "an address and full stops": repeat(".", "https://a.b", "x"),
  "an address and brackets": repeat(")", "https://a.b", "x"),
  "a figure and spaces": repeat(" ", "1", "x"),
  "hash marks and numbers": repeat("# id 2345678 "),
  "hash marks alone": repeat("#", "", " 2345678"),
  "addresses run into each other": repeat("https://a.bc/d"),
  "broken schemes": repeat("htps:/ /", "", "a.b"),
  spaces: repeat(" ", "x", "x"),
  "line breaks": repeat("\n", "x", "x"),
  commas: repeat(",", "x", "x"),
  hyphens: repeat("-", "x", "x"),
  "figures and hyphens": repeat("555-", "", "x"),
  "figures, commas and hash marks": repeat(",1#", "2345678", "-2"),
  "tags left open": repeat("<br "),
  "tags within tags": repeat("<b>"),
  "entities without an end": repeat("&#1"),
  "entities of entities": repeat("&amp;"),
  "letters of another encoding": repeat("Ã©"),
  "an address of mail": repeat("a.", "x@"),
  "at signs": repeat("a@ "),
  "names before numbers": repeat("Jane D. 555-"),
  "words that ask for somebody": repeat("Call Ann B "),
  "keys of hosts": repeat("host key is "),
  "days and joints": repeat("mon - to "),
  "first Mondays": repeat("first monday & "),
  "times and joints": repeat("7 to ", "", "pm"),
  "states and commas": repeat("TX, "),
  "words of a place": repeat("(guam "),
  "percent signs": repeat("%41%"),
  "letters of a slug": repeat("a-"),
  "words of closing": repeat("the church is temporarily closed until "),
  "reasons to be closed": repeat("suspended due to ", "", "."),
  "parts of a title": repeat(" (closed) - "),
  "people and numbers": repeat("Jonas 406-555-0142 "),
  "numbers to call": repeat("406-555-0142 "),
  "people alone": repeat("Call Ann Bo, Cy Dee or ", "", "406-555-0142"),
  "contacts in a row": repeat("Contact 1: Ann | "),
  "gaps in a row": repeat("ann@example.org or ", "", "…"),
  "dates in a row": repeat("1/2/2024 "),
  "days of a rule": repeat("BYDAY=MO,1TU;"),
  "escapes of a calendar": repeat("\\\\n\\,"),
  "letters large and small": repeat("aB1_"),
  "summers and winters": repeat("May through September and "),
  "languages in a row": repeat("English and y "),
  // Each class of marks goes before the one before it, so that sorting them moves every one.
  "marks out of order": (size) => `a${["\u0345", "\u0315", "\u0301", "\u0316", "\u0334"].map((mark) => mark.repeat(size / 5)).join("")}`,
};

/** For the text of a whole feed. */
export const feedAttacks: Readonly<Record<string, Attack>> = {
  "line breaks after JSON": repeat("\n", "[{}", "x"),
  "zeros and line breaks after JSON": repeat("0\n", "[{}", "x"),
  "comments that do not end": repeat("}<!--", "[{"),
  "comments that end once": repeat("}<!--", "[{", "-->"),
  "comments one after the other": repeat("<!---->", "[{}"),
  "quotes that are not closed": repeat('\\"', '["', "]"),
  "quotes in a row": repeat('"', "[", "]"),
  "commas in a row": repeat(",", "[", "]"),
  "commas and spaces": repeat(" ", "[,", "x]"),
  "brackets that open": repeat("["),
  "braces and spaces": repeat("} ", "[{", "x"),
  "a record a line": repeat('{"name":"A"}\n', "", "}"),
  "half records": repeat("{} \n", "", "x"),
  "messages of PHP": repeat("<br />Warning: [ "),
  "messages of PHP after it": repeat("} <b>Warning</b>: ", "[{"),
  "a callback": repeat("a", "", "("),
  "brackets of a callback": repeat("})", "a([{"),
  "titles of a page": repeat("<title"),
  "scripts of a page": repeat("<script>"),
  "one column for each row": (size) => `[${JSON.stringify(["name", "day", ...Array(size / 8).fill("a")])},${repeat("[],")(size / 2)}[]]`,
  "one column of BMLT for each row": (size) =>
    `[${JSON.stringify(["weekday_tinyint", "name", ...Array(size / 8).fill("a")])},${repeat("[],")(size / 2)}[]]`,
  "a long name of a column": (size) => `[["name","day","${"_a".repeat(size / 4)}"],${repeat("[1,2,3],")(size / 2)}[1,2,3]]`,
  "records of one id": repeat('{"name":"A","slug":"a"},', "[", '{"name":"A","slug":"a"}]'),
  "records of long ids, each twice": (size) => {
    const records = Array.from({ length: size / 128 }, (_, at) => ({ name: "A", slug: "x".repeat(74) + String(at).padStart(6, "0") }));
    return JSON.stringify([...records, ...records]);
  },
  "records of ids with capitals": (size) =>
    JSON.stringify(Array.from({ length: size / 32 }, (_, at) => ({ name: "A", slug: `A b ${at}` }))),
  "a deep value": (size) => `[{"name":"A","day":${"[".repeat(size / 2)}${"]".repeat(size / 2)}}]`,
  "a sheet with a quote left open in each row": repeat('"A,Monday,7pm\n', "name,day,time\n"),
  "a sheet of quotes": repeat('"\n', "name,day,time\n"),
  "a sheet without a header": repeat("a,b\n"),
};

/** The fields of both dialects that are read. */
export const attackedFields = {
  "meeting-guide": [
    ...["name", "slug", "day", "time", "end_time", "timezone", "location", "group", "notes", "group_notes", "location_notes"],
    ...["formatted_address", "address", "city", "state", "postal_code", "country", "latitude", "longitude", "coordinates", "approximate"],
    ...[
      "conference_url",
      "conference_url_notes",
      "conference_phone",
      "conference_phone_notes",
      "types",
      "attendance_option",
      "url",
      "updated",
      "languages",
      "duration",
      "archived",
      "region",
      "district",
      ...["sub_region", "regions", "area", "neighborhood", "county", "language", "times", "id", "updatedAt", "one_date"],
    ],
  ],
  bmlt: [
    ...["meeting_name", "weekday_tinyint", "start_time", "duration_time", "time_zone", "venue_type", "lang_enum", "formats", "comments"],
    ...["location_text", "location_street", "location_city_subsection", "location_municipality", "location_province"],
    ...["location_postal_code_1", "location_nation", "location_info", "train_lines", "bus_lines", "latitude", "longitude"],
    ...["virtual_meeting_link", "virtual_meeting_additional_info", "phone_meeting_number", "published", "format_shared_id_list"],
    ...["format_comments", "public_transport", "location_neighborhood", "location_sub_province", "temporarilyVirtual", "root_server_uri"],
  ],
} as const;

/** A record of a dialect that can be read, so that what is put into one field reaches the readers of that field. */
export const soundRecord = {
  "meeting-guide": { slug: "noon", name: "Noon Group", day: 1, time: "12:00", city: "Bigfork", state: "MT" },
  bmlt: { id_bigint: "7", meeting_name: "Noon Group", weekday_tinyint: "2", start_time: "12:00:00", location_text: "Hall" },
} as const;
