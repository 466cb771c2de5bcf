import type { Editor } from "../../editors/editor.ts";
import { makeLink } from "../../editors/links.ts";
import type { Context } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";

/** A link to choose a password, shown only once: views/desk/one-time-link.ejs. */
export interface OneTimeLink {
  title: string;
  lead: string;
  address: string;
  doneUrl: string;
}

/** Makes a new link for an editor. Call it in a write transaction. */
export function oneTimeLink({ db, now, words, urls, settings }: Context, { id, name }: Editor): OneTimeLink {
  const { editors } = words.desk;
  return {
    title: editors.linkTitle(name),
    lead: editors.linkLead(name),
    address: withQuery(settings.siteUrl + urls.deskLink, { token: makeLink(db, id, now) }),
    doneUrl: urls.deskEditors,
  };
}
