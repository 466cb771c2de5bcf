import { addFeed } from "../../src/feeds/feed-list.ts";

/** Adds feeds with these ids to a list, as a process of its own: the path of the list, the ids. */
const [path = "", ...ids] = process.argv.slice(2);
for (const id of ids) addFeed(path, { id, file: `${id}.json`, program: "smart-recovery" });
