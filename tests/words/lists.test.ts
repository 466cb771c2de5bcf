// cspell:ignore hijos inglés martes ocho siete ñandú
import { describe, expect, it } from "vitest";
import { en } from "../../src/words/en.ts";
import { listsIn, orderIn } from "../../src/words/lists.ts";
import { withCommas } from "../../src/words/numbers.ts";

describe("a list", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("of %j is said as %j", (items, said) => expect(en.list.and(items)).toBe(said));

  it("is said as its language does", () => {
    const spanish = listsIn("es-US");
    expect(spanish.and(["padres", "hijos"])).toBe("padres e hijos");
    expect(spanish.or(["siete", "ocho"])).toBe("siete u ocho");
    expect(spanish.comma(["inglés", "español"])).toBe("inglés, español");
    expect(spanish.semicolon(["lunes, 7 pm", "martes, 8 pm"])).toBe("lunes, 7 pm; martes, 8 pm");
  });
});

describe("the alphabet", () => {
  it("is that of the language", () => {
    expect(["zeta", "nube", "ñandú", "oso"].toSorted(orderIn("es-US"))).toEqual(["nube", "ñandú", "oso", "zeta"]);
    expect(["de Kalb", "Dane", "Éclair", "East"].toSorted(en.compare)).toEqual(["Dane", "de Kalb", "East", "Éclair"]);
  });
});

describe("a count", () => {
  it("is written as Intl writes it", () => {
    const counts = [0, 7, 10, 99, 100, 999, 1000, 1001, 10_000, 99_999, 100_000, 999_999, 1_000_000, 123_456_789];
    expect(counts.map(withCommas)).toEqual(counts.map((count) => count.toLocaleString("en-US")));
  });
});
