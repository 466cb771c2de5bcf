import type { DeskWords } from "./desk-words.ts";

/** The desk in English. */
export const enDesk = {
  name: "Porchlight desk",
  nav: "Desk",
  today: "Today",
  account: "Account",
  editors: "Editors",
  welcome: (name) => `Hello, ${name}.`,
  signedInAs: (name) => `Signed in as ${name}`,
  signOut: "Sign out",
  toSite: "The public site",
} satisfies DeskWords;
