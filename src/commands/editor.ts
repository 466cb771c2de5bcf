import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import type { Database } from "../database/open.ts";
import { writeTransaction } from "../database/write-transaction.ts";
import { turnCodesOff } from "../editors/code-setup.ts";
import { type Editor, type Role, roles } from "../editors/editor.ts";
import { type EditorEntry, editorNamed, listEditors } from "../editors/find.ts";
import { makeLink } from "../editors/links.ts";
import { addEditor, removeEditor } from "../editors/save.ts";
import { printableLines } from "../feeds/printable.ts";
import { makeUrls, withQuery } from "../site/urls.ts";
import { chooseCommand } from "./choose-command.ts";
import { Misunderstood } from "./misunderstood.ts";
import { sayWaiting, withDatabase } from "./with-database.ts";

/** Usage of the commands about the people who work at the desk. */
export const editorUsage = `npm run editor -- add NAME --role ${roles.join("|")} | list | reset NAME [--codes-off] | remove NAME`;

/**
 * Runs one command about editors. Resolves to the exit status. Throws Misunderstood. Passwords are not typed or printed, but set through a
 * link.
 */
export async function editorCommand([verb, ...rest]: readonly string[]): Promise<number> {
  const command = chooseCommand(commands, { noun: "editor", inSentence: "editors" }, verb);
  const { values, positionals } = readOptions(rest);
  return command(positionals.join(" "), values);
}

type Options = ReturnType<typeof readOptions>["values"];
type Command = (name: string, options: Options) => number | Promise<number>;

function readOptions(args: readonly string[]) {
  const options = { role: { type: "string" }, "codes-off": { type: "boolean", default: false } } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Misunderstood((error as Error).message);
  }
}

const commands: Readonly<Record<string, Command>> = {
  add(name, { role }) {
    const chosen = roleOf(role);
    return changing(name, (db) => {
      const editor = addEditor(db, name, chosen, new Date().toISOString());
      return `Added ${editor.name} (${chosen}).\n${describeLink(db, editor)}`;
    });
  },
  list: () =>
    withDatabase((db) => {
      const editors = listEditors(db);
      console.log(editors.length === 0 ? "There is no editor yet. Run: npm run editor -- add NAME --role admin" : describeAll(editors));
      return 0;
    }),
  reset: (name, options) =>
    changing(name, (db) => {
      const editor = neededEditor(db, name);
      if (options["codes-off"]) turnCodesOff(db, editor.id);
      return `${options["codes-off"] ? `No code is asked of ${editor.name} any more.\n` : ""}${describeLink(db, editor)}`;
    }),
  remove: (name) =>
    changing(name, (db) => {
      const editor = neededEditor(db, name);
      removeEditor(db, editor.id, new Date().toISOString());
      return `Removed ${editor.name}, who is signed out everywhere. What they changed stays in the history.`;
    }),
};

/** Runs work that needs a name in one transaction, and prints its result after the commit. */
function changing(name: string, work: (db: Database) => string): Promise<number> {
  if (name === "") throw new Misunderstood("Give the name of the editor.");
  return withDatabase((db) => {
    console.log(writeTransaction(db, sayWaiting, () => work(db)));
    return 0;
  });
}

function roleOf(role: string | undefined): Role {
  const known = roles.find((one) => one === role);
  if (!known) throw new Misunderstood(`Give --role ${roles.join(" or --role ")}.`);
  return known;
}

function neededEditor(db: Database, name: string): Editor {
  const editor = editorNamed(db, name);
  if (!editor) throw new Error(`there is no editor called ${name}. Run: npm run editor -- list`);
  return editor;
}

function describeLink(db: Database, { id, name }: Editor): string {
  const address = withQuery(readConfig().siteUrl + makeUrls("").deskLink, { token: makeLink(db, id, Date.now()) });
  return `Within an hour, ${name} chooses a password here (send it in a way that only they can read; it works once):\n${address}`;
}

function describeAll(editors: readonly EditorEntry[]): string {
  return editors.map((editor) => printableLines(describe(editor))).join("\n");
}

function describe({ name, role, signedInAt, hasPassword, usesCodes }: EditorEntry): string {
  const signedIn = signedInAt === null ? "never signed in" : `signed in ${signedInAt}`;
  const secrets = !hasPassword ? "no password yet" : usesCodes ? "password and codes" : "password alone";
  return `${name} · ${role} · ${secrets} · ${signedIn}`;
}
