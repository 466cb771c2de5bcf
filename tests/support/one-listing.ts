import { type AtDesk, signIn } from "./desk.ts";
import { openTestApp, openTestSite } from "./site.ts";
import { untouchedForm } from "./untouched-form.ts";

/** One listing at the desk, and two people who edit it. */

export const address = "/desk/programs/smart-recovery";
export const edit = `${address}/edit`;

/** Opens a site of its own with an editor and an admin signed in. */
export function openDesk() {
  const site = openTestSite();
  const app = openTestApp(site);
  return { db: site.data.db, dana: signIn(app, site, "editor", "Dana"), ruth: signIn(app, site, "admin", "Ruth") };
}

/** Opens the form of the listing; returns its fields as they are sent if nothing is typed. */
export async function openForm(who: AtDesk) {
  return untouchedForm((await who.get(edit)).text, edit);
}

/** Returns the choices that a page of conflicts offers: "Theirs: 406-555-0142". */
export function sidesIn(html: string): string[] {
  return [...html.matchAll(/<strong>([^<]*)<\/strong> ([^<]*)<\/span>/g)].map(([, side, value]) => `${side}: ${value}`);
}
