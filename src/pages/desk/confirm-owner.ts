import type { Request } from "express";
import { usesCodes } from "../../editors/code-setup.ts";
import { confirmEditor } from "../../editors/sign-in.ts";
import type { Context } from "../../site/site.ts";
import { TooMany } from "../../web/errors.ts";
import { exactField, field } from "../../web/form.ts";
import { type DeskField, makeField } from "./field.ts";
import { sessionOf } from "./visit.ts";

/** The names of the fields for typing the password again, and a code if codes are on. */
const names = { password: "current", code: "confirm" } as const;

/**
 * Returns what is wrong with the credentials typed again before a change of how somebody signs in (ASVS 7.5.1): the password, and a code if
 * codes are on. Null if they are right.
 */
export async function confirmOwner({ db, now, words }: Context, req: Request): Promise<string | null> {
  const { password, signIn } = words.desk;
  const { id, name } = sessionOf(req).editor;
  try {
    const isOwner = await confirmEditor(db, { name, password: exactField(req, names.password), code: field(req, names.code) }, now);
    if (isOwner) return null;
    return usesCodes(db, id) ? password.wrongEither : password.wrong;
  } catch (error) {
    if (error instanceof TooMany) return signIn.wait(error.retryAfter);
    throw error;
  }
}

/** Returns the fields for it; `form` distinguishes their ids from those of other forms on the page. */
export function ownerFields({ db, words }: Context, req: Request, form: string, error: string | null = null): DeskField[] {
  const { password, signIn } = words.desk;
  const again = makeField({
    id: `${form}-${names.password}`,
    name: names.password,
    label: password.current,
    error,
    type: "password",
    autocomplete: "current-password",
  });
  const code = {
    id: `${form}-${names.code}`,
    name: names.code,
    label: signIn.code,
    hint: password.codeHint,
    autocomplete: "one-time-code",
  };
  return usesCodes(db, sessionOf(req).editor.id) ? [again, makeField(code)] : [again];
}
