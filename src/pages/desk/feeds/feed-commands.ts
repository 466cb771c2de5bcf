import type { Feed } from "../../../feeds/feed-list.ts";
import { isHeld } from "../../../feeds/losses.ts";

/** What to type on the server about a feed, and for what purpose. */
interface FeedCommands {
  why: "held" | "failed" | "update" | "file";
  commands: string[];
}

/** Returns the commands that diagnose and fix a feed, or update it now if nothing is wrong. */
export function feedCommands(feed: Feed | null, id: string, program: string | null, problem: string | null): FeedCommands {
  if (feed === null) {
    const named = `--id ${inShell(id)} --program ${inShell(program ?? "PROGRAM")}`;
    return { why: "file", commands: [command(`import ${named} --file FILE`)] };
  }
  const update = `update ${inShell(id)}`;
  if (problem === null) return { why: "update", commands: [command(update)] };
  if (isHeld(problem)) return { why: "held", commands: [command(`${update} --force --dry-run`), command(`${update} --force`)] };
  return { why: "failed", commands: [command(`try ${inShell(feed.url ?? feed.file ?? id)}`), command(update)] };
}

/** Returns the commands to try a list at a URL, and to add it. */
export function commandsToAdd(url: string, name: string): string[] {
  const source = inShell(url);
  return [
    command(`try ${source}`),
    command(`add --id ID --program PROGRAM --url ${source} --name ${inShell(name)} --asked "WHO, WHEN" --on`),
  ];
}

/** Returns the command to add a list that the project knows. */
export function commandToAddKnown(id: string): string {
  return command(`add --known ${inShell(id)} --on`);
}

function command(rest: string): string {
  return `npm run feeds -- ${rest}`;
}

/** Returns untrusted text as one shell word in which nothing is executed: quoted unless it has only letters, digits and a few marks. */
export function inShell(text: string): string {
  return /^[\w./:@-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
