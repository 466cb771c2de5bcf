import type { Request } from "express";
import { confirmPassword } from "../../editors/sign-in.ts";
import type { Context } from "../../site/site.ts";
import { TooMany } from "../../web/errors.ts";
import { exactField } from "../../web/form.ts";
import { type DeskField, makeField } from "./field.ts";
import { sessionOf } from "./visit.ts";

/** The name of the field in which somebody types their password again. */
const name = "current";

/** What is wrong with the password that was typed again before something that matters (ASVS 7.5.1); null where it is theirs. */
export async function confirmOwner({ db, now, words }: Context, req: Request): Promise<string | null> {
  try {
    const isOwner = await confirmPassword(db, sessionOf(req).editor.name, exactField(req, name), now);
    return isOwner ? null : words.desk.password.wrong;
  } catch (error) {
    if (error instanceof TooMany) return words.desk.signIn.wait(error.retryAfter);
    throw error;
  }
}

/** The field for it; `form` sets it apart from those of other forms of the page. */
export function ownerField({ words }: Context, form: string, error: string | null = null): DeskField {
  return makeField({
    id: `${form}-${name}`,
    name,
    label: words.desk.password.current,
    error,
    type: "password",
    autocomplete: "current-password",
  });
}
