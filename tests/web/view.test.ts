import { describe, expect, it } from "vitest";
import { view } from "../../src/web/view.ts";

const shown = {
  title: "Lost",
  text: "Nothing is here.",
  meant: [],
  ways: [{ label: "Home & back", href: "/" }],
  words: { errors: { meant: "Did you mean", wayOn: "Go on" } },
};

describe("a template", () => {
  const error = view<object>("error");

  it("that does not exist is known at once", () => {
    expect(() => view("pages/nowhere")).toThrow("There is no template views/pages/nowhere.ejs");
  });

  it("is refused a name that it asks for and was not given, also deep inside", () => {
    const { text: _, ...others } = shown;
    expect(() => error(others)).toThrow("views/error.ejs asks for it.text, which it was not given");
    expect(() => error({ ...shown, words: { errors: { meant: "Did you mean" } } })).toThrow(
      "views/error.ejs asks for it.words.errors.wayOn",
    );
  });

  it("shows what it was given, escaped, and nothing for what is absent", () => {
    expect(error(shown)).toContain("Home &amp; back");
    expect(error({ ...shown, text: null })).toContain('<p class="lead"></p>');
  });
});
