import { describe, expect, it } from "vitest";
import { compressSync, recompress } from "../../src/web/compress.ts";
import { keepPage, withBody } from "../../src/web/kept-page.ts";

describe("a kept page", () => {
  it("holds no more memory than its body needs, when made and when compressed again", async () => {
    const text = Buffer.from("One of many lines.\n".repeat(100));
    const bytes = compressSync(text, "br");
    const origin = { lists: null, versions: {}, madeAt: null, period: null };
    const page = keepPage(origin, { contentType: "text/plain", encoding: "br", bytes }, [], "public", true);
    const harder = withBody(page, await recompress(page.body));
    for (const { body } of [page, harder]) expect(body.buffer.byteLength).toBe(body.length);
  });
});
