import type { Feed } from "../../../feeds/feed-list.ts";
import { isHeld } from "../../../feeds/losses.ts";

/** What whoever runs the server types about a feed, and what for. */
interface FeedCommands {
  why: "held" | "failed" | "update" | "file";
  commands: string[];
}

/** The commands that look into what is wrong with a feed and fix it, or that bring it now where nothing is. */
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

/** What is typed to see what would become of a list at an address, and to add it. */
export function commandsToAdd(url: string, name: string): string[] {
  const source = inShell(url);
  return [
    command(`try ${source}`),
    command(`add --id ID --program PROGRAM --url ${source} --name ${inShell(name)} --asked "WHO, WHEN" --on`),
  ];
}

/** The same for a list that the project knows. */
export function commandToAddKnown(id: string): string {
  return command(`add --known ${inShell(id)} --on`);
}

function command(rest: string): string {
  return `npm run feeds -- ${rest}`;
}

/** A stranger's text as one word of a shell, in which nothing is run: quoted where it holds anything but letters, digits and a few marks. */
export function inShell(text: string): string {
  return /^[\w./:@-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
