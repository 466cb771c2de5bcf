import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "SECURITY.md"), "utf8");

describe("SECURITY.md", () => {
  it("names tests and files that are there", () => {
    const named = [...page.matchAll(/`((?:tests|src|public|data)\/[^`]+)`/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("says a test wherever it says yes, or that it is a matter of documents", () => {
    const documents = ["2.1.1", "3.7.1", "14.1.1", "14.1.2", "5.1.1", "15.3.5", "6.1.1"];
    const claims = [...page.matchAll(/^\| ([\d.]+)[^|]*\| yes \|(.*)$/gm)];
    const bare = claims.filter(([, , proof]) => !/`tests\//.test(proof!)).map(([, point]) => point!);
    expect(bare.filter((point) => !documents.includes(point))).toEqual([]);
  });
});
