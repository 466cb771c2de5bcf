import type { Settings } from "../../src/site/site.ts";

/** Returns the settings of a site that does nothing on its own. */
export function settingsFor(siteUrl: string): Settings {
  return { siteUrl, feedsRefresh: null, linksCheck: null, backups: { folder: "", every: null } };
}
