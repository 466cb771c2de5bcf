import { isBlank, rowsAt } from "../../../listing/form/draft.ts";
import { type Field, type FormShape, fieldsOf } from "../../../listing/form/shape.ts";
import { type FormValues, nameWithin } from "../../../listing/form/values.ts";
import type { Vocabulary } from "../../../listing/vocabulary.ts";
import type { Words } from "../../../words/words.ts";
import { choicesOf, idOfField, sayChoice, wordsOfField } from "./field-words.ts";
import type * as Shown from "./form-field.ts";
import { foldedFields } from "./form-parts.ts";

/** What a form is rendered with. */
interface FormWorld {
  values: FormValues;
  /** Faults by field name. */
  faults: ReadonlyMap<string, string>;
  words: Words;
  vocabulary: Vocabulary;
  /** Whether texts without a translation get a field for one. */
  showsSpanish: boolean;
  /** Returns the name of the listing whose id a field holds; null if it holds none. */
  nameOf(field: string, id: string): string | null;
  /** The URL of the form, for the buttons of its lists. */
  address: string;
}

/** The position of a field in its form: its name, and the same without row numbers. */
type At = Readonly<Record<"name" | "path", string>>;

/** Returns the view of a field of a form. */
export function showField(world: FormWorld, shape: FormShape, name: string): Shown.FormField {
  return viewOf(world, shape, { name, path: name });
}

function viewOf(world: FormWorld, shape: FormShape, at: At): Shown.FormField {
  switch (shape.kind) {
    case "line":
      return shape.control === "zone" ? choiceView(world, shape, at) : lineView(world, at, null);
    case "text":
      return textView(world, at, null);
    case "choice":
      return choiceView(world, shape, at);
    case "flag":
      return flagView(world, at);
    case "choices":
      return choicesView(world, shape, at);
    case "reasons":
      return reasonsView(world, shape.keys, at);
    case "rows":
      return rowsView(world, shape.item, at);
    case "either":
      return eitherView(world, shape, at);
    case "group":
    case "variants":
      return { ...labelled(world, at), template: "desk/fields/group", ...fieldsView(world, fieldsOf(shape), at) };
  }
}

const inside = ({ name, path }: At, field: string): At => ({ name: nameWithin(name, field), path: nameWithin(path, field) });

function labelled({ words, faults }: FormWorld, { name, path }: At): Shown.Labelled {
  const { label, hint } = wordsOfField(words, path);
  return describe(name, label, isOfFirstRow(name) ? hint : null, faults.get(name) ?? null);
}

/** Hints for a field of every row are shown only in the first. */
function isOfFirstRow(name: string): boolean {
  return !/\.[1-9]/.test(name);
}

function describe(name: string, label: string, hint: string | null, fault: string | null): Shown.Labelled {
  const id = idOfField(name);
  const ids = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  return { name, id, label, hint, fault, describedBy: ids || null };
}

/** Within a list, `row` is the label from that list. */
function lineView(world: FormWorld, at: At, row: string | null): Shown.InputView {
  const value = world.values.get(at.name) ?? "";
  const field = row === null ? labelled(world, at) : describe(at.name, row, null, world.faults.get(at.name) ?? null);
  const beside = value === "" ? null : world.nameOf(at.path, value);
  return { ...field, template: "desk/fields/line", value, beside, isBare: row !== null };
}

const lettersInRow = 60;
const maxRowsOfText = 10;

function textView({ values, words, showsSpanish, faults }: FormWorld, { name, path }: At, row: string | null): Shown.TextView {
  const { label, hint } = row === null ? wordsOfField(words, path) : { label: row, hint: null };
  const languages = showsSpanish || values.get(nameWithin(name, "es")) ? ["en", "es"] : ["en"];
  const parts = languages.map((language) => {
    const own = nameWithin(name, language);
    const value = values.get(own) ?? "";
    const isEnglish = language === "en";
    const said = describe(
      own,
      isEnglish ? label : words.deskListing.form.inSpanish(label),
      isEnglish && isOfFirstRow(name) ? hint : null,
      faults.get(own) ?? null,
    );
    const rows = Math.min(maxRowsOfText, Math.max(1, Math.ceil(value.length / lettersInRow)));
    return { ...said, language, value, rows, isBare: row !== null && isEnglish };
  });
  return { template: "desk/fields/text", parts };
}

function choiceView(world: FormWorld, shape: Parameters<typeof choicesOf>[1], at: At): Shown.ChoiceView {
  return { ...labelled(world, at), template: "desk/fields/choice", options: choicesOf(world, shape, at.name, at.path) };
}

