import * as z from "zod";
import { checkSchema } from "../listing/check.ts";
import { dateSchema, daySchema } from "../listing/date.ts";
import { idSchema, sourceSchema, urlSchema } from "../listing/fields.ts";
import { formHints } from "../listing/form/hints.ts";
import { textSchema } from "../listing/text.ts";
import { assignableIds, facetSchema, type Vocabulary } from "../listing/vocabulary.ts";
import { waiversSchema } from "../listing/waivers.ts";
import { hoursSchema } from "./hours.ts";
import { scopeSchema } from "./scope.ts";

/** Fields of every contact besides its number or address. */
const contactFields = (vocabulary: Vocabulary) => ({
  /** What it is for, if not obvious from the program: "for families", "press 1 for veterans". */
  purpose: textSchema.nullable(),
  /** When somebody answers; null where no source says, and where nobody answers this kind of contact. */
  hours: hoursSchema.nullable(),
  languages: z.array(z.enum(assignableIds(vocabulary, "language"))),
  /** The page that printed it, and the date of that page (null if it gives none). */
  source: urlSchema,
  asOf: dateSchema.nullable(),
  /** True only after one of our people has checked it: called it, or read it where it is printed. `lastCheck` says which. */
  confirmed: z.boolean(),
});

const numberSchema = z
  .string()
  .regex(/^(\+1[2-9]\d{9}|[1-9]\d{2,5})$/, {
    error: "write a number as +1 and ten digits, such as +18557337762, or as a short code such as 988",
  })
  .register(formHints, { control: "number" });

/** A way to reach a program. */
function contactSchema(vocabulary: Vocabulary) {
  const shared = contactFields(vocabulary);
  // `vanity` is the operator's spelling of a number (855-PEERS-NC), `message` the text of a first message.
  const numbered = { value: numberSchema, vanity: z.string().nullable().default(null), ...shared };
  const linked = { value: urlSchema, ...shared };
  return z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("call"), ...numbered }),
    z.strictObject({ kind: z.literal("tty"), ...numbered }),
    z.strictObject({ kind: z.literal("text"), message: textSchema.nullable(), ...numbered }),
    z.strictObject({ kind: z.literal("chat"), ...linked }),
    z.strictObject({ kind: z.literal("site"), ...linked }),
    z.strictObject({ kind: z.literal("finder"), ...linked }),
    // Somebody else's page about the program.
    z.strictObject({ kind: z.literal("about"), ...linked }),
    z.strictObject({ kind: z.literal("email"), value: z.email(), ...shared }),
    z.strictObject({ kind: z.literal("address"), value: z.string().min(5), ...shared }),
  ]);
}

export type Contact = z.infer<ReturnType<typeof contactSchema>>;

/** Support that people can use: a group, a line, a center. One file of data/catalog/programs. */
export function programSchema(vocabulary: Vocabulary) {
  const facet = (name: string) => facetSchema(vocabulary, name);
  return z
    .strictObject({
      id: idSchema,
      name: z.string().min(2),
      alsoKnownAs: z.array(z.string()),
      /** Who runs it. */
      operator: z.string().nullable(),
      /** One sentence: what happens there. */
      summary: textSchema,
      /** Paragraphs. */
      description: z.array(textSchema).min(1),
      /** One thing to do. */
      nextStep: textSchema,
      whoFor: textSchema,
      scope: scopeSchema,
      contacts: z.array(contactSchema(vocabulary)).min(1, { error: "give at least one contact: its own site, else its organization's" }),
      facets: z.strictObject({
        category: facet("category"),
        access: facet("access"),
        format: facet("format"),
        frequency: facet("frequency"),
        help: facet("help"),
        language: facet("language"),
      }),
      /** "nationwide", or the states that it serves. */
      states: z.union([z.literal("nationwide"), z.array(z.enum(assignableIds(vocabulary, "state"))).min(1)], {
        error: 'write "nationwide" or a list of two-letter states, such as ["MT"]',
      }),
      /** Which published table of type codes the meetings in its feeds use; null for the codes that all fellowships share. */
      fellowship: z.enum(["aa", "al-anon"]).nullable().default(null),
      /** Town or county, for a place that people can go to. */
      place: z.string().nullable(),
      cost: textSchema.nullable(),
      howOften: textSchema.nullable(),
      status: z.enum(["active", "unconfirmed", "closed"]),
      ruralNotes: textSchema.nullable(),
      /** What we could not establish; shown to readers. */
      doubts: z.array(textSchema),
      /** Programs to try when nobody answers. */
      fallback: z.array(idSchema),
      related: z.array(idSchema),
      /** Library entries about it. */
      evidence: z.array(idSchema),
      sources: z.array(sourceSchema).min(1, { error: "a listing without a source is not shown" }),
      added: daySchema,
      waivers: waiversSchema.default({}),
      /** The last check by one of our people; null before the first. */
      lastCheck: checkSchema.nullable(),
    })
    .refine((program) => Object.keys(program.facets.category).length > 0, {
      path: ["facets", "category"],
      error: "give at least one category",
    });
}

export type Program = z.infer<ReturnType<typeof programSchema>>;
export type Fellowship = NonNullable<Program["fellowship"]>;
