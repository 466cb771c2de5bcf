import type { RequestHandler } from "express";
import { noFilter } from "../facets/filter.ts";
import { facetValues } from "../facets/vocabulary.ts";
import { inLanguage } from "../listing/text.ts";
import { findProgram, programCardsWith } from "../programs/find.ts";
import type { Program } from "../programs/program.ts";
import { type ContactView, contactView } from "./contacts.ts";
import { page } from "./frame.ts";
import { type ProgramRow, programRows } from "./rows.ts";
import type { Site } from "./site.ts";
import { callUrl, filterUrl, urls } from "./urls.ts";

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

/** Who to call in the next minutes, and whom to talk to before it comes to that. */
export function helpNowPage(site: Site): RequestHandler {
  const show = page<HelpNowView>(site, "pages/help-now");
  return (req, res) => {
    const { title, description } = site.words.help;
    show(req, res, { title, description, path: urls.helpNow, section: "help", freshness: "until the data changes" }, () =>
      helpNowView(site),
    );
  };
}

function helpNowView(site: Site): HelpNowView {
  const { db, words, programs } = site;
  const category = { category: ["peer-support-line"] };
  return {
    call911Url: callUrl("911"),
    groups: site.helpNow.map((group) => ({
      id: group.id,
      heading: inLanguage(group.heading, words.language),
      lead: group.lead && inLanguage(group.lead, words.language),
      lines: group.programs.flatMap((id) => findProgram(db, id) ?? []).map((program) => lineView(site, program)),
    })),
    states: warmLinesByState(site),
    allLinesUrl: filterUrl(urls.programs, programs, { ...noFilter, chosen: category }),
  };
}

function lineView({ words }: Site, program: Program): LineView {
  return {
    name: program.name,
    href: urls.program(program.id),
    more: words.help.more(program.name),
    summary: inLanguage(program.summary, words.language),
    contacts: program.contacts.map((contact) => contactView(contact, program.lastCheck, words)),
  };
}

function warmLinesByState(site: Site): HelpNowView["states"] {
  const lines = programCardsWith(site.programs, "category", "peer-support-line");
  return facetValues("state")
    .map(({ id, label }) => ({
      name: inLanguage(label, site.words.language),
      lines: programRows(
        site,
        lines.filter(({ states }) => states !== "nationwide" && states.includes(id)),
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
}
