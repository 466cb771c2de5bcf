import type { Edition } from "../../site/edition.ts";
import type { Site } from "../../site/site.ts";
import { deskPage } from "./desk-page.ts";
import type { DeskRoute } from "./route.ts";

interface TodayView {
  name: string;
}

/** The first page of the desk. */
export function todayRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { desk } = edition.words;
  const today = deskPage<TodayView>(site, edition, "desk/today", (_context, _req, { name }) => ({ title: desk.today, view: { name } }));
  return [{ method: "get", path: edition.urls.desk, role: "editor", nav: desk.today, handler: today }];
}
