import type { Request, RequestHandler } from "express";
import { TooLarge, Unreadable, UnsupportedType } from "./errors.ts";

/** Limits of a form. */
export interface FormLimits {
  /** Maximum bytes of the whole body; 64 KB by default. */
  maxBytes?: number;
  /** Maximum number of fields, empty ones included; 500 by default. */
  maxFields?: number;
  /** Whether it may include a file, as `multipart/form-data`. */
  takesFile?: boolean;
}

/** The submitted fields, in order. */
type Entries = readonly (readonly [name: string, value: string | File])[];

const plainForm = "application/x-www-form-urlencoded";
const formWithFile = "multipart/form-data";
const defaultMaxBytes = 64 * 1024;
const defaultMaxFields = 500;
const sentBy = new WeakMap<Request, Entries>();

/**
 * Returns middleware that parses the body of a form, within limits, for `field` and the like. Responds with 413 to what is too large, 415
 * to what is not a form or is compressed, 400 to what is malformed. Names are plain strings: `a[b]` creates no objects, and no name reaches
 * a prototype.
 */
export function readForm({ maxBytes = defaultMaxBytes, maxFields = defaultMaxFields, takesFile = false }: FormLimits = {}): RequestHandler {
  const types = takesFile ? [plainForm, formWithFile] : [plainForm];
  return async (req, _res, next) => {
    if (!req.is(types) || req.get("content-encoding") !== undefined) throw new UnsupportedType("not a form");
    const bytes = await readBytes(req, maxBytes);
    const entries = req.is(formWithFile) ? await readParts(bytes, req.get("content-type") ?? "") : readPairs(bytes, maxFields);
    if (entries.length > maxFields) throw new TooLarge("too many fields");
    sentBy.set(req, entries);
    next();
  };
}

/** Reads the body. Unlike Express's parsers, responds to an oversized one at once and discards the rest as it comes. */
function readBytes(req: Request, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(req.get("content-length") ?? 0) > maxBytes) return reject(new TooLarge("too many bytes"));
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) return void chunks.push(chunk);
      req.off("data", take).resume();
      reject(new TooLarge("too many bytes"));
    };
    req.on("data", take);
    req.once("end", () => resolve(Buffer.concat(chunks)));
    req.once("error", () => reject(new Unreadable("the body broke off")));
  });
}

/** Counts the fields before parsing them: half a million empty fields fit in a megabyte. */
function readPairs(bytes: Buffer, maxFields: number): Entries {
  const text = bytes.toString();
  if (text.split("&", maxFields + 2).length > maxFields) throw new TooLarge("too many fields");
  return [...new URLSearchParams(text)];
}

/** Uses the parser of Node's own fetch. */
async function readParts(bytes: Buffer, type: string): Promise<Entries> {
  try {
    return [...(await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData()).entries()];
  } catch {
    throw new Unreadable("broken multipart/form-data");
  }
}

/** Returns one line of submitted text: trimmed, truncated, without control and bidirectional characters; "" where there is none. */
export function field(req: Request, name: string, maxLength = 200): string {
  return cleanLine(exactField(req, name)).slice(0, maxLength);
}

/** Returns the same for each field of this name, such as ticked boxes. */
export function fields(req: Request, name: string, maxLength = 200): string[] {
  return textsOf(req, name).map((value) => cleanLine(value).slice(0, maxLength));
}

/** Returns text of several lines, cleaned in the same way but with its line breaks. */
export function textField(req: Request, name: string, maxLength = 5000): string {
  const lines = exactField(req, name).split(/\r\n?|\n/);
  return lines.map(cleanLine).join("\n").trim().slice(0, maxLength);
}

/** Returns the submitted text unchanged, as passwords need it. */
export function exactField(req: Request, name: string): string {
  return textsOf(req, name)[0] ?? "";
}

/** Returns a submitted whole number; 0 for anything else. */
export function numberField(req: Request, name: string): number {
  const typed = field(req, name, 15);
  return /^\d+$/.test(typed) ? Number(typed) : 0;
}

/** Returns a submitted file; null where none was chosen. */
export function fileField(req: Request, name: string): File | null {
  const file = entriesOf(req).find(([key, value]) => key === name && typeof value !== "string")?.[1] ?? null;
  return file instanceof File && file.size > 0 ? file : null;
}

/** Returns all submitted text, unchanged and in order: what a page needs to submit it again. */
export function sentTexts(req: Request): { name: string; value: string }[] {
  return entriesOf(req).flatMap(([name, value]) => (typeof value === "string" ? [{ name, value }] : []));
}

/** Returns the names of the submitted fields, without duplicates. */
export function fieldNames(req: Request): string[] {
  return [...new Set(entriesOf(req).map(([name]) => name))];
}

function textsOf(req: Request, name: string): string[] {
  return entriesOf(req).flatMap(([key, value]) => (key === name && typeof value === "string" ? [value] : []));
}

function entriesOf(req: Request): Entries {
  return sentBy.get(req) ?? [];
}

/** Control characters, and those that change the direction of text (Trojan Source, CVE-2021-42574). */
const unwanted = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * Combining marks in a row beyond those that any language writes. The time to normalize grows with the square of their number; thirty is the
 * limit of Unicode's stream-safe text (UAX 15).
 */
const furtherMarks = /(\p{M}{30})\p{M}+/gu;

function cleanLine(text: string): string {
  return text
    .replace(/\r\n|\s/gu, " ")
    .replace(unwanted, "")
    .replace(furtherMarks, "$1")
    .normalize()
    .trim();
}