/** Only a check confirms a contact; the form passes on what is confirmed. */
function flagView(world: FormWorld, at: At): Shown.FlagView {
  const template = at.path === "contacts.confirmed" ? "desk/fields/carried" : "desk/fields/flag";
  return { ...labelled(world, at), template, ticked: (world.values.get(at.name) ?? "") !== "" };
}

function choicesView(world: FormWorld, shape: Extract<FormShape, { kind: "choices" }>, at: At): Shown.ChoicesView {
  const { list, deskListing } = world.words;
  const options = choicesOf(world, shape, at.name, at.path);
  const chosen = list.comma(options.flatMap(({ chosen, label }) => (chosen ? [label] : []))) || deskListing.form.notChosen;
  const field = labelled(world, at);
  return { ...field, template: "desk/fields/choices", options, chosen, isOpen: field.fault !== null, isInner: false };
}

/** Chosen ones come first; the others are collapsed. */
function reasonsView(world: FormWorld, keys: readonly string[], at: At): Shown.ReasonsView {
  const { values, words, vocabulary, faults } = world;
  const lines = keys.map((key): Shown.InputView => {
    const { name } = inside(at, key);
    const field = describe(name, sayChoice(words, vocabulary, at.path, key), null, faults.get(name) ?? null);
    return { ...field, template: "desk/fields/line", value: values.get(name) ?? "", beside: null, isBare: false };
  });
  const isChosen = ({ name, fault }: Shown.InputView) => !isBlank(values, name) || fault !== null;
  const others = lines.filter((line) => !isChosen(line));
  const othersLabel = words.deskListing.form.notChosenCount(others.length);
  return { ...labelled(world, at), template: "desk/fields/reasons", chosen: lines.filter(isChosen), others, othersLabel };
}

function rowsView(world: FormWorld, item: FormShape, at: At): Shown.RowsView {
  const { words, values, address } = world;
  const called = wordsOfField(words, at.path).item ?? "";
  const numbers = rowsAt(values, at.name);
  const rowAt = (number: number) => `${address}#${idOfField(nameWithin(at.name, number))}`;
  return {
    ...labelled(world, at),
    template: "desk/fields/rows",
    rows: numbers.map((number): Shown.RowView => {
      const row = { name: nameWithin(at.name, number), path: at.path };
      const legend = words.deskListing.form.item(called, number + 1);
      return {
        ...rowView(world, item, row, legend),
        raise: number === 0 ? null : { value: `raise ${row.name}`, goTo: rowAt(number - 1) },
        remove: { value: `remove ${row.name}`, goTo: `${address}#${idOfField(at.name)}` },
      };
    }),
    add: { label: words.deskListing.form.add(called), value: `add ${at.name}`, goTo: rowAt(numbers.length) },
    isInner: false,
  };
}

function rowView(world: FormWorld, item: FormShape, row: At, legend: string): Omit<Shown.RowView, "raise" | "remove"> {
  const one = { id: idOfField(row.name), legend, isOne: true, folded: null, fault: null };
  if (item.kind === "line") return { ...one, fields: [lineView(world, row, legend)] };
  if (item.kind === "text") return { ...one, fields: [textView(world, row, legend)] };
  const view = viewOf(world, item, row);
  const { fields, folded } = "folded" in view ? view : { fields: [view], folded: null };
  return { ...one, isOne: false, fields, folded, fault: world.faults.get(row.name) ?? null };
}

/** The choice labels the field, so the alternative does not repeat the label. */
function eitherView(world: FormWorld, shape: Extract<FormShape, { kind: "either" }>, at: At): Shown.EitherView {
  const other = viewOf(world, shape.other, at);
  return {
    template: "desk/fields/either",
    choice: choiceView(world, shape, at),
    other: "isInner" in other ? { ...other, isInner: true } : other,
  };
}

/** Returns what is worth showing of collapsed fields: the hours. */
function saidIn({ values }: FormWorld, { name }: At): string | null {
  return values.get(nameWithin(name, "hours.words.en")) || null;
}

function fieldsView(world: FormWorld, fields: readonly Field[], at: At): Pick<Shown.GroupView, "fields" | "folded"> {
  const isFolded = ({ name }: Field) => foldedFields.includes(inside(at, name).path);
  const show = ({ name, shape }: Field) => viewOf(world, shape, inside(at, name));
  const folded = fields.filter(isFolded);
  const isOpen = folded.some(({ name }) => [...world.faults.keys()].some((key) => `${key}.`.startsWith(`${inside(at, name).name}.`)));
  return {
    fields: fields.filter((field) => !isFolded(field)).map(show),
    folded:
      folded.length === 0 ? null : { label: world.words.deskListing.form.more, said: saidIn(world, at), isOpen, fields: folded.map(show) },
  };
}
