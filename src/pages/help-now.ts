import type { RequestHandler } from "express";
import { facetValues } from "../listing/vocabulary.ts";
import { findProgram, programCardsWith } from "../programs/find.ts";
import type { Program } from "../programs/program.ts";
import { emptyFilter } from "../search/filter.ts";
import type { Edition } from "../site/edition.ts";
import type { Context, Site } from "../site/site.ts";
import { callUrl, filterUrl } from "../site/urls.ts";
import { inLanguage } from "../words/languages.ts";
import { page } from "./frame.ts";
import { type ContactView, contactView } from "./programs/contacts.ts";
import { type ProgramRow, programRows } from "./programs/row.ts";

interface HelpNowView {
  call911Url: string;
  groups: { id: string; heading: string; lead: string | null; lines: LineView[] }[];
  states: { name: string; lines: ProgramRow[] }[];
  allLinesUrl: string;
}

interface LineView {
  name: string;
  href: string;
  more: string;
  summary: string;
  contacts: ContactView[];
}

/** Whom to call in the next minutes, and whom to talk to before it comes to that. */
export function helpNowPage(site: Site, edition: Edition): RequestHandler {
  return page<HelpNowView>(site, edition, "help-now", (context) => {
    const { title, description } = context.words.help;
    return {
      head: {
        title,
        description,
        path: context.urls.helpNow,
        section: "help",
        freshness: "until the data changes",
        lists: ["programs"],
      },
      show: () => helpNowView(context),
    };
  });
}

function helpNowView(context: Context): HelpNowView {
  const { db, words, programs, urls, helpNow } = context;
  const chosen = { category: ["peer-support-line"] };
  return {
    call911Url: callUrl("911"),
    groups: helpNow.map((group) => ({
      id: group.id,
      heading: inLanguage(group.heading, words.language),
      lead: group.lead && inLanguage(group.lead, words.language),
      lines: group.programs.flatMap((id) => findProgram(db, id) ?? []).map((program) => lineView(context, program)),
    })),
    states: warmLinesByState(context),
    allLinesUrl: filterUrl(urls.programs, programs, { ...emptyFilter, chosen }),
  };
}

function lineView(context: Context, program: Program): LineView {
  const { words, urls } = context;
  return {
    name: program.name,
    href: urls.program(program.id),
    more: words.help.more(program.name),
    summary: inLanguage(program.summary, words.language),
    contacts: program.contacts.map((contact) => contactView(context, contact, program)),
  };
}

function warmLinesByState(context: Context): HelpNowView["states"] {
  const { programs, vocabulary, words } = context;
  const lines = programCardsWith(programs, "category", "peer-support-line");
  return facetValues(vocabulary, "state")
    .map(({ id, label }) => {
      const own = lines.filter(({ states }) => states !== "nationwide" && states.includes(id));
      return { name: inLanguage(label, words.language), lines: programRows(context, own) };
    })
    .filter(({ lines }) => lines.length > 0);
}
