/** The rules of a robots.txt: RFC 9309, and the crawl delay that many of them add. */
export interface RobotsRules {
  allows(path: string): boolean;
  /** Milliseconds from one request to the next; 0 if not given. */
  pause: number;
}

interface Group {
  agents: string[];
  rules: { allow: boolean; pattern: string }[];
  pause: number;
}

export const everythingAllowed: RobotsRules = { allows: () => true, pause: 0 };

/** Parses a robots.txt for the agent of this name (lower case), or for all agents if it does not name it. */
export function readRobots(text: string, agent: string): RobotsRules {
  const groups = groupsIn(text);
  const named = groups.filter(({ agents }) => agents.includes(agent));
  const ours = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes("*"));
  const rules = ours.flatMap((group) => group.rules).filter(({ pattern }) => pattern !== "");
  return {
    pause: Math.max(0, ...ours.map(({ pause }) => pause)),
    // The longest matching pattern decides; of equally long ones, the one that allows.
    allows(path) {
      const fitting = rules.filter(({ pattern }) => fits(pattern, path));
      const longest = Math.max(0, ...fitting.map(({ pattern }) => pattern.length));
      return fitting.length === 0 || fitting.some(({ allow, pattern }) => allow && pattern.length === longest);
    },
  };
}

function groupsIn(text: string): Group[] {
  const groups: Group[] = [];
  let isHead = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [key = "", ...rest] = line.split("#", 1)[0]!.split(":");
    const value = rest.join(":").trim();
    const name = key.trim().toLowerCase();
    if (name === "user-agent") {
      if (!isHead) groups.push({ agents: [], rules: [], pause: 0 });
      groups.at(-1)!.agents.push(value.toLowerCase());
      isHead = true;
    } else if (name === "allow" || name === "disallow") {
      groups.at(-1)?.rules.push({ allow: name === "allow", pattern: value });
      isHead = false;
    } else if (name === "crawl-delay") {
      const group = groups.at(-1);
      if (group && Number(value) > 0) group.pause = Number(value) * 1000;
      isHead = false;
    }
  }
  return groups;
}

/** Whether a pattern (* is anything, $ the end) matches the beginning of a path: each part is searched once, after the previous one. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith("$");
  const [first = "", ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [n, part] of parts.entries()) {
    const isLast = isWhole && n === parts.length - 1;
    const found = isLast ? path.length - part.length : path.indexOf(part, at);
    if (found < at || !path.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}
