import type { Request, RequestHandler } from "express";
import { historyOf } from "../../../changes/since.ts";
import { unlistedWith } from "../../../changes/unlisted.ts";
import { writeWhenFree } from "../../../database/write-when-free.ts";
import type { Editor } from "../../../editors/editor.ts";
import { editorNames } from "../../../editors/find.ts";
import { rememberTags } from "../../../feeds/state.ts";
import { findUnlistedMeeting, relistMeetings, unlistMeetings, versionOfMeetings } from "../../../meetings/unlist.ts";
import { findProgram } from "../../../programs/find.ts";
import { openReportsOf } from "../../../reports/find.ts";
import type { Edition } from "../../../site/edition.ts";
import type { Context, Site } from "../../../site/site.ts";
import { deskAction, withQuery } from "../../../site/urls.ts";
import { Conflict, NotFound, type WayOn } from "../../../web/errors.ts";
import { numberField } from "../../../web/form.ts";
import { sayOfficeDate } from "../../office-date.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { sayActor } from "../say-actor.ts";
import { sayDone } from "../say-done.ts";
import { signatureOf } from "../signature.ts";
import { closingWays } from "./closing-ways.ts";
import { type DeskMeeting, deskMeeting, usuallyUnlisted } from "./desk-meeting.ts";
import { type ListPeopleView, listPeople } from "./list-people.ts";
import { type MeetingField, meetingFields, sayMeetingField } from "./meeting-fields.ts";
import { readUnlistForm, sayMeeting, type UnlistFormView, unlistForm } from "./unlist-form.ts";

interface MeetingPageView {
  heading: string;
  done: string | null;
  state: string;
  /** True if it is not listed. */
  isOff: boolean;
  closed: string | null;
  onSite: string | null;
  fields: MeetingField[];
  reports: WayOn[];
  closing: WayOn[];
  lists: ListPeopleView[];
  /** Null if it is not listed. */
  unlist: { action: string; form: UnlistFormView } | null;
  /** Null if it was not unlisted. */
  relist: RelistView | null;
  history: { what: string; when: string; by: string; why: string | null }[];
}

interface RelistView {
  action: string;
  expected: number;
  /** The other meetings relisted with it, because they were unlisted together; null if there are none. */
  together: string | null;
}

const template = "desk/meetings/meeting";

/** Serves the page of one meeting: what its list says, whom to contact, and what can be done with it here. */
export function meetingAtDesk(site: Site, edition: Edition): RequestHandler {
  return deskPage<MeetingPageView>(site, edition, template, (context, req) => {
    const known = knownMeeting(context, req);
    return showMeeting(context, req, known, unlistForm(context, known.shown, { ids: usuallyUnlisted(known, false), why: "" }));
  });
}

/** Takes the ticked meetings off the site. */
export function unlistAtDesk(site: Site, edition: Edition): RequestHandler {
  return deskPage<MeetingPageView>(site, edition, template, async (context, req, editor): Promise<DeskAnswer<MeetingPageView>> => {
    const known = knownMeeting(context, req);
    const asked = readUnlistForm(req, known.shown);
    if ("again" in asked) {
      const form = unlistForm(context, known.shown, asked.again, true);
      return { ...showMeeting(context, req, known, form), status: 422 };
    }
    const { ids, shown, ...rest } = asked;
    const edit = { ...rest, ...signatureOf(context, editor) };
    return press(context, known, "unlisted", () => unlistMeetings(context.db, ids, shown, edit));
  });
}

/** Relists it; its feed is read in full at the next visit, because it may have changed meanwhile. */
export function relistAtDesk(site: Site, edition: Edition): RequestHandler {
  return deskPage<MeetingPageView>(site, edition, template, (context, req, editor) => {
    const known = knownMeeting(context, req);
    return press(context, known, "relisted", () => relist(context, req, editor, known));
  });
}

/** Relists what was unlisted together. */
function relist(context: Context, req: Request, editor: Editor, { id }: DeskMeeting): void {
  const { db, vocabulary } = context;
  const relisted = unlistedWith(db, "meetings", id)
    .flatMap((one) => findUnlistedMeeting(db, one) ?? [])
    .map((meeting) => ({ meeting, categories: Object.keys(findProgram(db, meeting.program)?.facets.category ?? {}) }));
  if (relisted.length === 0) throw new NotFound(id);
  relistMeetings(db, vocabulary, relisted, { ...signatureOf(context, editor), expected: numberField(req, "expected") });
  for (const feed of new Set(relisted.map(({ meeting }) => meeting.feed))) rememberTags(db, feed, null, null);
}

/** Runs the work of a button. If the page was outdated, leads back to look again. */
async function press(
  { db, urls }: Context,
  { id }: DeskMeeting,
  done: "unlisted" | "relisted",
  write: () => void,
): Promise<DeskAnswer<MeetingPageView>> {
  try {
    await writeWhenFree(db, write);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof NotFound)) throw error;
    return { goTo: withQuery(urls.deskMeeting(id), { done: "outdated" }) };
  }
  return { goTo: withQuery(urls.deskMeeting(id), { done }) };
}

function knownMeeting(context: Context, req: Request): DeskMeeting {
  const known = deskMeeting(context, String(req.params["id"]));
  if (known.last === null && !known.isUnlisted) throw new NotFound(known.id);
  return known;
}

function showMeeting(context: Context, req: Request, known: DeskMeeting, form: UnlistFormView): DeskAnswer<MeetingPageView> {
  const { db, words, urls } = context;
  const { id, name, meeting, last, state, isUnlisted, closed } = known;
  const view: MeetingPageView = {
    heading: name,
    done: sayDone(words.deskMeetings.page.done, req),
    state,
    isOff: meeting === null,
    closed,
    onSite: meeting && urls.meeting(id),
    fields: last === null ? [] : meetingFields(context, last, null),
    reports: openReportsOf(db, "meetings", id).map(({ reference, field, at, times }) => ({
      label: words.deskListing.listing.reported(sayMeetingField(words, field), sayOfficeDate(at, words), times),
      href: urls.deskReport(reference),
    })),
    closing: meeting === null ? [] : closingWays(context, meeting, null),
    lists: listPeople(context, known, words.deskMeetings.source.letter(name, [], context.settings.siteUrl + urls.meeting(id))),
    unlist: meeting && { action: deskAction(urls.deskMeeting(id), "unlist"), form },
    relist: isUnlisted ? relistView(context, id) : null,
    history: historyIn(context, id),
  };
  return { title: name, readingCss: true, view };
}

function relistView({ db, urls, words, feedNames }: Context, id: string): MeetingPageView["relist"] {
  const ids = unlistedWith(db, "meetings", id);
  const others = ids.filter((one) => one !== id).flatMap((one) => findUnlistedMeeting(db, one) ?? []);
  const said = others.map((meeting) => sayMeeting({ words, feedNames }, meeting));
  return {
    action: deskAction(urls.deskMeeting(id), "relist"),
    expected: versionOfMeetings(db, ids),
    together: said.length === 0 ? null : words.deskMeetings.unlist.together(said),
  };
}

function historyIn({ db, words }: Context, id: string): MeetingPageView["history"] {
  const names = editorNames(db);
  const said = words.deskListing.history;
  return historyOf(db, "meetings", id).map(({ kind, at, by, why }) => ({
    what: said.kinds[kind],
    when: sayOfficeDate(at, words),
    by: said.by(sayActor(words, names, by)),
    why,
  }));
}
