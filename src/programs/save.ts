import type { Database } from "../database/open.ts";
import { checkTag } from "../listing/check.ts";
import { searchedLabels, tagIds, type Vocabulary } from "../listing/vocabulary.ts";
import { type Saved, saveEntry } from "../search/save.ts";
import { searchedNumber } from "../search/words/numbers.ts";
import { everyLanguage } from "../words/languages.ts";
import { programCard } from "./card.ts";
import { checkKindOf } from "./check-kind.ts";
import { isDialed } from "./contact-kinds.ts";
import { easeOf, weightOf } from "./ease.ts";
import type { Program } from "./program.ts";
import { slugOf } from "./scope.ts";

/** Writes a program unless an identical one is stored. The only writer of the table `programs`; call it inside a transaction. */
export function saveProgram(db: Database, vocabulary: Vocabulary, program: Program): Saved {
  const tags = tagsOf(vocabulary, program);
  return saveEntry(
    db,
    { table: "programs" },
    {
      id: program.id,
      names: [program.name, ...program.alsoKnownAs],
      weight: weightOf(program),
      columns: {
        name: program.name,
        checked_or_added: program.lastCheck?.date ?? program.added,
        ease: easeOf(program),
        card: JSON.stringify(programCard(vocabulary, program)),
        body: JSON.stringify(program),
      },
      tags,
      text: {
        name: program.name,
        also: [...program.alsoKnownAs, ...numbersOf(program)].join(" · "),
        labels: [searchedLabels(vocabulary, tags), program.scope.who === "some" ? everyLanguage(program.scope.label) : ""].join(" · "),
        summary: everyLanguage(program.summary),
        body: proseOf(program),
      },
    },
  );
}

function tagsOf(vocabulary: Vocabulary, program: Program): [facet: string, value: string][] {
  const states = program.states === "nationwide" ? ["nationwide"] : program.states;
  const { scope, status } = program;
  const hidden = { scope: [scope.who === "anybody" ? "anybody" : slugOf(scope.label)], status: [status] };
  const tags = Object.entries({ ...tagIds(vocabulary, program.facets), state: states, ...hidden });
  const filed = tags.flatMap(([facet, ids]) => ids.map((id): [string, string] => [facet, id]));
  return [...filed, ...checkTag(program.lastCheck, checkKindOf(program))];
}

/** Returns its numbers in their searchable forms. */
function numbersOf({ contacts }: Program): string[] {
  return contacts.filter(isDialed).flatMap(({ value }) => searchedNumber(value));
}

function proseOf(program: Program): string {
  const texts = [...program.description, program.nextStep, program.whoFor, program.ruralNotes, program.howOften, program.cost];
  return [program.operator, program.place, ...texts.map((text) => text && everyLanguage(text))].filter(Boolean).join("\n");
}
