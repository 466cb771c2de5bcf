import type { Request } from "express";
import { type CallResult, callResults, callsOfMonth, saveCall } from "../../calls/calls.ts";
import { checkListing } from "../../catalog/check-listing.ts";
import { editListing } from "../../catalog/edit-listing.ts";
import { versionOfSubject } from "../../changes/append.ts";
import type { Database } from "../../database/open.ts";
import { writeWhenFree } from "../../database/write-when-free.ts";
import type { Editor } from "../../editors/editor.ts";
import type { Vocabulary } from "../../listing/vocabulary.ts";
import { findProgram } from "../../programs/find.ts";
import type { Contact, Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { callUrl } from "../../site/urls.ts";
import { Conflict } from "../../web/errors.ts";
import { field, fieldNames, numberField } from "../../web/form.ts";
import { inLanguage } from "../../words/languages.ts";
import { sayNumber } from "../../words/numbers.ts";
import type { FormError } from "./field.ts";
import { type Signature, signatureOf } from "./signature.ts";

/** A row of the call sheet or of the month's draw: a program, its number, and the result of the call. */
export interface CallRow {
  id: string;
  name: string;
  href: string;
  number: { label: string; href: string };
  hours: string | null;
  purpose: string | null;
  /** The version shown to the caller. */
  version: number;
  results: { id: string; value: CallResult; label: string; chosen: boolean }[];
  note: string;
  error: string | null;
}

/** What was typed into a row. */
export interface TypedCall {
  result: string;
  note: string;
  error: string | null;
}

/** Returns the contact with a program's number to call; null if there is none. */
export function numberToCall({ contacts }: Program): Contact | null {
  return contacts.find(({ kind }) => kind === "call") ?? null;
}

/** Returns the row of a program, with what was typed into it; empty if it has no number to call. */
export function callRow(context: Context, program: Program, typed: TypedCall | null): CallRow[] {
  const { db, words, urls } = context;
  const contact = numberToCall(program);
  if (contact === null) return [];
  const { value, hours, purpose } = contact;
  return [
    {
      id: program.id,
      name: program.name,
      href: urls.program(program.id),
      number: { label: sayNumber(value), href: callUrl(value) },
      hours: hours && words.deskWork.calls.hours(inLanguage(hours.words, words.language)),
      purpose: purpose && inLanguage(purpose, words.language),
      version: versionOfSubject(db, "programs", program.id),
      results: callResults.map((result) => ({
        id: idOfResult(program.id, result),
        value: result,
        label: words.deskWork.calls.results[result],
        chosen: result === typed?.result,
      })),
      note: typed?.note ?? "",
      error: typed?.error ?? null,
    },
  ];
}

function idOfResult(id: string, result: CallResult): string {
  return `call-${id}-${result.replace(" ", "-")}`;
}

/** Returns the faults of the rows for the top of the form; for rows that are gone, with what was typed into them. */
export function callFaults({ words }: Context, rows: readonly CallRow[], typed: ReadonlyMap<string, TypedCall>): FormError[] {
  const say = words.deskWork.calls.faultOf;
  const gone = [...typed].filter(([id]) => !rows.some((row) => row.id === id));
  return [
    ...rows.flatMap(({ id, name, error }) => (error === null ? [] : [{ text: say(name, error), href: `#${idOfResult(id, "right")}` }])),
    ...gone.map(([id, { note, error }]) => ({ text: [say(id, error ?? ""), note].filter(Boolean).join(" "), href: null })),
  ];
}

/** The outcome of a form of calls. */
interface SavedCalls {
  right: number;
  others: number;
  /** The rows that could not be saved, by id, as typed. */
  left: Map<string, TypedCall>;
}

/**
 * Saves each row that has a result: "right" is a check, any other needs a follow-up, and a wrong number is shown as unconfirmed from then
 * on. Rows that cannot be saved are returned as typed. `month` is that of a draw.
 */
export async function saveCalls(context: Context, req: Request, editor: Editor, month: string | null): Promise<SavedCalls> {
  const saved: SavedCalls = { right: 0, others: 0, left: new Map() };
  for (const name of fieldNames(req)) {
    const [, id] = name.match(/^result\.([a-z0-9-]{1,100})$/) ?? [];
    if (id === undefined) continue;
    const typed = { result: field(req, name), note: field(req, `note.${id}`, 500), version: numberField(req, `version.${id}`) };
    const error = await saveRow(context, { ...typed, ...signatureOf(context, editor), id, month });
    if (error !== null) saved.left.set(id, { ...typed, error });
    else if (typed.result === "right") saved.right++;
    else saved.others++;
  }
  return saved;
}

interface GivenCall extends Signature {
  id: string;
  result: string;
  note: string;
  version: number;
  month: string | null;
}

/** Returns what is wrong with a row; null if it was saved. */
async function saveRow({ db, words, vocabulary }: Context, given: GivenCall): Promise<string | null> {
  const { faults } = words.deskWork.calls;
  const result = callResults.find((known) => known === given.result);
  if (result === undefined) return faults.unknown;
  if (findProgram(db, given.id) === null) return faults.gone;
  if (given.month !== null && isCalled(db, given.month, given.id)) return faults.called;
  if (result === "changed" && given.note === "") return faults.note;
  try {
    await writeWhenFree(db, () => writeCall(db, vocabulary, given, result));
    return null;
  } catch (error) {
    if (error instanceof Conflict) return faults.outdated;
    throw error;
  }
}

/** Whether a drawn listing has its final result, which counts whatever is corrected afterwards. */
function isCalled(db: Database, month: string, id: string): boolean {
  const call = callsOfMonth(db, month).get(id);
  return call !== undefined && call.result !== "no answer";
}

/** Writes a call and its consequences, in the caller's transaction. */
function writeCall(db: Database, vocabulary: Vocabulary, { id, note, month, by, at, version }: GivenCall, result: CallResult): void {
  const why = note === "" ? null : note;
  const shared = { by, at, expected: version };
  if (result === "right") checkListing(db, vocabulary, { ...shared, list: "programs", id, how: "phone", found: why });
  if (result === "wrong") {
    const doubted = inDoubt(findProgram(db, id)!);
    editListing(db, vocabulary, { ...shared, list: "programs", listing: doubted, kind: "changed", why, isPublic: true });
  }
  saveCall(db, { list: "programs", subject: id, result, note: why, month, at, ...by });
}

/** Returns the program with its number unconfirmed, because it reaches nobody or somebody else. */
function inDoubt(program: Program): Program {
  const called = numberToCall(program)?.value;
  const contacts = program.contacts.map((contact) => (contact.value === called ? { ...contact, confirmed: false } : contact));
  return { ...program, contacts, status: program.status === "closed" ? "closed" : "unconfirmed" };
}
