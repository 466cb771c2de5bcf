import { addFeed } from "../../src/feeds/feed-list.ts";

/** Adds a feed with an id to a list, as a process of its own: the path of the list, the id. */
const [path = "", id = ""] = process.argv.slice(2);
addFeed(path, { id, file: `${id}.json`, program: "smart-recovery" });
