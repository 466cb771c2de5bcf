import { type Editor, roles } from "../../editors/editor.ts";
import type { Context } from "../../site/site.ts";

/**
 * Returns the words that a password at this site must not consist of: the names of the site, its host, the desk, the roles and the account
 * (ASVS 6.1.2).
 */
export function guessableWords({ words, settings }: Context, { name }: Editor): string[] {
  return [words.name, words.desk.name, new URL(settings.siteUrl).host, name, ...roles, ...roles.map((role) => words.desk.roles[role])];
}
