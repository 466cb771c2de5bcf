import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ejs from "ejs";
import { root } from "../root.ts";

type Template = (locals: object) => string;

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
  return ejs.compile(readFileSync(folder + file, "utf8"), options) as Template;
}

/** A template as a typed function from what it shows to HTML. Throws at once when there is no such template. */
export function view<Locals extends object>(name: string): (locals: Locals) => string {
  const template = templateNamed(name);
  return (locals) => template(guard({ partial, ...locals }));
}

/** What templates call to show another: EJS's own `include` looks for the file on disk each time. */
function partial(name: string, locals: object): string {
  return templateNamed(name)(guard({ partial, ...locals }));
}

function templateNamed(name: string): Template {
  const template = templates.get(name);
  if (!template) throw new Error(`There is no template views/${name}.ejs`);
  return template;
}

/** What locals pass through on their way into a template. */
let guard: <T extends object>(locals: T) => T = (locals) => locals;

/** For tests: EJS prints nothing for a name that was never given; after this call such a name throws instead. */
export function throwOnMissingLocals(): void {
  guard = guarded;
}

function guarded<T extends object>(locals: T): T {
  return new Proxy(locals, {
    get(target, name, receiver) {
      if (typeof name === "string" && !(name in target) && name !== "toJSON")
        throw new Error(`A template asked for "${name}", which it was not given`);
      const value = Reflect.get(target, name, receiver) as unknown;
      return typeof value === "object" && value !== null && !Array.isArray(value) ? guarded(value) : value;
    },
  });
}

const special = /[&<>"']/;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** EJS's own escape, with the common case (nothing to escape) answered without copying. */
function escapeHtml(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return special.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign]!) : text;
}
