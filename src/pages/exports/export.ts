import type { RequestHandler } from "express";
import { searchDocuments } from "../../library/search.ts";
import { searchMeetings } from "../../meetings/search.ts";
import { idOfGroup, type UpcomingGroup } from "../../meetings/upcoming-groups.ts";
import { searchPrograms } from "../../programs/search.ts";
import type { Answer } from "../../search/answer.ts";
import { explain } from "../../search/explain.ts";
import { type Filter, parseFilter } from "../../search/filter.ts";
import type { NamedPlace } from "../../search/words/named-place.ts";
import type { Edition } from "../../site/edition.ts";
import { type Context, contextOf, type Site } from "../../site/site.ts";
import { callUrl, inFormat, withQuery } from "../../site/urls.ts";
import type { Page } from "../../web/page-cache.ts";
import { libraryList } from "../library/results.ts";
import { meetingQuestion } from "../meetings/question.ts";
import { meetingsList } from "../meetings/results.ts";
import { askerOf, programsList } from "../programs/results.ts";
import { spokenDangers } from "../results/danger-notices.ts";
import { facetViews, type OptionView } from "../results/facets.ts";
import { type ListPage, pageCount, pageSize, pageStart, urlOf } from "../results/list-page.ts";
import { meetingsCalendar } from "./calendar.ts";
import { documentItem, meetingItem, programItem } from "./items.ts";

/** A list in another format, for the same filter: the list's address with an extension. */
interface Export {
  /** The address of the list; the format is added to it. */
  url: string;
  format: string;
  handler: RequestHandler;
}

/** The response to a request for an export. `write` searches once, and only on a cache miss. */
interface ExportAnswer {
  page: Page;
  write: () => string;
}

/** Returns every list in every available format. A new format of a list is one line here. */
export function listExports(site: Site, edition: Edition): Export[] {
  const { urls } = edition;
  const exported = (url: string, format: string, answer: (context: Context, query: Query) => ExportAnswer): Export => ({
    url,
    format,
    handler: (req, res) => {
      const context = contextOf(site, edition);
      const { page, write } = answer(context, req.query);
      site.cache.send(req, res, { ...page, trueUntil: context.lifetime.end }, write);
    },
  });
  return [
    exported(urls.programs, "json", programsJson),
    exported(urls.library, "json", libraryJson),
    exported(urls.meetings, "json", meetingsJson),
    exported(urls.meetings, "ics", meetingsCalendar),
  ];
}

type Query = Readonly<Record<string, unknown>>;

/** Returns programs as JSON. With `explain=1`, it also says how the words were understood, and each hit's fields and score. */
function programsJson(context: Context, query: Query): ExportAnswer {
  const list = programsList(context);
  const filter = parseFilter(context.programs, query);
  const explained = query["explain"] === "1" && filter.q !== "";
  const address = withQuery(inFormat(urlOf(list, filter), "json"), { explain: explained ? "1" : "" });
  return {
    page: { ...json, address, freshness: "until the data changes" },
    write: () => {
      const answer = searchPrograms(context.programs, filter);
      const cards = answer.take(pageStart(filter), pageSize);
      const body = {
        ...answerBody(context, list, answer),
        items: cards.map((card) => programItem(context, card, askerOf(context, answer).callerZone)),
      };
      const ids = cards.map(({ id }) => id);
      return JSON.stringify(explained ? { ...body, explain: explain(context.programs, answer, ids) } : body);
    },
  };
}

function libraryJson(context: Context, query: Query): ExportAnswer {
  const list = libraryList(context);
  const filter = parseFilter(context.documents, query);
  return {
    page: { ...json, address: inFormat(urlOf(list, filter), "json"), freshness: "until the data changes" },
    write: () => {
      const answer = searchDocuments(context.documents, filter);
      const items = answer.take(pageStart(filter), pageSize).map((card) => documentItem(context, card));
      return JSON.stringify({ ...answerBody(context, list, answer), items });
    },
  };
}

function meetingsJson(context: Context, query: Query): ExportAnswer {
  const list = meetingsList(context);
  const question = meetingQuestion(context, query);
  const { filter } = question;
  return {
    page: { ...json, address: inFormat(urlOf(list, filter), "json"), freshness: "a minute" },
    write: () => {
      const answer = searchMeetings(context.meetings, question, context.now);
      const items = timesIn(context, answer.take(pageStart(filter), pageSize));
      const noTravel = timesIn(context, answer.noTravel());
      return JSON.stringify({ ...answerBody(context, list, answer), times: answer.times, miles: answer.radius, items, noTravel });
    },
  };
}

/** Returns an item for each time that fits, with the id of its group: pages and counts are of groups, as in HTML. */
function timesIn(context: Context, groups: readonly UpcomingGroup[]): object[] {
  return groups.flatMap(({ fitting, times }) => fitting.map((time) => meetingItem(context, time, idOfGroup(times))));
}

const json = { contentType: "application/json; charset=utf-8" } as const;

/** Returns what every list includes: total, page, facets with their counts, whom to call in danger, and the places named. */
function answerBody(context: Context, list: ListPage, answer: Answer<unknown>): object {
  const { filter, total, counts } = answer;
  return {
    total,
    page: filter.page,
    pages: pageCount(total),
    facets: facetsInJson({ ...list, url: inFormat(list.url, "json") }, filter, counts),
    danger: dangerItems(context, answer),
    places: (answer.understood?.places ?? []).map(placeItem),
  };
}

/** Returns a place that the words name: its states, what to ask for meetings near it, or the places that share the name. */
function placeItem({ typed, states, near, among }: NamedPlace): object {
  return { typed, states, near, among };
}

/** In characters. Each of a hundred options repeats the address, so a longer one is left to the client to compose. */
const maxRepeatedAddress = 300;

/** Returns the options of each facet. If the address is long, their `href` is null. */
function facetsInJson(list: ListPage, filter: Filter, counts: Answer<unknown>["counts"]): Record<string, object[]> {
  const isLong = urlOf(list, filter).length > maxRepeatedAddress;
  const withoutHref = ({ value, label, count, chosen }: OptionView) => ({ value, label, count, chosen, href: null });
  return Object.fromEntries(
    facetViews(list, filter, counts).map(({ name, options }) => [name, isLong ? options.map(withoutHref) : options]),
  );
}

/** Returns what to do in the dangers that the words mention: first the call, then who else answers. */
function dangerItems(context: Context, answer: Answer<unknown>): object[] {
  return spokenDangers(context, answer).map(({ id, notice, call911, lines }) => ({
    id,
    notice,
    call: call911 ? callUrl("911") : null,
    lines: lines.map(({ lead, cards }) => ({
      lead,
      programs: cards.map((card) => programItem(context, card, askerOf(context, answer).callerZone)),
    })),
  }));
}
