import { createHash } from "node:crypto";
import type { ListName } from "../../database/versions.ts";
import { findDocument } from "../../library/find.ts";
import { findMeeting } from "../../meetings/find.ts";
import { findProgram } from "../../programs/find.ts";
import type { Context } from "../../site/site.ts";
import { type Choice, documentChoices, meetingChoices, programChoices } from "./choices.ts";

/** What a report is about. */
export interface Subject {
  /** As in URLs: `programs/ID`; empty for the site itself. */
  about: string;
  /** Null for the site itself. */
  listing: { list: ListName; id: string; name: string; href: string } | null;
  /** What may be wrong with it; empty for the site itself. */
  choices: Choice[];
}

export const siteItself: Subject = { about: "", listing: null, choices: [] };

/** Returns the listing that a URL names, such as `programs/smart-recovery`; null if it does not exist. */
export function subjectOf(context: Context, about: string): Subject | null {
  const [list = "", ...rest] = about.split("/");
  const id = rest.join("/");
  switch (list) {
    case "programs":
      return programSubject(context, about, id);
    case "library":
      return documentSubject(context, about, id);
    case "meetings":
      return meetingSubject(context, about, id);
    default:
      return null;
  }
}

/** Returns the name of a listing in URLs. */
export function aboutOf(list: ListName, id: string): string {
  return `${list === "documents" ? "library" : list}/${id}`;
}

/** Returns what identifies a form in its stamp: the listing, and its content when the form was opened. */
export function purposeOf({ about, choices }: Subject): string {
  const said = choices.map(({ field, wrong }) => [field, wrong]);
  return `${about} ${createHash("sha256").update(JSON.stringify(said)).digest("base64url")}`;
}

function programSubject(context: Context, about: string, id: string): Subject | null {
  const program = findProgram(context.db, id);
  if (program === null) return null;
  const listing = { list: "programs", id, name: program.name, href: context.urls.program(id) } as const;
  return { about, listing, choices: programChoices(context, program) };
}

function documentSubject({ db, urls }: Context, about: string, id: string): Subject | null {
  const document = findDocument(db, id);
  if (document === null) return null;
  const listing = { list: "documents", id, name: document.title, href: urls.document(id) } as const;
  return { about, listing, choices: documentChoices(document) };
}

function meetingSubject(context: Context, about: string, id: string): Subject | null {
  const meeting = findMeeting(context.db, id);
  if (meeting === null) return null;
  const listing = { list: "meetings", id, name: meeting.name, href: context.urls.meeting(id) } as const;
  return { about, listing, choices: meetingChoices(context, meeting) };
}
