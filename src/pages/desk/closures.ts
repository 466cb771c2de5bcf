import type { Request } from "express";
import { writeWhenFree } from "../../database/write-when-free.ts";
import type { Editor } from "../../editors/editor.ts";
import { closePlace, openPlace } from "../../meetings/close-place.ts";
import { type Closure, endOf, findClosures } from "../../meetings/closures.ts";
import { officeDay, officeZone } from "../../places/office-day.ts";
import { findReport } from "../../reports/find.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { field, numberField } from "../../web/form.ts";
import { sayDate } from "../../words/dates.ts";
import { type ClosableOption, closableOptions } from "./closable.ts";
import { type DeskAnswer, deskPage } from "./desk-page.ts";
import { type DeskField, errorsOf, type FormError, makeField } from "./field.ts";
import type { DeskRoute } from "./route.ts";
import { signatureOf } from "./signature.ts";

interface ClosuresView {
  action: string;
  openAction: string;
  done: string | null;
  search: DeskField;
  /** Matches: places, then groups. Null without a search. */
  found: { options: ClosableOption[]; error: string | null; fields: DeskField[]; nothing: string | null } | null;
  q: string;
  /** The report that led here, to return to; null if none did. */
  report: { reference: string; label: string; href: string } | null;
  errors: FormError[];
  closed: { number: number; label: string; said: string }[];
}

/** What was typed. */
interface Typed {
  q: string;
  which: string;
  until: string;
  words: string;
  why: string;
  /** The reference of the report that led here. */
  report: string;
}

/** Maximum characters of the public text, and of the note for other editors. */
const maxWords = 120;
const maxWhy = 500;

/** Returns the routes of closures: places and groups that do not meet until a given day. */
export function closuresRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { urls, words } = edition;
  const show = deskPage<ClosuresView>(site, edition, "desk/closures", (context, req) => {
    const typed = readTyped((name, maxLength) => String(req.query[name] ?? "").slice(0, maxLength));
    const done = req.query["closed"] === undefined ? null : words.deskWork.closures.closed;
    // Not prefilled from the URL: only an editor writes what readers see.
    return closuresPage(context, { ...typed, words: "" }, null, done);
  });
  const close = deskPage<ClosuresView>(site, edition, "desk/closures", takeClosure);
  const open = deskPage<ClosuresView>(site, edition, "desk/closures", async (context, req, editor) => {
    const { by, at } = signatureOf(context, editor);
    await writeWhenFree(context.db, () => openPlace(context.db, numberField(req, "number"), at, by));
    return { goTo: urls.deskClosures };
  });
  return [
    { method: "get", path: urls.deskClosures, role: "editor", nav: words.deskWork.closures.title, handler: show },
    { method: "post", path: urls.deskClosures, role: "editor", handler: close, holdsTyped: true },
    { method: "post", path: urls.deskReopen, role: "editor", handler: open },
  ];
}

async function takeClosure(context: Context, req: Request, editor: Editor): Promise<DeskAnswer<ClosuresView>> {
  const { db } = context;
  const typed = readTyped((name, maxLength) => field(req, name, maxLength));
  const chosen = closableOptions(context, typed).find(({ option }) => option.value === typed.which);
  const faults = faultsOf(context, typed, chosen !== undefined);
  if (chosen === undefined || faults.which || faults.until || faults.words)
    return { ...closuresPage(context, typed, faults, null), status: 422 };
  const { place, feed, group, meeting } = chosen.closable;
  const { by, at } = signatureOf(context, editor);
  const closure: Omit<Closure, "number"> = {
    place,
    feed,
    group,
    label: chosen.option.label,
    zone: meeting.zone?.name ?? officeZone,
    until: typed.until,
    // eslint-disable-next-line regexp/no-super-linear-move -- a field of a form, cut at 120 letters
    words: typed.words.replace(/[.\s]+$/, ""),
    why: typed.why || null,
    at,
  };
  await writeWhenFree(db, () => closePlace(db, closure, by));
  const report = reportOf(context, typed);
  return { goTo: report?.href ?? withQuery(context.urls.deskClosures, { closed: "1" }) };
}

/** Reads what was typed, each field up to its maximum length; `read` reads one from a URL or a form. */
function readTyped(read: (name: keyof Typed, maxLength: number) => string): Typed {
  return {
    q: read("q", 100),
    which: read("which", 400),
    until: read("until", 10),
    words: read("words", maxWords),
    why: read("why", maxWhy),
    report: read("report", 80),
  };
}

type Faults = Record<"which" | "until" | "words", string | null>;

/** A temporary closure lasts at most a year. */
const maxDays = 366;

function faultsOf({ words, now }: Context, { until, words: said }: Typed, isChosen: boolean): Faults {
  const { faults } = words.deskWork.closures;
  const day = /^\d{4}-\d\d-\d\d$/.test(until) ? Date.parse(until) : Number.NaN;
  const isSoon = until > officeDay(now) && day < now + maxDays * 86_400_000;
  return { which: isChosen ? null : faults.which, until: isSoon ? null : faults.until, words: said.length < 3 ? faults.words : null };
}

function closuresPage(context: Context, typed: Typed, faults: Faults | null, done: string | null): { title: string; view: ClosuresView } {
  const { db, words, urls, now } = context;
  const said = words.deskWork.closures;
  const search = makeField({ name: "q", label: said.find, hint: said.findHint, value: typed.q, maxLength: 100 });
  const found = typed.q === "" ? null : foundView(context, typed, faults);
  const closed = findClosures(db).filter((closure) => now < endOf(closure));
  const which = found?.error ? [{ text: found.error, href: "#which-0" }] : [];
  return {
    title: said.title,
    view: {
      action: urls.deskClosures,
      openAction: urls.deskReopen,
      done,
      search,
      found,
      q: typed.q,
      report: reportOf(context, typed),
      errors: [...which, ...errorsOf(found?.fields ?? [])],
      closed: closed.map(({ number, label, until, words: why }) => ({ number, label, said: said.isClosed(sayDate(until, words), why) })),
    },
  };
}

function reportOf({ db, urls, words }: Context, typed: Typed): ClosuresView["report"] {
  const report = findReport(db, typed.report);
  if (report === null) return null;
  const { reference } = report;
  return { reference, label: words.deskWork.closures.backTo(reference), href: urls.deskReport(reference) };
}

function foundView(context: Context, typed: Typed, faults: Faults | null): ClosuresView["found"] {
  const said = context.words.deskWork.closures;
  const options = closableOptions(context, typed).map(({ option }) => option);
  return {
    options,
    error: faults?.which ?? null,
    nothing: options.length === 0 ? said.nothing(typed.q) : null,
    fields: [
      makeField({
        name: "until",
        type: "date",
        label: said.until,
        hint: said.untilHint,
        error: faults?.until ?? null,
        value: typed.until,
        maxLength: null,
      }),
      makeField({
        name: "words",
        label: said.words,
        hint: said.wordsHint,
        error: faults?.words ?? null,
        value: typed.words,
        maxLength: maxWords,
      }),
      makeField({ name: "why", label: said.why, hint: said.whyHint, value: typed.why, maxLength: maxWhy, required: false }),
    ],
  };
}
