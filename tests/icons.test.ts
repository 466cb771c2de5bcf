import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const pathsOf = (svg: string) => [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path);

it("the icons inside pages of results are those of public/icons", () => {
  const symbols = [...read("views/partials/call-icons.ejs").matchAll(/<symbol id="([^"]+)"[^>]*>(.*?)<\/symbol>/g)];
  expect(symbols.length).toBeGreaterThan(0);
  for (const [, name, shapes] of symbols) expect(pathsOf(shapes!), name).toEqual(pathsOf(read(`public/icons/${name}.svg`)));
});
