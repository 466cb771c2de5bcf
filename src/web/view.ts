import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ejs from "ejs";
import { root } from "../root.ts";

interface Template {
  render(locals: object): string;
  /** The names that it mentions, such as `results.chips`, which no locals have had yet. */
  unseen: string[][];
}

const folder = fileURLToPath(new URL("views/", root));

/** Every template, compiled once at start. Inside a template its locals are called `it`. */
const templates = new Map<string, Template>(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ejs"))
    .map((file) => [file.slice(0, -".ejs".length), compile(file)]),
);

/** `unsafePrototypeLocals` hands the locals over as they are instead of copying them: they only ever come from our own pages. */
function compile(file: string): Template {
  const options = {
    filename: folder + file,
    strict: true,
    compileDebug: false,
    localsName: "it",
    rmWhitespace: true,
    escape: escapeHtml,
    unsafePrototypeLocals: true,
  };
  const source = readFileSync(folder + file, "utf8");
  const names = new Set([...source.matchAll(/\bit\.([\w.]*\w)/g)].map(([, name]) => name!));
  const render = ejs.compile(source, options) as Template["render"];
  return { render, unseen: [...names].map((name) => name.split(".")) };
}

/** A template as a typed function from what it shows to HTML. Throws at once when there is no such template. */
export function view<Locals extends object>(name: string): (locals: Locals) => string {
  const template = templateNamed(name);
  return (locals) => render(name, template, { partial, ...locals });
}

/** What templates call to show another: EJS's own `include` looks for the file on disk each time. */
function partial(name: string, locals: object): string {
  return render(name, templateNamed(name), { partial, ...locals });
}

function templateNamed(name: string): Template {
  const template = templates.get(name);
  if (!template) throw new Error(`There is no template views/${name}.ejs`);
  return template;
}

/**
 * EJS shows nothing for a name that was never given, and a condition on it is silently false. So each name that a template mentions
 * anywhere, also in a branch not taken, is looked for until it has been seen once: after a few pages this costs nothing.
 */
function render(name: string, template: Template, locals: object): string {
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
