import type { Request } from "express";
import { writeWhenFree } from "../../database/write-when-free.ts";
import type { Editor } from "../../editors/editor.ts";
import { findSuggestion } from "../../reports/find.ts";
import type { Suggestion } from "../../reports/report.ts";
import { settleSuggestion } from "../../reports/settle.ts";
import type { Edition } from "../../site/edition.ts";
import { deskAddress } from "../../site/listing-address.ts";
import type { Context, Site } from "../../site/site.ts";
import { NotFound, type WayOn } from "../../web/errors.ts";
import { field } from "../../web/form.ts";
import { hostOf } from "../../words/addresses.ts";
import { type Fact, knownFacts } from "../facts.ts";
import { sayOfficeDate } from "../office-date.ts";
import { type DeskAnswer, type DeskPage, deskPage } from "./desk-page.ts";
import { commandsToAdd, commandToAddKnown } from "./feeds/feed-commands.ts";
import { operatorsFeeds } from "./feeds/operators-feeds.ts";
import { maxReply, noteSeen, replyIn, sayEmails, settlementBy } from "./message.ts";
import type { DeskRoute } from "./route.ts";

/** A reader's suggestion, and the ways to answer it. */
interface SuggestionView {
  title: string;
  lead: string;
  /** What was sent, as text: web addresses in it are not links. */
  rows: Fact[];
  /** Addresses of those who want an answer, deleted once it is answered; null if nobody does. */
  emails: string | null;
  /** The outcome; null while it is open. */
  settled: string | null;
  /** Why the last button press did nothing; null if there was none. */
  hindrance: string | null;
  hint: string;
  /** Where to add a program; null for a list of meetings. */
  newProgram: { label: string; href: string } | null;
  /** What is needed to add a list of meetings; null for a program. */
  newList: NewListView | null;
  action: string;
  reply: string;
  maxReply: number;
  back: { label: string; href: string };
}

/** For a list of meetings, which is added on the server: the commands, and what is already known of it. */
interface NewListView {
  /** The commands to try and add it; empty if no URL was sent. */
  commands: string[];
  /** Whether it is already here, or one of the lists that the project knows. */
  known: string | null;
  feeds: WayOn;
}

/** Returns the routes of a reader's suggestion, to be reviewed and answered with one button. */
export function suggestionRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const path = edition.urls.deskSuggestion(":reference");
  const show = deskPage<SuggestionView>(site, edition, "desk/suggestion", async (context, req) => {
    const suggestion = suggestionOf(context, req);
    await noteSeen(context, suggestion);
    return suggestionPage(context, suggestion, null, "");
  });
  const answer = deskPage<SuggestionView>(site, edition, "desk/suggestion", answerSuggestion);
  return [
    { method: "get", path, role: "editor", handler: show },
    { method: "post", path, role: "editor", handler: answer, holdsTyped: true },
  ];
}

async function answerSuggestion(context: Context, req: Request, editor: Editor): Promise<DeskAnswer<SuggestionView>> {
  const { db, words, urls } = context;
  const suggestion = suggestionOf(context, req);
  const reply = replyIn(req);
  const outcome = (["accepted", "declined"] as const).find((one) => one === field(req, "do"));
  const said = words.deskWork.suggestion;
  if (suggestion.answer !== null) return { ...suggestionPage(context, suggestion, said.already, reply), status: 409 };
  if (outcome === undefined) return { ...suggestionPage(context, suggestion, said.choose, reply), status: 422 };
  await writeWhenFree(db, () => settleSuggestion(db, suggestion.reference, settlementBy(context, editor, outcome, reply)));
  return { goTo: urls.deskSuggestion(suggestion.reference) };
}

function suggestionOf({ db }: Context, req: Request): Suggestion {
  const suggestion = findSuggestion(db, String(req.params["reference"]));
  if (suggestion === null) throw new NotFound("no such suggestion");
  return suggestion;
}

function suggestionPage(context: Context, suggestion: Suggestion, hindrance: string | null, typed: string): DeskPage<SuggestionView> {
  const { words, urls } = context;
  const { suggestion: said, today } = words.deskWork;
  const { report, find } = words.deskListing;
  const { reference, name, kind, at, times, answer } = suggestion;
  const title = said.title(name);
  const view: SuggestionView = {
    title,
    lead: report.lead(sayOfficeDate(at, words), times),
    rows: rowsOf(context, suggestion),
    emails: sayEmails(context, suggestion),
    settled: answer && report.settled(said.outcomes[answer.outcome], sayOfficeDate(answer.at, words)),
    hindrance,
    hint: said.hints[kind],
    newProgram: kind === "program" ? { label: find.newProgram, href: deskAddress(urls, "programs", "new") } : null,
    newList: kind === "meetings" ? newListOf(context, suggestion) : null,
    action: urls.deskSuggestion(reference),
    reply: answer?.reply ?? typed,
    maxReply,
    back: { label: today.back, href: urls.desk },
  };
  return { title, readingCss: true, view };
}

function newListOf(context: Context, suggestion: Suggestion): NewListView {
  const { words, urls } = context;
  const address = addressIn(suggestion);
  return {
    commands: address === null ? [] : commandsToAdd(address, suggestion.name),
    known: address === null ? null : sayKnown(context, address),
    feeds: { label: words.deskFeeds.title, href: urls.deskFeeds },
  };
}

/** Returns the first valid web address that was sent, adding the scheme that people leave out; null if there is none. */
function addressIn({ url, reach }: Suggestion): string | null {
  const typed = [url, reach].flatMap((text) => text?.trim() ?? []).map((text) => (/^https?:\/\//i.test(text) ? text : `https://${text}`));
  return typed.find((text) => URL.canParse(text) && new URL(text).hostname.includes(".") && !/[\s@]/.test(text)) ?? null;
}

/** Returns which feed or known list has the same host; null if none does. */
function sayKnown({ words, knownFeeds, feedNames }: Context, address: string): string | null {
  const said = words.deskWork.suggestion;
  const host = hostOf(address);
  const fed = operatorsFeeds().feeds.find(({ url }) => url !== null && hostOf(url) === host);
  if (fed !== undefined) return said.isFed(feedNames.get(fed.id) ?? fed.name ?? fed.id);
  const known = knownFeeds.find(({ url, site }) => [url, site].some((own) => own !== null && hostOf(own) === host));
  return known === undefined ? null : said.isKnown(known.name, commandToAddKnown(known.id));
}

function rowsOf({ words }: Context, { kind, name, what, reach, url, source }: Suggestion): Fact[] {
  const { terms } = words.deskWork.suggestion;
  return knownFacts([
    [terms.kind, words.reports.suggest.kinds[kind]],
    [terms.name, name],
    [terms.what, what],
    [terms.reach, reach],
    [terms.url, url],
    [terms.source, source],
  ]);
}
