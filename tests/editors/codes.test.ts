import { describe, expect, it } from "vitest";
import { codeUri, makeCodeSecret, stepOfCode } from "../../src/editors/codes.ts";

/** RFC 6238, appendix B: the secret is "12345678901234567890", the codes are the last six of its eight figures. */
// cspell:disable-next-line
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const vectors = [
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
] as const;

describe("a code of an app", () => {
  it.each(vectors)("is that of RFC 6238 at %i", (seconds, code) => {
    expect(stepOfCode(secret, code, 0, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it("counts one step before and after its own, and no further", () => {
    const step = Math.floor(1234567890 / 30);
    const at = (steps: number) => stepOfCode(secret, "005924", 0, (1234567890 + steps * 30) * 1000);
    expect([at(-2), at(-1), at(0), at(1), at(2)]).toEqual([null, step, step, step, null]);
  });

  it("works once: not after its own step has been used", () => {
    const step = Math.floor(1234567890 / 30);
    expect(stepOfCode(secret, "005924", step - 1, 1234567890_000)).toBe(step);
    expect(stepOfCode(secret, "005924", step, 1234567890_000)).toBeNull();
  });

  it("is six figures and nothing else", () => {
    for (const code of ["", "5924", "0059240", "00592a", "005924 ", "-05924"]) {
      expect(stepOfCode(secret, code, 0, 1234567890_000), code).toBeNull();
    }
  });

  it("comes from a secret of 160 random bits, which an app reads with the site's name", () => {
    const one = makeCodeSecret();
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(makeCodeSecret()).not.toBe(one);
    expect(codeUri(one, "Porchlight", "Dana & Co")).toBe(
      `otpauth://totp/Porchlight:Dana%20%26%20Co?issuer=Porchlight&secret=${one}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
