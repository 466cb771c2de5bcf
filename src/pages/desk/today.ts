import { countCalls, isCounted } from "../../calls/accuracy.ts";
import { callsOfMonth } from "../../calls/calls.ts";
import { findDraw } from "../../calls/draw.ts";
import { officeMonth } from "../../places/office-day.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { NotFound } from "../../web/errors.ts";
import { deskPage } from "./desk-page.ts";
import { type Queue, type QueueRow, queuesOf } from "./queue.ts";
import type { DeskRoute } from "./route.ts";

interface TodayView {
  title: string;
  welcome: string | null;
  /** What was just done. */
  done: string | null;
  order: string;
  /** The monthly draw, if it is not finished. */
  draw: { label: string; href: string } | null;
  queues: QueueView[];
  nothing: string | null;
  back: { label: string; href: string } | null;
}

interface QueueView {
  id: string;
  heading: string;
  rows: QueueRow[];
  /** Link to the rest. */
  more: { label: string; href: string } | null;
}

/** Rows of each kind on the first page; the rest is counted and linked. */
const maxRows = 20;
/** Maximum number of rows on the page of one kind. */
const maxAllRows = 500;

/** Returns the routes of the desk's first page, with what needs a person today, and of each kind in full. */
export function todayRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { desk } = edition.words;
  const { urls } = edition;
  const today = deskPage<TodayView>(site, edition, "desk/today", async (context, req, { name }) => ({
    title: desk.today,
    view: { ...(await todayView(context, String(req.query["checked"] ?? "").slice(0, 200))), welcome: desk.welcome(name) },
  }));
  const all = deskPage<TodayView>(site, edition, "desk/today", async (context, req) => {
    const queue = (await queuesOf(context)).find(({ section }) => section === req.params["section"]);
    if (queue === undefined) throw new NotFound(String(req.params["section"]));
    const view = queueView(context, queue, maxAllRows);
    return {
      title: view.heading,
      view: {
        ...emptyView(context, view.heading),
        queues: [{ ...view, more: null }],
        back: { label: context.words.deskWork.today.back, href: urls.desk },
      },
    };
  });
  return [
    { method: "get", path: urls.desk, role: "editor", nav: desk.today, handler: today },
    { method: "get", path: urls.deskQueue(":section"), role: "editor", handler: all },
  ];
}

async function todayView(context: Context, checked: string): Promise<TodayView> {
  const { words } = context;
  const said = words.deskWork.today;
  const queues = (await queuesOf(context)).filter(({ rows }) => rows.length > 0);
  return {
    ...emptyView(context, words.desk.today),
    done: checked === "" ? null : said.checked(checked),
    draw: drawView(context),
    queues: queues.map((queue) => queueView(context, queue, maxRows)),
    nothing: queues.length === 0 ? said.nothing : null,
  };
}

function emptyView({ words }: Context, title: string): TodayView {
  return { title, welcome: null, done: null, order: words.deskWork.today.order, draw: null, queues: [], nothing: null, back: null };
}

function queueView({ words, urls }: Context, { section, rows }: Queue, count: number): QueueView {
  const said = words.deskWork.today;
  return {
    id: section,
    heading: said.headings[section](rows.length),
    rows: rows.slice(0, count),
    more: rows.length > count ? { label: said.all(rows.length), href: urls.deskQueue(section) } : null,
  };
}

function drawView({ db, now, words, urls }: Context): TodayView["draw"] {
  const said = words.deskWork.today;
  const draw = findDraw(db, officeMonth(now));
  if (draw === null) return { label: said.noDraw, href: urls.deskAccuracy };
  const accuracy = countCalls(draw, callsOfMonth(db, draw.month));
  return isCounted(accuracy) ? null : { label: said.draw(accuracy.called, draw.drawn.length), href: urls.deskAccuracy };
}
