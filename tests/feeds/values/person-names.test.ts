// cspell:disable -- names, Spanish and how people shorten words
import { describe, expect, it } from "vitest";
import { withoutPersons } from "../../../src/feeds/values/privacy.ts";

/** Notes as other people write them than those of persons.test.ts: other names, numbers, marks and turns of phrase. */

const names = [
  ...[
    "Wendell",
    "wendell",
    "WENDELL",
    "Wendell T.",
    "wendell t",
    "Wendell Thornquist",
    "Lupita",
    "Chuy",
    "Tank",
    "Papa Joe",
    "Crazy Dave",
    "jim",
  ],
  ...[
    "Deb",
    "T.J.",
    "TJ",
    "Mary-Lou",
    "Zbigniew",
    "Siobhán",
    "D'Angelo",
    "Sunny",
    "Hope",
    "Rusty",
    "Dr. Bob",
    "Pastor Ray",
    "Old Man Pete",
  ],
  ...["Kayleigh B", "Leroy", "LEROY F", "Big Mike", "Hutch", "Ruth Ann", "Nguyen", "O'Reilly", "Rev. Moses", "Krzysztof", "Inga", "Wiyaka"],
];
const numbers = [
  ...["605-555-0187", "(605) 555-0187", "605.555.0187", "6055550187", "605 555 0187", "+16055550187", "1 (605) 555-0187", "605/555-0187"],
  ...[
    "605-555-01 87",
    "555-0187",
    "(605)555-0187",
    "605 - 555 - 0187",
    "+1-605-555-0187",
    "1.605.555.0187",
    "605 / 555 / 0187",
    "605·555·0187",
  ],
];
/** N is a name, T a number, U another's. */
const notes = [
  ...[
    "call or text N T",
    "call or text N @ T",
    "N's cell T",
    "N's # is T",
    "my name is N, my number is T",
    "Please call N first T",
    "T ask for N",
  ],
  ...[
    "T – N",
    "N ~ T",
    "N • T",
    "N\nT",
    "Contact:\nN\nT",
    "N 📞 T",
    "📞 T N",
    "📱N T",
    "N [T]",
    "(N) T",
    "N- T",
    "N/T",
    "N=T",
    "N → T",
    "* N T *",
  ],
  ...[
    "Chair: N T; Alt: Devora U",
    "N or Devora: T / U",
    "Contact 1: N | T | Contact 2: Devora | U |",
    "GSR N T",
    "Sec'y: N T",
    "For info: N T",
  ],
  ...[
    "Ride? call N. T",
    "Her name is N and her phone is T",
    "Snow? N T",
    "N can be reached by phone at T",
    "Hosted by N. Phone T",
    "Led by N (T)",
  ],
  ...[
    "N c: T h: U",
    "N, home T, cell U",
    "Informes con N al T",
    "Cel. de N: T",
    "Para más información llamar a N T",
    "Preguntar por N al T",
  ],
  ...[
    "N <wendell@example.org> T",
    "please let N know you are coming: T",
    "Any questions see N or call T",
    "N has the key, T",
    "T belongs to N",
  ],
  ...[
    "That is N's line: T",
    "N picks up: T",
    "Give N a call at T",
    "Drop N a text (T)",
    "Try N, T, or Devora, U",
    "Key person = N = T",
    "N, (h) T, (c) U",
  ],
  ...[
    "Contact N by text. T",
    "T (N, after 5 pm)",
    "Questions? Contact N! T",
    "Passcode from N, T",
    "Home of N, T",
    "RSVP N at T",
    "N 4 rides T",
  ],
  ...[
    "(contact N / T)",
    "N ... T",
    "N | T",
    "N's voicemail is T",
    "Comuníquense con N en el T",
    "Mayores informes: N, cel. T",
    "Escriba a N, T",
  ],
];

const generated = Array.from({ length: 420 }, (_, at) => {
  const [name, number] = [names[(at * 7 + Math.floor(at / 37)) % names.length]!, numbers[(at * 5 + Math.floor(at / 16)) % numbers.length]!];
  const said: Record<string, string> = { N: name, T: number, U: "605-555-0166" };
  return { name, text: notes[at % notes.length]!.replace(/(?<!\p{L})[NTU](?!\p{L})/gu, (letter) => said[letter]!) };
});

