import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ejs from "ejs";
import { root } from "../root.ts";

interface Template {
  render(locals: object): string;
  /** Names that it mentions, such as `results.chips`, that no locals have contained yet. */
  unseen: string[][];
}

const folder = fileURLToPath(new URL("views/", root));

/**
 * Cache of compiled templates. Compiling them all took a tenth of each start, and most are the desk's. The tests show every one, so an
 * error in a template is found there. Inside a template its locals are called `it`.
 */
const templates = new Map<string, Template>();

const fileOf = (name: string) => `${folder}${name}.ejs`;

/** Compiles a template. `unsafePrototypeLocals` passes the locals as they are instead of copying them: they only come from our own pages. */
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

/** Returns a template as a typed function from its locals to HTML. Throws at once when there is no such template. */
export function view<Locals extends object>(name: string): (locals: Locals) => string {
  if (!existsSync(fileOf(name))) throw new Error(`There is no template views/${name}.ejs`);
  return (locals) => render(name, { partial, ...locals });
}

/** Renders another template from within one: EJS's own `include` looks for the file on disk each time. */
function partial(name: string, locals: object): string {
  return render(name, { partial, ...locals });
}

function templateNamed(name: string): Template {
  const template = templates.get(name) ?? compile(name);
  templates.set(name, template);
  return template;
}

/**
 * Renders a template. EJS shows nothing for a name that was never given, and a condition on it is silently false. So each name that a
 * template mentions, even in a branch not taken, is checked until it has been seen once: after a few pages this costs nothing.
 */
function render(name: string, locals: object): string {
  const template = templateNamed(name);
  if (template.unseen.length > 0) template.unseen = template.unseen.filter((path) => !isSeen(locals, path, name));
  return template.render(locals);
}

/** Whether the locals have this name; false where a parent of it is absent (null). Throws when it is missing. */
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

/** Replaces EJS's own escape; in the common case (nothing to escape) it does not copy. */
function escapeHtml(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return special.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign]!) : text;
}
