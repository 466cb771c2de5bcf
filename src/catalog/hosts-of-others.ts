import { join } from "node:path";
import * as z from "zod";
import { readPage } from "./read.ts";

/** The hosts whose pages are somebody else's, whatever they are about. Throws a sentence that names the file. */
export function readHostsOfOthers(folder: string): readonly string[] {
  return readPage(join(folder, "hosts-of-others.json"), z.array(z.hostname()));
}
