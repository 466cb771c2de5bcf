/** A form as a page shows it. */
export interface ShownForm {
  action: string;
  /** Each field with the value that a browser would send, were nothing touched. */
  fields: Record<string, string>;
  /** The values of its buttons, where they have a name. */
  buttons: { name: string; value: string }[];
}

/** The forms of a page that are sent by POST. */
export function formsIn(html: string): ShownForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head]) => attribute(head!, "method") === "post")
    .map(([, head, inside]) => ({
      action: attribute(head!, "action") ?? "",
      fields: fieldsIn(inside!),
      buttons: [...inside!.matchAll(/<button\b[^>]*>/g)].flatMap(([button]) => {
        const name = attribute(button, "name");
        return name === null ? [] : [{ name, value: attribute(button, "value") ?? "" }];
      }),
    }));
}

function fieldsIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const isChoice = /\btype="(radio|checkbox)"/.test(tag);
    if (name !== null && (!isChoice || / checked\b/.test(tag) || !(name in fields))) fields[name] = attribute(tag, "value") ?? "";
  }
  for (const [, head, text] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(head!, "name");
    if (name !== null) fields[name] = decode(text!);
  }
  for (const [, head, options] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(head!, "name");
    const chosen = options!.match(/<option\b[^>]* selected[^>]*>/)?.[0] ?? options!.match(/<option\b[^>]*>/)?.[0] ?? "";
    if (name !== null) fields[name] = attribute(chosen, "value") ?? "";
  }
  return fields;
}

function attribute(tag: string, name: string): string | null {
  const found = tag.match(new RegExp(`\\s${name}="([^"]*)"`));
  return found ? decode(found[1]!) : null;
}

function decode(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}
