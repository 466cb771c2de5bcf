import type { Request, RequestHandler } from "express";
import { keepSuggestion } from "../../reports/keep.ts";
import { type NewSuggestion, type SuggestionKind, suggestionKinds } from "../../reports/report.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import type { WayOn } from "../../web/errors.ts";
import { field } from "../../web/form.ts";
import { type Head, page } from "../frame.ts";
import { answerForm, type FormState, type Sent } from "./answer-form.ts";
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

interface SuggestView {
  action: string;
  faults: FaultLine[];
  kindFault: string | null;
  kinds: { id: string; value: SuggestionKind; label: string; chosen: boolean }[];
  fields: FormFieldView[];
  stamp: string;
  ways: WayOn[];
  lookUpUrl: string;
}

/** What was typed into the form. */
interface Typed {
  kind: SuggestionKind | null;
  /** By field name. */
  values: ReadonlyMap<string, string>;
}

/** The form is the same for everybody. */
const purpose = "suggest";
const nothingTyped: Typed = { kind: null, values: new Map() };

/** Serves the form for what is missing: a program, or a list of meetings. */
export function suggestPage(site: Site, edition: Edition, intake: Intake): RequestHandler {
  return page<SuggestView>(site, edition, "reports/suggest", (context) => ({
    head: headOf(context),
    show: () => suggestView(context, nothingTyped, { faults: new Map(), stamp: intake.issue(purpose) }),
  }));
}

/** Handles the submitted form. */
export function sendSuggestion(site: Site, edition: Edition, intake: Intake): RequestHandler {
  return answerForm(site, edition, intake, "reports/suggest", readSuggestion);
}

function readSuggestion(context: Context, req: Request): Sent<SuggestView> {
  const typed: Typed = {
    kind: suggestionKinds.find((kind) => kind === field(req, "kind")) ?? null,
    values: new Map(specsOf(context).map((spec) => [spec.name, typedIn(req, spec)])),
  };
  const faults = faultsOf(context, typed);
  return {
    purpose,
    faults,
    keep: (db) => keepSuggestion(db, suggestionFrom(typed), typed.values.get("email") || null, context.now),
    again: (state) => ({ head: headOf(context), show: () => suggestView(context, typed, state) }),
  };
}

function headOf({ words, urls }: Context): Head {
  const { title, description } = words.reports.suggest;
  return { title, description, path: urls.suggest, hasForm: true };
}

function suggestionFrom({ kind, values }: Typed): NewSuggestion {
  const said = (name: string) => values.get(name) || null;
  return {
    kind: kind ?? "program",
    name: said("name") ?? "",
    what: said("what") ?? "",
    reach: said("reach"),
    url: said("url"),
    source: said("source"),
  };
}

function faultsOf(context: Context, { kind, values }: Typed): Faults {
  const { faults } = context.words.reports.suggest;
  const found = new Map<string, string>();
  if (kind === null) found.set("kind", faults.kind);
  const missing = new Map([
    ["name", values.get("name") === "" ? faults.name : null],
    ["what", values.get("what") === "" ? faults.about : null],
    ["reach", values.get("reach") === "" && values.get("url") === "" ? faults.reach : null],
  ]);
  for (const spec of specsOf(context)) {
    const fault = missing.get(spec.name) ?? faultOf(context, spec, values.get(spec.name) ?? "");
    if (fault !== null) found.set(spec.name, fault);
  }
  return found;
}

function specsOf(context: Context): FieldSpec[] {
  const { suggest } = context.words.reports;
  return [
    { name: "name", label: suggest.name, hint: null, type: "text", lines: null, maxLength: 120 },
    { name: "what", label: suggest.about, hint: suggest.aboutHint, type: "text", lines: 4, maxLength: 1000 },
    { name: "reach", label: suggest.reach, hint: suggest.reachHint, type: "text", lines: null, maxLength: 300 },
    { name: "url", label: suggest.url, hint: null, type: "url", lines: null, maxLength: 500 },
    { name: "source", label: suggest.source, hint: suggest.sourceHint, type: "text", lines: null, maxLength: 300 },
    emailField(context),
  ];
}

function suggestView(context: Context, { kind, values }: Typed, { faults, stamp }: FormState): SuggestView {
  const { words, urls } = context;
  return {
    action: urls.suggest,
    faults: faultLines(faults),
    kindFault: faults.get("kind") ?? null,
    kinds: suggestionKinds.map((value, at) => ({
      id: at === 0 ? "kind" : `kind-${at}`,
      value,
      label: words.reports.suggest.kinds[value],
      chosen: value === kind,
    })),
    fields: specsOf(context).map((spec) => fieldView(spec, values.get(spec.name) ?? "", faults)),
    stamp,
    ways: [
      { label: words.reports.privacy, href: urls.privacy },
      { label: words.reports.link, href: urls.report },
    ],
    lookUpUrl: urls.report,
  };
}
