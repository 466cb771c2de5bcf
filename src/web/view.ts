import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ejs from "ejs";
import { root } from "../root.ts";

interface Template {
  render(locals: object): string;
  /** The names that it mentions, such as `results.chips`, which no locals have had yet. */
  unseen: string[][];
}

const folder = fileURLToPath(new URL("views/", root));

/**
 * The templates that were shown. Compiling them all took a tenth of each start, and most are the desk's. The tests show every one, so a
 * mistake in one is found there. Inside a template its locals are called `it`.
 */
const templates = new Map<string, Template>();

const fileOf = (name: string) => `${folder}${name}.ejs`;

/** `unsafePrototypeLocals` hands the locals over as they are instead of copying them: they only ever come from our own pages. */
function compile(name: string): Template {
  const filename = fileOf(name);
  const options = {
    filename,
    strict: true,
    compileDebug: false,
    localsName: "it",
    rmWhitespace: true,
    escape: escapeHtml,
    unsafePrototypeLocals: true,
  };
  const source = readFileSync(filename, "utf8");
  const names = new Set([...source.matchAll(/\bit\.([\w.]*\w)/g)].map(([, name]) => name!));
  const render = ejs.compile(source, options) as Template["render"];
  return { render, unseen: [...names].map((name) => name.split(".")) };
}

/** A template as a typed function from what it shows to HTML. Throws at once when there is no such template. */
export function view<Locals extends object>(name: string): (locals: Locals) => string {
  if (!existsSync(fileOf(name))) throw new Error(`There is no template views/${name}.ejs`);
  return (locals) => render(name, { partial, ...locals });
}

/** What templates call to show another: EJS's own `include` looks for the file on disk each time. */
function partial(name: string, locals: object): string {
  return render(name, { partial, ...locals });
}

function templateNamed(name: string): Template {
  const template = templates.get(name) ?? compile(name);
  templates.set(name, template);
  return template;
}

/**
 * EJS shows nothing for a name that was never given, and a condition on it is silently false. So each name that a template mentions
 * anywhere, also in a branch not taken, is looked for until it has been seen once: after a few pages this costs nothing.
 */
function render(name: string, locals: object): string {
  const template = templateNamed(name);
  if (template.unseen.length > 0) template.unseen = template.unseen.filter((path) => !isSeen(locals, path, name));
  return template.render(locals);
}

/** Whether the locals have this name; false where something on the way to it is absent (null). Throws when it is not there. */
function isSeen(locals: object, path: readonly string[], template: string): boolean {
  let value: unknown = locals;
  for (const step of path) {
    if (value === null) return false;
    if (typeof value !== "object" || Array.isArray(value)) return true;
    if (!(step in value)) throw new Error(`views/${template}.ejs asks for it.${path.join(".")}, which it was not given`);
    value = Reflect.get(value, step);
  }
  return true;
}

const special = /[&<>"']/;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** EJS's own escape, with the common case (nothing to escape) answered without copying. */
function escapeHtml(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return special.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign]!) : text;
}
