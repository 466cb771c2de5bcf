import type { Request, RequestHandler } from "express";
import { keepReport } from "../../reports/keep.ts";
import type { NewReport } from "../../reports/report.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import type { WayOn } from "../../web/errors.ts";
import { field } from "../../web/form.ts";
import type { WrongKind } from "../../words/reports-words.ts";
import { type Head, page } from "../frame.ts";
import { answerForm, type FormState, type Sent } from "./answer-form.ts";
import type { Choice } from "./choices.ts";
import {
  emailField,
  type FaultLine,
  type Faults,
  type FieldSpec,
  type FormFieldView,
  faultLines,
  faultOf,
  fieldView,
  typedIn,
} from "./fields.ts";
import type { Intake } from "./intake.ts";
import { purposeOf, type Subject, siteItself, subjectOf } from "./subject.ts";

interface ReportView {
  action: string;
  about: string;
  lead: string;
  /** The listing it is about; null for the site itself. */
  listing: { name: string; href: string } | null;
  /** True if the page it is about does not exist. */
  isLost: boolean;
  faults: FaultLine[];
  choicesFault: string | null;
  choices: ChoiceView[];
  note: FormFieldView;
  email: FormFieldView;
  stamp: string;
  ways: WayOn[];
  lookUpUrl: string;
}

interface ChoiceView {
  id: string;
  value: string;
  label: string;
  present: string | null;
  chosen: boolean;
  right: FormFieldView | null;
}

/** What was typed into the form. */
interface Typed {
  chosen: Choice | null;
  /** By field name. */
  values: ReadonlyMap<string, string>;
}

/** The name of the field for what is wrong; its first option has this as its id. */
const choiceName = "field";
const nothingTyped: Typed = { chosen: null, values: new Map() };

/** Serves the form for what is wrong with a listing (`about`), or with the site. */
export function reportPage(site: Site, edition: Edition, intake: Intake): RequestHandler {
  return page<ReportView>(site, edition, "reports/report", (context, req) => {
    const about = typeof req.query["about"] === "string" ? req.query["about"] : "";
    const subject = subjectOf(context, about);
    const form = { subject: subject ?? siteItself, isLost: about !== "" && subject === null };
    return {
      head: headOf(context, form.subject),
      show: () => reportView(context, form, nothingTyped, { faults: new Map(), stamp: intake.issue(purposeOf(form.subject)) }),
      ...(form.isLost && { status: 404 }),
    };
  });
}

/** Handles the submitted form. If the listing is gone by then, the report is about the site, with everything typed. */
export function sendReport(site: Site, edition: Edition, intake: Intake): RequestHandler {
  return answerForm(site, edition, intake, "reports/report", readReport);
}

function readReport(context: Context, req: Request): Sent<ReportView> {
  const about = field(req, "about");
  const found = subjectOf(context, about);
  const subject = found ?? siteItself;
  const form = { subject, isLost: about !== "" && found === null };
  const specs = specsOf(context, subject);
  const typed: Typed = {
    chosen: subject.choices.find((choice) => choice.field === field(req, choiceName)) ?? null,
    values: new Map(specs.map((spec) => [spec.name, typedIn(req, spec)])),
  };
  const faults = faultsOf(context, subject, typed, specs);
  return {
    purpose: purposeOf(subject),
    faults,
    keep: (db) => keepReport(db, reportFrom(subject, typed), typed.values.get("email") || null, context.now),
    again: (state) => ({ head: headOf(context, subject), show: () => reportView(context, form, typed, state) }),
  };
}

function headOf({ words, urls }: Context, { about }: Subject): Head {
  const { title, description } = words.reports;
  const address = about === "" ? urls.report : urls.reportAbout(about);
  return { title, description, path: urls.report, address, indexed: false, hasForm: true };
}

/** Builds the report, using only what belongs to the chosen option. */
function reportFrom({ listing, choices }: Subject, { chosen, values }: Typed): NewReport {
  const right = chosen && (chosen.right ?? (values.get(rightName(choices.indexOf(chosen))) || null));
  return {
    list: listing?.list ?? null,
    subject: listing?.id ?? null,
    field: chosen?.field ?? "other",
    wrong: chosen?.wrong ?? null,
    right,
    note: values.get("note") || null,
  };
}

function faultsOf(context: Context, { choices }: Subject, { chosen, values }: Typed, specs: readonly FieldSpec[]): Faults {
  const { faults } = context.words.reports;
  const found = new Map<string, string>();
  if (choices.length > 0 && chosen === null) found.set(choiceName, faults.choose);
  const unused = choices.filter((choice) => choice !== chosen).map((choice) => rightName(choices.indexOf(choice)));
  for (const spec of specs) {
    const fault = unused.includes(spec.name) ? null : faultOf(context, spec, values.get(spec.name) ?? "");
    if (fault !== null) found.set(spec.name, fault);
  }
  if ((choices.length === 0 || chosen?.kind === "other") && values.get("note") === "") found.set("note", faults.note);
  return found;
}

const rightName = (at: number) => `right-${at}`;

const typeOf: Partial<Record<WrongKind, FieldSpec["type"]>> = { number: "tel", link: "url", chat: "url" };

/** Returns all fields that can be typed into: the right value for each choice that can have one, a note, an address. */
function specsOf(context: Context, { choices }: Subject): FieldSpec[] {
  const { reports } = context.words;
  const rights = choices.flatMap(({ kind }, at) => {
    const label = reports.right[kind];
    return label === null ? [] : [{ name: rightName(at), label, hint: null, type: typeOf[kind] ?? "text", lines: null, maxLength: 300 }];
  });
  const label = choices.length === 0 ? reports.noteSite : reports.note;
  const hint = choices.length === 0 ? reports.noteSiteHint : reports.noteHint;
  const note: FieldSpec = { name: "note", label, hint, type: "text", lines: 4, maxLength: 1500 };
  return [...rights, note, emailField(context)];
}

function reportView(
  context: Context,
  { subject, isLost }: { subject: Subject; isLost: boolean },
  { chosen, values }: Typed,
  { faults, stamp }: FormState,
): ReportView {
  const { words, urls } = context;
  const { reports } = words;
  const { about, listing, choices } = subject;
  const fields = new Map(specsOf(context, subject).map((spec) => [spec.name, fieldView(spec, values.get(spec.name) ?? "", faults)]));
  return {
    action: urls.report,
    about,
    lead: listing === null ? reports.leadSite : reports.lead,
    listing,
    isLost,
    faults: faultLines(faults),
    choicesFault: faults.get(choiceName) ?? null,
    choices: choices.map((choice, at) => ({
      id: at === 0 ? choiceName : `${choiceName}-${at}`,
      value: choice.field,
      label: reports.wrong[choice.kind],
      present: choice.present,
      chosen: choice === chosen,
      right: fields.get(rightName(at)) ?? null,
    })),
    note: fields.get("note")!,
    email: fields.get("email")!,
    stamp,
    ways: [
      { label: reports.privacy, href: urls.privacy },
      { label: reports.suggest.link, href: urls.suggest },
    ],
    lookUpUrl: urls.report,
  };
}
