/** Permissions at the desk: an admin also manages who works there. */
export const roles = ["admin", "editor"] as const;

export type Role = (typeof roles)[number];

/** Somebody who works at the desk. */
export interface Editor {
  id: string;
  name: string;
  role: Role;
}
