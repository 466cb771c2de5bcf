// cspell:disable -- names and Spanish
import { describe, expect, it } from "vitest";
import { withoutPersons } from "../../../src/feeds/values/privacy.ts";

const names = [
  "Marlo",
  "Marlo Q.",
  "Marlo Quill",
  "Marlo Q",
  "Robin",
  "Big Jim",
  "Jim K.",
  "Nacho",
  "Tere",
  "Peggy Sue",
  "J. Quill",
  "DeShawn",
  "Ana María",
  "O'Neil",
  "Skeeter",
];
const numbers = [
  "406-555-0142",
  "(406) 555-0142",
  "406.555.0142",
  "4065550142",
  "+1 406 555 0142",
  "406 555 0142",
  "406–555–0142",
  "1-406-555-0142",
];
/** N is a name, T a telephone, U a second one, n the name in small letters. */
const leaking = [
  "Call N at T",
  "Contact N T for the code.",
  "Contact: N, T",
  "Text N for the door code at T.",
  "Call N before coming, T",
  "Contact person is N, phone is T",
  "T is N's cell for directions.",
  "Ask N T or U for a ride",
  "WhatsApp N at T",
  "For a passcode call N any evening after six o'clock on T",
  "N: T",
  "T (N)",
  "T - N",
  "Landline T N",
  "Contact 1: N | T |",
  "Contact 1: N | T | Contact 2: Devin | U |",
  "Questions? N, T",
  "Meets at noon. Ring N if the door is locked: T.",
  "If lost, phone N. The number is T.",
  "N (h) T (w) U",
  "Llame a N al T",
  "Pregunte por N, teléfono T",
  "Contacto: N T",
  "Para la clave mande un mensaje a N, T",
  "Zoom ID: 111 222 3380, contact N for password T",
  "Host: N, cell T",
  "Secretary N T",
  "contact n at T",
  "call n for a ride T",
  "Email or text N T",
  "Reach out to N on T",
  "Speak with N: T",
];
const digits = /\d{3}\D{0,3}\d{4}/;

const generated = Array.from({ length: 320 }, (_, at) => {
  const name = names[(at * 7) % names.length]!;
  const [number, second] = [numbers[at % numbers.length]!, numbers[(at + 3) % numbers.length]!.replaceAll("0142", "0177")];
  const text = leaking[at % leaking.length]!.replace(
    /\b[NTUn]\b/g,
    (letter) => ({ N: name, T: number, U: second, n: name.toLowerCase() })[letter] ?? letter,
  );
  return { name, text };
});

describe("notes with a person and a number", () => {
  it("are more than three hundred, in every order and spelling", () =>
    expect(new Set(generated.map(({ text }) => text)).size).toBeGreaterThan(300));

  it.each(generated)("lose the pair: $text", ({ name, text }) => {
    const kept = withoutPersons(text).toLowerCase();
    const named = name
      .toLowerCase()
      .split(/[ .]+/)
      .some((part) => part.length > 2 && kept.split(/[^\p{L}']+/u).includes(part));
    const numbered = digits.test(kept.replace("111 222 3380", ""));
    expect(named && numbered, kept).toBe(false);
    expect(numbered, kept).toBe(false);
  });
});

const rooms = ["907 105 5523", "812 3456 7890", "907-105-5525", "85011269892", "111 222 3380"];
const harmless = [
  "Zoom ID: R",
  "Zoom: R. Password 4455",
  "Zoom Meeting ID: R Passcode: serenity",
  "Meeting ID R, passcode 112233",
  "PMI: R",
  "Webex R",
  "Video every day. PMI: R. Password 4455",
  "Meeting R",
  "ID: R, everyone welcome",
  "Join Zoom Meeting https://zoom.us/j/85011269892?pwd=abcDEF",
  "Please use your Skype account to join; a Skype call will ring.",
  "Skype only. A Skype call will ring at noon.",
  "ID de reunión: R, contraseña 1234",
  "Sala de Zoom R",
];
const services = [
  "Call Intergroup at 406-555-0100",
  "Contact Central Office 406-555-0100",
  "Questions: 406-555-0100",
  "Text 406-555-0100 for the code",
  "Helpline 406-555-0100, day and night",
  "Call the church office at 406-555-0100",
  "For info text JOIN to 406-555-0100",
  "Call St. Paul's Lutheran Church at 406-555-0100",
  "Call Grace Chapel 406-555-0100",
  "Contact the Alano Club, 406-555-0100",
  "Call ahead: 406-555-0100",
  "Call before coming, 406-555-0100",
  "Llame al 406-555-0100",
  "Línea de ayuda 406-555-0100",
  "Call the hotline at 406-555-0100 when lost",
  "Zoom ID: 402 3948 553\nDial-In Phone No.: 225-322-5573\nDial-In ID: 402 3948 553\nDial-In-passcode: xxxxxx",
  "Chicago: 312-626-6799",
  "Dial in +1 253 205 0468 US (Tacoma), +1 346 248 7799 US (Houston)",
  "Meets at Quill Memorial Hall, 12 Elm. Buzz 406-555-0100",
];
const groups = [
  "Wake Up Call Living Sober",
  "Call To Freedom Group",
  "Contact Improvement Home Group",
  "Home of Grace Fellowship",
  "Host Of Friends",
  "Ask For Help",
  "Mail Room Miracles",
  "Reach Out And Up",
  "Speak With Courage",
  "Text And Steps",
  "Sober Sisters",
  "Ties That Bind",
  "Chip Off The Block",
  "Leader of the Pack",
  "Bill's Kitchen Table",
  "Hope Floats",
  "Early Risers",
  "Stepping Stones",
  "Miracles on Main",
  "New Dawn Rising",
];
const years = ["Room 12", "Bring 2 dollars", "Since 1987", "7 pm sharp", "Hwy 200 at mile 14"];

const kept = [
  ...harmless.flatMap((text) => rooms.map((room) => text.replace("R", room))),
  ...services.flatMap((text) => ["", " Bring a chair.", " Doors open at 6:30."].map((more) => text + more)),
  ...groups.flatMap((group) => ["", ...years].map((more) => [group, more].filter(Boolean).join(". "))),
  ...groups.map((group) => `${group} meets in Zoom room 907 105 5523`),
];

describe("notes without a person", () => {
  it("are about three hundred", () => expect(new Set(kept).size).toBeGreaterThan(240));
  it.each([...new Set(kept)])("stay whole: %s", (text) => expect(withoutPersons(text)).toBe(text));
});
