import type { Editor } from "../../src/editors/editor.ts";
import { editions } from "../../src/site/edition.ts";

const { urls } = editions[0];

/** An address that is there for each path of the desk that is made of an id. */
export function deskExamples(editor: Editor): Readonly<Record<string, string>> {
  return {
    [urls.deskEditor(":id")]: urls.deskEditor(editor.id),
    [urls.deskQueue(":section")]: urls.deskQueue("due"),
    [urls.deskCheck(":list", ":id")]: urls.deskCheck("programs", "smart-recovery"),
    [urls.deskSheet(":list")]: urls.deskSheet("programs"),
  };
}
