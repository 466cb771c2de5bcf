import { type ConfigData, HtmlValidate, StaticConfigLoader } from "html-validate";

const config: ConfigData = {
  extends: ["html-validate:recommended"],
  rules: {
    // Our templates write what HTML allows; these two only want it written otherwise.
    "form-dup-name": ["error", { shared: ["checkbox", "radio", "submit"] }],
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    // A list without markers is still a list.
    "no-redundant-role": "off",
    "long-title": "off",
    "tel-non-breaking": "off",
  },
};

const validator = new HtmlValidate(new StaticConfigLoader(config));

/** What is wrong with a page's HTML, one line each; empty when it is valid. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`));
}
