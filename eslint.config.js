import parser from "@typescript-eslint/parser";
import * as regexp from "eslint-plugin-regexp";

/**
 * Biome does the linting; ESLint does one thing that Biome cannot: it reads each regular expression and refuses one whose time can
 * grow faster than the text it is given. Texts come from strangers. An exception says beside it what bounds its text.
 */
export default [
  {
    files: ["src/**/*.ts"],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential", ignorePartial: false }],
    },
  },
];
