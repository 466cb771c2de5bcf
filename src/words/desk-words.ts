/** Texts of the desk's frame, and of its pages about accounts. */
export interface DeskWords {
  /** The name of the desk, beside that of the site. */
  name: string;
  nav: string;
  today: string;
  welcome(name: string): string;
  signedInAs(name: string): string;
  signOut: string;
  toSite: string;
  /** How long ago something was, in minutes: "3 hours ago". */
  ago(minutes: number): string;
  /** Above the faults of a form. */
  wrong: string;
  roles: Record<"admin" | "editor", string>;
  signIn: {
    title: string;
    lead: string;
    name: string;
    password: string;
    code: string;
    codeHint: string;
    send: string;
    /** One sentence for all reasons for a failure. */
    failed: string;
    /** How many seconds to wait. */
    wait(seconds: number): string;
    /** After a password was changed, or chosen through a link. */
    changed: string;
    lost: string;
  };
  /** Shown if a form is submitted after its session has ended. */
  signedOut: { title: string; lead: string; signIn: string; send: string };
  link: {
    title: string;
    lead(name: string, length: number): string;
    send: string;
    over: string;
    overText: string;
  };
  password: {
    current: string;
    next: string;
    nextHint(length: number): string;
    /** By the kind of fault; `min` and `max` are the lengths between which a password must be. */
    faults(fault: "short" | "long" | "guessable", min: number, max: number): string;
    wrong: string;
    /** The same if a code is asked for too. */
    wrongEither: string;
    codeHint: string;
  };
  account: AccountWords;
  editors: EditorsWords;
}

interface AccountWords {
  title: string;
  who(name: string, role: string): string;
  passwordHeading: string;
  passwordSend: string;
  codes: {
    heading: string;
    off: string;
    on(left: number): string;
    setUp: string;
    change: string;
    lead: string;
    picture: string;
    secret: string;
    code: string;
    turnOn: string;
    wrongCode: string;
    turnOffHeading: string;
    turnOff: string;
    renewHeading: string;
    renew: string;
    /** The page that shows recovery codes, once. */
    recoveryTitle: string;
    recoveryLead: string;
    done: string;
  };
  sessions: {
    heading: string;
    caption: string;
    started: string;
    seen: string;
    here: string;
    endAll: string;
  };
}

interface EditorsWords {
  title: string;
  caption: string;
  name: string;
  role: string;
  signedIn: string;
  codes: string;
  never: string;
  noPassword: string;
  yes: string;
  no: string;
  addHeading: string;
  add: string;
  nameHint: string;
  nameFaults: Record<"form" | "taken", string>;
  chooseRole: string;
  saveRole: string;
  acts: Record<"link" | "end" | "remove", { label: string; hint: string }>;
  lastAdmin: string;
  /** The page that shows a one-time link, once. */
  linkTitle(name: string): string;
  linkLead(name: string): string;
  done: string;
}
