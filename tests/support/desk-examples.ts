import { noteConflict, openConflicts } from "../../src/changes/conflicts.ts";
import type { Editor } from "../../src/editors/editor.ts";
import { rememberAsked, rememberFailed } from "../../src/feeds/state.ts";
import { recordLook, saveUses } from "../../src/links/state.ts";
import { findProgram } from "../../src/programs/find.ts";
import { keepReport, keepSuggestion } from "../../src/reports/keep.ts";
import { editions } from "../../src/site/edition.ts";
import type { Site } from "../../src/site/site.ts";
import { deskAction, withQuery } from "../../src/site/urls.ts";
import { importRecords } from "./feeds.ts";

const { urls } = editions[0];

/** An address that is there for each path of the desk that is made of an id. */
export function deskExamples(editor: Editor, site: Site): Readonly<Record<string, string>> {
  someBrokenLink(site);
  const meeting = someMeeting(site);
  return {
    [urls.deskEditor(":id")]: urls.deskEditor(editor.id),
    [urls.deskQueue(":section")]: urls.deskQueue("due"),
    [urls.deskCheck(":list", ":id")]: urls.deskCheck("programs", "smart-recovery"),
    [urls.deskSheet(":list")]: urls.deskSheet("programs"),
    [urls.deskMeeting(":id")]: urls.deskMeeting(meeting),
    [deskAction(urls.deskMeeting(":id"), "unlist")]: deskAction(urls.deskMeeting(meeting), "unlist"),
    [deskAction(urls.deskMeeting(":id"), "relist")]: deskAction(urls.deskMeeting(meeting), "relist"),
    [urls.deskFeed(":id")]: urls.deskFeed(troubledFeed(site)),
    [urls.deskReport(":reference")]: urls.deskReport(someReport(site)),
    [urls.deskSuggestion(":reference")]: urls.deskSuggestion(someSuggestion(site)),
    ...listingExamples(site, urls.deskProgram(":id"), urls.deskProgram("smart-recovery"), "programs", "smart-recovery"),
    ...listingExamples(site, urls.deskDocument(":id"), urls.deskDocument("fletcher-group"), "documents", "fletcher-group"),
  };
}

/** A meeting of a list that the project knows, so that its page names whom to ask. */
function someMeeting({ data: { db } }: Site): string {
  const record = {
    slug: "noon",
    name: "Noon Group",
    group: "Noon",
    day: 1,
    time: "12:00",
    formatted_address: "12 Main St, Bigfork, MT 59911, USA",
  };
  importRecords(db, { id: "na-montana", program: "narcotics-anonymous" }, [record]);
  return "na-montana-noon";
}

/** A feed of the operator's that was held. */
function troubledFeed({ data: { db } }: Site): string {
  const id = "example-meeting-guide";
  rememberAsked(db, id, "2026-11-24T11:00:00.000Z");
  rememberFailed(
    db,
    id,
    "This would remove 5 of the feed's 6 meetings, more than 30%. Nothing was changed; if it is right, import it with --force.",
  );
  return id;
}

function someReport({ data, now }: Site): string {
  const said = { field: "contacts[0].value", wrong: null, right: "www.example.org", note: "It has moved." };
  return keepReport(data.db, { list: "programs", subject: "smart-recovery", ...said }, null, now());
}

function someSuggestion({ data, now }: Site): string {
  const named = {
    name: "Prairie Circle",
    what: "A group of farmers. <b>Mondays</b>",
    reach: "406-555-0123",
    url: "https://prairie.example",
  };
  return keepSuggestion(data.db, { kind: "program", ...named, source: "I go there." }, "reader@example.org", now());
}

/** A link of a program that has moved, so that its page has something to show. */
function someBrokenLink({ data: { db } }: Site): void {
  const { value } = findProgram(db, "smart-recovery")!.contacts.find((contact) => contact.value.startsWith("http"))!;
  saveUses(db, [{ url: value, list: "programs", subject: "smart-recovery" }]);
  recordLook(db, value, { verdict: "moved", movedTo: "https://new.example.org/", detail: "301" }, "2026-11-20T12:00:00.000Z");
}

/** A listing whose file and the desk disagree, and every address of it. */
function listingExamples(
  { data: { db } }: Site,
  path: string,
  address: string,
  list: "programs" | "documents",
  subject: string,
): Record<string, string> {
  const texts = { before: { en: "Before." }, theirs: { en: "The file’s." }, mine: { en: "The desk’s." } };
  noteConflict(db, { list, subject, field: "summary", ...texts, at: "2026-11-24T12:00:00.000Z" });
  const conflict = openConflicts(db).find((one) => one.subject === subject)!;
  const actions = ["edit", "undo", "close", "reopen", "unlist", "relist", "notes", "forget-note"] as const;
  return {
    [path]: address,
    ...Object.fromEntries(actions.map((action) => [deskAction(path, action), deskAction(address, action)])),
    [deskAction(path, "conflict")]: withQuery(deskAction(address, "conflict"), { number: String(conflict.number) }),
  };
}
