import type { RequestHandler } from "express";
import type { HelpLine } from "../catalog/help-now.ts";
import { findProgram } from "../programs/find.ts";
import { helpLineCards } from "../programs/lines.ts";
import type { Contact, Program } from "../programs/program.ts";
import { emptyFilter } from "../search/filter.ts";
import type { Edition } from "../site/edition.ts";
import type { Context, Site } from "../site/site.ts";
import { callUrl, filterUrl, textUrl, withQuery } from "../site/urls.ts";
import { inLanguage } from "../words/languages.ts";
import { page } from "./frame.ts";
import { type LineView, lineView } from "./programs/line.ts";
import { type StateOption, stateOptions } from "./state-choice.ts";

interface HelpNowView {
  first: { label: string; href: string; icon: string }[];
  talkUrl: string;
  states: StateOption[];
  groups: { id: string; heading: string; lead: string | null; lines: LineView[] }[];
  /** States that have their own line. */
  ownLines: { letters: string; name: string; href: string }[];
  allLinesUrl: string;
}

/** Serves whom to call in the next minutes: three buttons, then one block per need, then the lines by state. */
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
  const { words, programs, urls, helpNow } = context;
  return {
    first: firstCalls(context),
    talkUrl: urls.talk,
    states: stateOptions(context, null),
    groups: helpNow.map(({ id, heading, lead, lines }) => ({
      id,
      heading: inLanguage(heading, words.language),
      lead: lead && inLanguage(lead, words.language),
      lines: lines.flatMap((line) => helpLine(context, line)),
    })),
    ownLines: statesWithLines(context),
    allLinesUrl: filterUrl(urls.programs, programs, { ...emptyFilter, chosen: { category: ["peer-support-line"] } }),
  };
}

function firstCalls({ words: { card } }: Context): HelpNowView["first"] {
  return [
    { label: card.call("911"), href: callUrl("911"), icon: "phone" },
    { label: card.call("988"), href: callUrl("988"), icon: "phone" },
    { label: card.text("988"), href: textUrl("988"), icon: "message-circle" },
  ];
}

function helpLine(context: Context, line: HelpLine): LineView[] {
  const program = findProgram(context.db, line.program);
  return program ? [lineView(context, program, contactsOf(program, line))] : [];
}

/** Returns the first contact of each kind in the requested language. */
function contactsOf({ contacts }: Program, { kinds, language }: HelpLine): Contact[] {
  const spoken = language === null ? contacts : contacts.filter(({ languages }) => languages.includes(language));
  return kinds.flatMap((wanted) => spoken.find(({ kind }) => kind === wanted) ?? []);
}

function statesWithLines(context: Context): HelpNowView["ownLines"] {
  const lines = helpLineCards(context.programs);
  const { talk } = context.urls;
  return stateOptions(context, null)
    .filter(({ value }) => lines.some(({ scope, states }) => scope.who === "anybody" && states !== "nationwide" && states.includes(value)))
    .map(({ value, label }) => ({ letters: value, name: label, href: withQuery(talk, { state: value }) }));
}
