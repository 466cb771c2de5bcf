import type { Request, RequestHandler } from "express";
import { TooLarge, Unreadable, UnsupportedType } from "./errors.ts";

/** What a form may send. */
export interface FormLimits {
  /** Bytes of the whole body; 64 KB where it does not say. */
  maxBytes?: number;
  /** Fields, those that are empty included; 500 where it does not say. */
  maxFields?: number;
  /** Whether a file may come with it, as `multipart/form-data`. */
  takesFile?: boolean;
}

/** What was sent, field by field, in turn. */
type Entries = readonly (readonly [name: string, value: string | File])[];

const plainForm = "application/x-www-form-urlencoded";
const formWithFile = "multipart/form-data";
const defaultMaxBytes = 64 * 1024;
const defaultMaxFields = 500;
const sentBy = new WeakMap<Request, Entries>();

/**
 * Reads the body of a form for `field` and the like, within limits. Refuses with 413 what is too large, with 415 what is no form or is
 * compressed, with 400 what is broken. Names are names: nothing makes objects of `a[b]`, and none reaches a prototype.
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

/** Not by Express's own parsers: those answer what is too large only once all of it has come. Here the rest is thrown away as it comes, after the answer. */
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

/** Counted before they are read: half a million empty fields fit in a megabyte. */
function readPairs(bytes: Buffer, maxFields: number): Entries {
  const text = bytes.toString();
  if (text.split("&", maxFields + 2).length > maxFields) throw new TooLarge("too many fields");
  return [...new URLSearchParams(text)];
}

/** By the reader of Node's own fetch. */
async function readParts(bytes: Buffer, type: string): Promise<Entries> {
  try {
    return [...(await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData()).entries()];
  } catch {
    throw new Unreadable("broken multipart/form-data");
  }
}

/** One line of text that was sent: trimmed, without control and bidirectional characters, cut; "" where there is none. */
export function field(req: Request, name: string, maxLength = 200): string {
  return cleanLine(exactField(req, name)).slice(0, maxLength);
}

/** The same for each field of this name: boxes that were ticked. */
export function fields(req: Request, name: string, maxLength = 200): string[] {
  return textsOf(req, name).map((value) => cleanLine(value).slice(0, maxLength));
}

/** Text of several lines, cleaned in the same way but for its line breaks. */
export function textField(req: Request, name: string, maxLength = 5000): string {
  const lines = exactField(req, name).split(/\r\n?|\n/);
  return lines.map(cleanLine).join("\n").trim().slice(0, maxLength);
}

/** What was sent, character by character, as passwords need it. */
export function exactField(req: Request, name: string): string {
  return textsOf(req, name)[0] ?? "";
}

/** A file that was sent; null where none was chosen. */
export function fileField(req: Request, name: string): File | null {
  const file = entriesOf(req).find(([key, value]) => key === name && typeof value !== "string")?.[1] ?? null;
  return file instanceof File && file.size > 0 ? file : null;
}

/** All text that was sent, character by character, in its order: what a page needs to send it again. */
export function sentTexts(req: Request): { name: string; value: string }[] {
  return entriesOf(req).flatMap(([name, value]) => (typeof value === "string" ? [{ name, value }] : []));
}

/** The names of the fields that were sent, each once. */
export function fieldNames(req: Request): string[] {
  return [...new Set(entriesOf(req).map(([name]) => name))];
}

function textsOf(req: Request, name: string): string[] {
  return entriesOf(req).flatMap(([key, value]) => (key === name && typeof value === "string" ? [value] : []));
}

function entriesOf(req: Request): Entries {
  return sentBy.get(req) ?? [];
}

/** Control characters, and those that turn the direction of text (Trojan Source, CVE-2021-42574). */
const unwanted = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

function cleanLine(text: string): string {
  return text
    .replace(/\r\n|\s/gu, " ")
    .replace(unwanted, "")
    .normalize()
    .trim();
}