describe("notes with a person and a number, as others write them", () => {
  it("are more than four hundred", () => expect(new Set(generated.map(({ text }) => text)).size).toBeGreaterThan(400));

  it.each(generated)("lose the pair: $text", ({ name, text }) => {
    const kept = withoutPersons(text).toLowerCase();
    const words = kept.split(/[^\p{L}'-]+/u).map((word) => word.replace(/'s$/, ""));
    const parts = `${name} devora`.toLowerCase().split(/[ .]+/);
    const isNamed = parts.some((part) => part.length > 3 && words.includes(part));
    expect(isNamed && /\d{3}\D{0,3}\d{2} ?\d{2}/.test(kept), kept).toBe(false);
    expect(kept).not.toContain("example.org");
  });
});

const rooms = [
  ...[
    "Zoom ID 845 1122 3344",
    "Meeting ID: 845-1122-3344 Passcode: 5512",
    "zoom 8451122334 pw sober",
    "PMI 605 555 0187",
    "Dial +1 669 900 6833, then 84511223344#",
  ],
  ...[
    "One tap mobile +16699006833,,84511223344#",
    "Conference line 712-770-4010 access 123456",
    "Our Zoom is 605 555 0187",
    "https://us02web.zoom.us/j/8123456789?pwd=Jim",
  ],
  ...[
    "FreeConferenceCall 605-313-5111 code 812345",
    "Phone bridge +1 312 626 6799 ID 8123456789",
    "Room 605, 555 Elm",
    "Suite 605-555",
    "ZIP 57701-0187",
  ],
];
const services = [
  ...[
    "Call 1-800-662-4357 SAMHSA",
    "Central Office 605-555-0187",
    "Hope Lutheran Church 605-555-0187",
    "Grace House 605-555-0187",
    "St. Bill's Parish 605-555-0187",
  ],
  ...[
    "Phone: 605-555-0187",
    "Text 605-555-0187 for Zoom link",
    "Call for directions 605-555-0187",
    "Text SOBER to 605-555-0187",
    "Line for rides: 605-555-0187",
  ],
  ...[
    "Línea de ayuda: 605-555-0187",
    "Casa Alano 605-555-0187",
    "Iglesia San Juan 605-555-0187",
    "Rapid City 605-555-0187",
    "Black Hills Area 605-555-0187",
  ],
  ...[
    "Front desk 605-555-0187",
    "Tribal office 605-555-0187",
    "Ring bell, or dial 605-555-0187",
    "Women's line 605-555-0187",
    "Mary's Kitchen and Cafe 605-555-0187",
  ],
  ...[
    "Use the intercom or call 605-555-0187",
    "Hospital switchboard 605-555-0187",
    "Standing Rock Recovery Center 605-555-0187",
    "Call or text 988",
    "Devils Lake 605-555-0187",
  ],
];
const groups = [
  ...[
    "Hope Without Dope",
    "Bill's Place Group",
    "Sunny Side Up",
    "Saving Grace Group",
    "Rusty Nails Stag",
    "Frank Talk",
    "Happy Joyous Free",
    "Call It A Day",
  ],
  ...[
    "Jack Pine Group",
    "Will To Live",
    "Joy Of Living",
    "Dawn Busters",
    "Tex Mex Sobriety",
    "Luke Warm Stag",
    "Ruth's Table",
    "Hutch Town Hope",
  ],
];
const harmless = [
  ...[...rooms, ...services].flatMap((text) =>
    ["", ". Bring a mug.", ". Doors open 6:30.", ". Enter by the alley.", ". Coffee and Tradition study."].map((more) => text + more),
  ),
  ...groups.flatMap((group) =>
    ["", " meets in Zoom ID 845 1122 3344", ". Info 605-555-0187", " hotline 605-555-0187"].map((more) => group + more),
  ),
];

describe("notes without a person, as others write them", () => {
  it.each(harmless)("stay whole: %s", (text) => expect(withoutPersons(text)).toBe(text));
});
