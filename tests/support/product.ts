import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type Running, run } from "./process.ts";

const root = join(import.meta.dirname, "../..");

/** A product of its own as it was built, with its own list of feeds and its own database. */
export interface Product {
  folder: string;
  feedsFile: string;
  /** Runs a command about feeds as an operator would. */
  feeds(...args: string[]): Running;
  remove(): void;
}

/** Lays one out in a folder of its own. */
export function openProduct(): Product {
  const folder = mkdtempSync(join(tmpdir(), "product-"));
  cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
  mkdirSync(join(folder, "data"));
  for (const name of ["node_modules", "migrations", "views", "public", "package.json"]) symlinkSync(join(root, name), join(folder, name));
  for (const name of readdirSync(join(root, "data"))) {
    if (name !== "feeds.json" && !name.includes(".sqlite")) symlinkSync(join(root, "data", name), join(folder, "data", name));
  }
  const feedsFile = join(folder, "data/feeds.json");
  writeFileSync(feedsFile, "[]");
  return {
    folder,
    feedsFile,
    feeds: (...args) => run(relative(root, join(folder, "dist/cli.js")), ["feeds", ...args], { DATABASE: join(folder, "test.sqlite") }),
    remove: () => rmSync(folder, { recursive: true, maxRetries: 5 }),
  };
}
