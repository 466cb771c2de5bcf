import { parseJson } from "./json.ts";

/** From what a stranger sent to a list of records whose shape is known; or a sentence that says what was sent instead. */

type ReadShape = "meeting-guide" | "bmlt" | "csv";

type Records =
  | {
      shape: ReadShape;
      /** As they came. Of a spreadsheet: its rows as lines of text, the first of them its header. */
      records: unknown[];
    }
  | { problem: string };

/** Reads the bytes of a feed as text: UTF-8 where they are that, else what the sender declares, else Windows' western letters. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  return decode(bytes, "utf-8") ?? decode(bytes, declared ?? "utf-8") ?? decode(bytes, western) ?? "";
}

const western = "windows-1252";
/** What windows-1252 means by the bytes 0x80 to 0x9F. Node 20 leaves them as control characters, and curly quotes are among them. */
const westernMarks = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Null where the bytes are not in this encoding, or there is no such encoding. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    if (decoder.encoding !== western) return text;
    return text.replace(/[\u0080-\u009f]/g, (mark) => westernMarks[mark.charCodeAt(0) - 0x80]!);
  } catch {
    return null;
  }
}

/** Finds the records in a feed. "auto" finds their shape too; another shape is what the operator says it is. */
export function readRecords(text: string, shape: ReadShape | "auto"): Records {
  const content = text.replace(/^\uFEFF/, "").trim();
  if (content === "") return { problem: "The feed is empty: not even an empty list was sent." };
  const page = nameOfPage(content);
  if (page !== null) return { problem: `The feed holds ${page} in place of meetings. Check its address, or ask whoever keeps it.` };
  if (shape === "csv" || (shape === "auto" && isSpreadsheet(content))) return { shape: "csv", records: rowsOf(content) };
  return readJson(content, shape);
}

/** What a text is that was sent in place of a feed: "a bot challenge by Cloudflare", "an error: …". Null where it may be a feed. */
export function nameOfPage(text: string): string | null {
  const content = text.replace(/^\uFEFF/, "").trimStart();
  if (content.startsWith("<?xml")) return "XML";
  if (!content.startsWith("<")) return null;
  const start = content.slice(0, 100_000);
  const guard = guards.find(([, marks]) => marks.test(start));
  if (guard !== undefined) return `a bot challenge (${guard[0]})`;
  const title = plain(start.match(/<title[^<>]*>([^<]*)/i)?.[1] ?? "") || plain(start);
  return title === "" ? "a web page" : `a web page (“${title}”)`;
}

/** Whose page asks "are you human?", and words that stand on no other page: the scripts of these guards are on many an innocent one. */
const guards: [string, RegExp][] = [
  ["Cloudflare", /just a moment\.\.\.|_cf_chl_opt|cf-browser-verification|attention required! \| cloudflare/i],
  ["Sucuri", /sucuri_cloudproxy|sucuri website firewall/i],
  ["Imperva", /incapsula incident id/i],
  ["SiteGround", /sgcaptcha/i],
  ["unnamed", /checking your browser|verify(ing)? (that )?you are (a )?human|are you a robot/i],
];

/** The first readable words of a page. */
function plain(html: string): string {
  const text = html
    .slice(0, 20_000)
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)|<[^<>]*>/gi, " ")
    .replace(/\s+/g, " ");
  return text.trim().slice(0, 80).trimEnd();
}

/** What an answer in JSON says went wrong, at most a few levels down; null where it says nothing. */
export function errorIn(value: unknown, levels = 3): string | null {
  if (!isObject(value) || levels === 0) return null;
  for (const key of ["message", "error_description", "error", "errors", "detail", "data"]) {
    const said = value[key];
    if (typeof said === "string" && said.trim() !== "") return plain(said);
    const within = errorIn(Array.isArray(said) ? said[0] : said, levels - 1);
    if (within !== null) return within;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readJson(content: string, shape: "meeting-guide" | "bmlt" | "auto"): Records {
  const parsed = parseJson(content);
  if ("problem" in parsed) return { problem: `The feed is not valid JSON. ${capital(parsed.problem)}.` };
  const records = listIn(parsed.value);
  if (records !== null) return judge(records, shape);
  const error = errorIn(parsed.value);
  if (error !== null) return { problem: `The feed answers with an error in place of meetings: “${error}”.` };
  return { problem: "The feed is valid JSON but holds no list of meetings. Check that its address is the one of the meetings." };
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The list itself, or the one under a name that feeds use; PHP numbers the entries of a list that once had gaps. */
function listIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  for (const key of ["meetings", "data", "results", "items"]) {
    const list = value[key];
    if (Array.isArray(list)) return list;
    if (isNumbered(list)) return Object.values(list);
  }
  return isNumbered(value) ? Object.values(value) : null;
}

function isNumbered(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key, entry]) => /^\d+$/.test(key) && isObject(entry));
}

function judge(records: unknown[], shape: "meeting-guide" | "bmlt" | "auto"): Records {
  const found = shapeOf(records);
  if (shape === "auto" || found === null || found === shape)
    return { shape: shape === "auto" ? (found ?? "meeting-guide") : shape, records };
  return { problem: `The feed's shape is set to ${shape}, but its records are ${found}. Set its shape to ${found}, or to auto.` };
}

/** Keys that only BMLT's GetSearchResults has, whichever of its fields the address asks for. */
const bmltKeys = ["id_bigint", "weekday_tinyint", "service_body_bigint", "worldid_mixed", "meeting_name", "location_municipality"];
const meetingGuideKeys = ["slug", "name", "day", "time", "types"];

/** The shape that most of the first records have; null where none has a key of either. */
function shapeOf(records: readonly unknown[]): "meeting-guide" | "bmlt" | null {
  const first = records.slice(0, 100).filter(isObject);
  const count = (keys: string[]) => first.filter((record) => keys.some((key) => key in record)).length;
  const [bmlt, guide] = [count(bmltKeys), count(meetingGuideKeys)];
  if (bmlt === 0 && guide === 0) return null;
  return bmlt >= guide ? "bmlt" : "meeting-guide";
}

/** True where the first line names columns that a list of meetings has. */
function isSpreadsheet(content: string): boolean {
  if (/^[[{]/.test(content)) return false;
  const columns = content
    .split(/[\r\n]/, 1)[0]!
    .toLowerCase()
    .split(/[,;\t]/);
  return (
    columns.filter((column) => /^\W*(name|meeting( name)?|day|time|start time|address|city|types?|location|slug)\W*$/.test(column)).length >
    1
  );
}

/** The rows of a spreadsheet, without empty ones. A line break between quotes belongs to its row. */
function rowsOf(content: string): string[] {
  const rows: string[] = [];
  let open = false;
  for (const line of content.split(/\r\n|\n|\r/)) {
    if (open) rows.push(`${rows.pop()}\n${line}`);
    else if (line.trim() !== "") rows.push(line);
    if ((line.split('"').length - 1) % 2 === 1) open = !open;
  }
  return rows;
}
