/** Parses iCalendar text into events and their properties (RFC 5545, 3.1 to 3.6). */

export interface Property {
  value: string;
  zone: string | null;
  isDate: boolean;
}

export type Properties = ReadonlyMap<string, Property>;

const maxValue = 8000;

/** Returns the properties of the calendar itself and of each event, without those of nested components such as alarms. */
export function componentsIn(text: string): { calendar: Properties; events: Properties[] } {
  const calendar = new Map<string, Property>();
  const events: Map<string, Property>[] = [];
  const open: string[] = [];
  // A long line is continued after a space or tab.
  for (const line of text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    const [, name = "", parameters = "", value = ""] = line.slice(0, maxValue).match(/^([A-Za-z-]{1,40})((?:;[^:]{0,300})?):(.*)$/) ?? [];
    const key = name.toUpperCase();
    if (key === "BEGIN") {
      open.push(value.trim().toUpperCase());
      if (open.at(-1) === "VEVENT") events.push(new Map());
    } else if (key === "END") open.pop();
    else if (open.at(-1) === "VEVENT") addProperty(events.at(-1)!, key, propertyOf(parameters, value));
    else if (open.length === 1 && key !== "") calendar.set(key, propertyOf(parameters, value));
  }
  return { calendar, events };
}

/** Sets a property. The dates of repeated EXDATE properties are joined; for any other property the last one counts. */
function addProperty(event: Map<string, Property>, key: string, property: Property): void {
  const before = key === "EXDATE" ? event.get(key) : undefined;
  event.set(key, before ? { ...property, value: `${before.value},${property.value}`.slice(0, maxValue) } : property);
}

function propertyOf(parameters: string, value: string): Property {
  const zone = parameters.match(/;TZID="?([^";]{1,80})/i)?.[1] ?? null;
  return { value: unescaped(value), zone, isDate: /;VALUE=DATE(?!-)/i.test(parameters) };
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === "n" ? "\n" : mark)).trim();
}
