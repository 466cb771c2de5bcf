/** What the frame of the desk says, and its pages about accounts. */
export interface DeskWords {
  /** The name of the desk, beside that of the site. */
  name: string;
  nav: string;
  today: string;
  account: string;
  editors: string;
  welcome(name: string): string;
  signedInAs(name: string): string;
  signOut: string;
  toSite: string;
}
