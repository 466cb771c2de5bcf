import type { Request } from "express";
import { writeWhenFree } from "../../database/write-when-free.ts";
import type { Editor } from "../../editors/editor.ts";
import { findEditor } from "../../editors/find.ts";
import { isLastAdmin, removeEditor, setRole } from "../../editors/save.ts";
import { endSessionsOf } from "../../editors/sessions.ts";
import type { Edition } from "../../site/edition.ts";
import { type Context, nowInIso, type Site } from "../../site/site.ts";
import { Invalid, NotFound } from "../../web/errors.ts";
import { field } from "../../web/form.ts";
import { type DeskAnswer, deskPage } from "./desk-page.ts";
import { type RoleChoice, roleChoices, roleIn } from "./editors.ts";
import type { FormError } from "./field.ts";
import { type OneTimeLink, oneTimeLink } from "./one-time-link.ts";
import type { DeskRoute } from "./route.ts";

interface EditorView {
  name: string;
  errors: FormError[];
  action: string;
  roles: RoleChoice[];
  /** What else can be done, each with one button. */
  acts: { value: Act; label: string; hint: string }[];
  /** A newly made link, shown only this once; otherwise null. */
  link: OneTimeLink | null;
}

const acts = ["link", "end", "remove"] as const;

type Act = (typeof acts)[number];

/** Returns the routes of one account, for an admin: role, new link, sessions, removal. */
export function editorRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { urls } = edition;
  const show = deskPage<EditorView>(site, edition, "desk/editor", (context, req) => editorPage(context, editorIn(context, req)));
  const act = deskPage<EditorView>(site, edition, "desk/editor", takeAct);
  return [
    { method: "get", path: urls.deskEditor(":id"), role: "admin", handler: show },
    { method: "post", path: urls.deskEditor(":id"), role: "admin", handler: act },
  ];
}

function editorIn({ db }: Context, req: Request): Editor {
  const editor = findEditor(db, String(req.params["id"]));
  if (editor === null) throw new NotFound("editor");
  return editor;
}

async function takeAct(context: Context, req: Request): Promise<DeskAnswer<EditorView>> {
  const { db, words, urls } = context;
  const editor = editorIn(context, req);
  const act = field(req, "act");
  const role = roleIn(req);
  const endsAdmin = act === "remove" || (act === "role" && role !== "admin");
  if (endsAdmin && isLastAdmin(db, editor.id)) return editorPage(context, editor, words.desk.editors.lastAdmin);
  if (act === "link") return editorPage(context, editor, null, await writeWhenFree(db, () => oneTimeLink(context, editor)));
  await writeWhenFree(db, () => {
    if (act === "role") setRole(db, editor.id, role);
    else if (act === "end") endSessionsOf(db, editor.id);
    else if (act === "remove") removeEditor(db, editor.id, nowInIso(context));
    else throw new Invalid("act");
  });
  return { goTo: urls.deskEditors };
}

function editorPage(
  context: Context,
  editor: Editor,
  error: string | null = null,
  link: OneTimeLink | null = null,
): DeskAnswer<EditorView> {
  const { words, urls } = context;
  return {
    title: link?.title ?? editor.name,
    status: error === null ? 200 : 422,
    view: {
      name: editor.name,
      errors: error === null ? [] : [{ text: error, href: null }],
      action: urls.deskEditor(editor.id),
      roles: roleChoices(context, editor.role),
      acts: acts.map((value) => ({ value, ...words.desk.editors.acts[value] })),
      link,
    },
  };
}
