import type { Request } from "express";
import { writeWhenFree } from "../../database/write-when-free.ts";
import { type Role, roles } from "../../editors/editor.ts";
import { type EditorEntry, listEditors } from "../../editors/find.ts";
import { addEditor, faultInName } from "../../editors/save.ts";
import type { Edition } from "../../site/edition.ts";
import { type Context, nowInIso, type Site } from "../../site/site.ts";
import { field } from "../../web/form.ts";
import { sayOfficeDate } from "../office-date.ts";
import { type DeskAnswer, deskPage } from "./desk-page.ts";
import { type DeskField, errorsOf, type FormError, makeField } from "./field.ts";
import { type OneTimeLink, oneTimeLink } from "./one-time-link.ts";
import type { DeskRoute } from "./route.ts";

interface EditorsView {
  editors: { name: string; href: string; role: string; signedIn: string; codes: string }[];
  errors: FormError[];
  action: string;
  name: DeskField;
  roles: RoleChoice[];
  /** The link of a newly added editor, shown only this once; otherwise null. */
  link: OneTimeLink | null;
}

/** A role to choose. */
export interface RoleChoice {
  value: Role;
  label: string;
  chosen: boolean;
}

/** Returns the routes of the accounts of the desk, for an admin: a list, and a form to add one. */
export function editorsRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { urls, words } = edition;
  const show = deskPage<EditorsView>(site, edition, "desk/editors", (context) => editorsPage(context, ""));
  const add = deskPage<EditorsView>(site, edition, "desk/editors", takeEditor);
  return [
    { method: "get", path: urls.deskEditors, role: "admin", nav: words.desk.editors.title, handler: show },
    { method: "post", path: urls.deskEditors, role: "admin", handler: add },
  ];
}

async function takeEditor(context: Context, req: Request): Promise<DeskAnswer<EditorsView>> {
  const { db, words } = context;
  const name = field(req, "name");
  const fault = faultInName(db, name);
  if (fault !== null) return editorsPage(context, name, words.desk.editors.nameFaults[fault]);
  const link = await writeWhenFree(db, () => {
    return oneTimeLink(context, addEditor(db, name, roleIn(req), nowInIso(context)));
  });
  return editorsPage(context, "", null, link);
}

/** Returns the chosen role; the lower one if the value is invalid. */
export function roleIn(req: Request): Role {
  const sent = field(req, "role");
  return roles.find((role) => role === sent) ?? "editor";
}

/** Returns the roles to choose from, with the current one chosen. */
export function roleChoices({ words }: Context, has: Role): RoleChoice[] {
  return roles.map((value) => ({ value, label: words.desk.roles[value], chosen: value === has }));
}

function editorsPage(
  context: Context,
  name: string,
  error: string | null = null,
  link: OneTimeLink | null = null,
): DeskAnswer<EditorsView> {
  const { db, words, urls } = context;
  const { editors } = words.desk;
  const nameField = makeField({ name: "name", label: editors.name, hint: editors.nameHint, value: name, error });
  return {
    title: link?.title ?? editors.title,
    status: error === null ? 200 : 422,
    view: {
      editors: listEditors(db).map((entry) => editorRow(context, entry)),
      errors: errorsOf([nameField]),
      action: urls.deskEditors,
      name: nameField,
      roles: roleChoices(context, "editor"),
      link,
    },
  };
}

function editorRow({ words, urls }: Context, { id, name, role, signedInAt, hasPassword, usesCodes }: EditorEntry) {
  const says = words.desk.editors;
  return {
    name,
    href: urls.deskEditor(id),
    role: words.desk.roles[role],
    signedIn: hasPassword ? (signedInAt === null ? says.never : sayOfficeDate(signedInAt, words)) : says.noPassword,
    codes: usesCodes ? says.yes : says.no,
  };
}
