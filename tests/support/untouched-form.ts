import { decodeHTML } from "entities";

/** What a browser would send of a form of a page if nothing was typed and `button` was pressed: the fields of the form with this action. */
export function untouchedForm(html: string, action: string): Record<string, string> {
  const forms = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
  const form = forms.find((one) => attribute(one.slice(0, one.indexOf(">")), "action")?.split("#")[0] === action);
  if (form === undefined) throw new Error(`the page has no form for ${action}`);
  return Object.fromEntries([...form.matchAll(/<(input|textarea|select)\b([^>]*)>([\s\S]*?)(?=<|$)/g)].flatMap(fieldsOf(form)));
}

/** The answers that a form offers to whether a source is still right. */
export function keptIn(html: string): Record<string, string> {
  return Object.fromEntries([...html.matchAll(/type="checkbox" name="(kept:[^"]+)"/g)].map(([, name]) => [name!, "on"]));
}

function fieldsOf(form: string) {
  return (match: RegExpMatchArray): [string, string][] => {
    const [, tag, attributes = "", text = ""] = match;
    const name = attribute(attributes, "name");
    if (name === null) return [];
    if (tag === "textarea") return [[name, decodeHTML(text.replace(/^\n/, ""))]];
    if (tag === "select") return [[name, chosenIn(form.slice(match.index))]];
    const type = attribute(attributes, "type");
    if ((type === "checkbox" || type === "radio") && !/\schecked\b/.test(attributes)) return [];
    return [[name, attribute(attributes, "value") ?? "on"]];
  };
}

/** Without a chosen option the first is. */
function chosenIn(html: string): string {
  const options = [...html.slice(0, html.indexOf("</select>")).matchAll(/<option\b([^>]*)>/g)].map(([, attributes]) => attributes!);
  const chosen = options.find((option) => /\sselected\b/.test(option)) ?? options[0] ?? "";
  return attribute(chosen, "value") ?? "";
}

function attribute(tag: string, name: string): string | null {
  const [, value] = tag.match(new RegExp(`\\s${name}="([^"]*)"`)) ?? [];
  return value === undefined ? null : decodeHTML(value);
}
