import type { ListName } from "../database/versions.ts";
import type { Urls } from "./urls.ts";

/** Where a listing of a list is on the site. */
export function publicAddress({ program, document, meeting }: Urls, list: ListName, id: string): string {
  return { programs: program, documents: document, meetings: meeting }[list](id);
}

/** Where it is at the desk. */
export function deskAddress({ deskProgram, deskDocument, deskMeeting }: Urls, list: ListName, id: string): string {
  return { programs: deskProgram, documents: deskDocument, meetings: deskMeeting }[list](id);
}
