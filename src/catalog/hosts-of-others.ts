import { join } from "node:path";
import * as z from "zod";
import { readPage } from "./read.ts";

/** Reads the hosts whose pages belong to third parties, whatever they are about. Throws an Error that names the file. */
export function readHostsOfOthers(folder: string): readonly string[] {
  return readPage(join(folder, "hosts-of-others.json"), z.array(z.hostname()));
}
