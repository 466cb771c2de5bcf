import { constants, setPriority } from "node:os";
import { backupCommand, backupUsage } from "./commands/backup.ts";
import { catalogCommand, catalogUsage } from "./commands/catalog.ts";
import { editorCommand, editorUsage } from "./commands/editor.ts";
import { feedsCommand, feedsUsage } from "./commands/feeds.ts";
import { linksCommand, linksUsage } from "./commands/links.ts";
import { Misunderstood } from "./commands/misunderstood.ts";
import { restoreCommand, restoreUsage } from "./commands/restore.ts";
import { printableLines } from "./feeds/printable.ts";

const usage = `Usage: ${[catalogUsage, feedsUsage, editorUsage, linksUsage, backupUsage, restoreUsage].join("\n").replaceAll("\n", "\n       ")}`;

const commands = new Map([
  ["catalog", catalogCommand],
  ["feeds", feedsCommand],
  ["editor", editorCommand],
  ["links", linksCommand],
  ["backup", backupCommand],
  ["restore", restoreCommand],
]);

/** Runs an operator's command. Resolves to the exit status: 0 success, 1 something was refused or failed, 2 the command was not understood. */
async function main(noun: string, args: readonly string[]): Promise<number> {
  if (asksForHelp(noun, args)) {
    console.log(usage);
    return 0;
  }
  try {
    const command = commands.get(noun);
    if (!command) throw new Misunderstood(noun ? `There are no commands about "${noun}".` : "Say what to do.");
    return await command(args);
  } catch (error) {
    const misunderstood = error instanceof Misunderstood;
    console.error(misunderstood ? `${error.message}\n${usage}` : `Nothing was changed: ${printableLines((error as Error).message)}`);
    return misunderstood ? 2 : 1;
  }
}

function asksForHelp(noun: string, args: readonly string[]): boolean {
  return noun === "help" || args[0] === "help" || [noun, ...args].some((word) => word === "--help" || word === "-h");
}

// Readers of the site take precedence: an import and its index keep a processor busy for half a minute.
setPriority(constants.priority.PRIORITY_LOW);
const [noun = "", ...args] = process.argv.slice(2);
void main(noun, args).then((status) => {
  process.exitCode = status;
});
