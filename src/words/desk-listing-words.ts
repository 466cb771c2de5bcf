import type { FieldWords, FormPart, ListingField } from "./desk-field-words.ts";

type ChangeWord = "added" | "changed" | "checked" | "closed" | "reopened" | "removed" | "unlisted" | "relisted" | "imported" | "undone";

/** Texts of the desk about one listing: its search, form and history, and readers' reports about it. */
export interface DeskListingWords {
  fields: Readonly<Record<ListingField, FieldWords>>;
  /** Labels of choices, by field and value. */
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  parts: Readonly<Record<FormPart, string>>;
  find: {
    programs: string;
    library: string;
    label: string;
    search: string;
    none: string;
    found(shown: number, total: number): string;
    newProgram: string;
    newDocument: string;
    name: string;
    status: string;
    checked: string;
    neverChecked: string;
    unlisted: string;
  };
  form: {
    newProgram: string;
    newDocument: string;
    edit(name: string): string;
    parts: string;
    inSpanish(label: string): string;
    showSpanish: string;
    add(item: string): string;
    remove: string;
    raise: string;
    item(item: string, number: number): string;
    notChosen: string;
    notChosenCount(count: number): string;
    choose: string;
    more: string;
    callersClock: string;
    faults(count: number): string;
    foreignField: string;
    chooseOne: string;
    unknownListing(typed: string): string;
    taken(id: string): string;
    matters: string;
    mattersHint: string;
    why: string;
    whyHint: string;
    preview: string;
    save: string;
    back: string;
    confirmed: string;
    /** Shown if a value was changed but not its source. */
    kept: string;
    keptHint: string;
    keptAnswer(field: string): string;
    keptFault: string;
    /** Above the submitted form of a listing that somebody has since taken off the site. */
    unlisted: string;
  };
  /** Advice that does not keep a listing from being saved. */
  advice: { heading(count: number): string; hint: string };
  preview: { title(name: string): string; note: string; changes: string };
  listing: {
    edit: string;
    onSite: string;
    close: string;
    closeHint: string;
    reopen: string;
    unlist: string;
    unlistHint: string;
    unlistedNote(reason: string): string;
    relist: string;
    reason: string;
    /** Above the buttons that close a listing or take it off the site. */
    closing: string;
    reasonMissing: string;
    state: string;
    stateOf: Readonly<Record<string, string>>;
    notes: string;
    notesHint: string;
    addNote: string;
    noteMissing: string;
    removeNote: string;
    noteBy(name: string, day: string): string;
    history: string;
    noHistory: string;
    undo: string;
    /** Which change a button undoes, for screen readers. */
    undoes(what: string, when: string): string;
    reports: string;
    reported(field: string, day: string, times: number): string;
    conflicts: string;
  };
  /** Confirmations of what was just done. */
  done: { saved: string; nothing: string; elsewhere: string; answered: string };
  history: {
    kinds: Readonly<Record<ChangeWord, string>>;
    by(who: string): string;
    who: Readonly<Record<"catalog" | "feed" | "links" | "calendar" | "gone", string>>;
    added(field: string, value: string): string;
    removed(field: string, value: string): string;
    from(field: string, before: string, after: string): string;
    moved(field: string): string;
    nothing: string;
    forReaders: string;
    undid(what: string, seq: number): string;
  };
  clash: {
    title: string;
    byOther(who: string, day: string): string;
    byFile: string;
    undoing: string;
    lead: string;
    theirs: string;
    mine: string;
    before: string;
    file: string;
    desk: string;
    present: string;
    undone: string;
    /** The value right after the change that is to be undone. */
    afterChange: string;
    whole: string;
    removed: string;
    joined: string;
    save: string;
    edit: string;
    missing: string;
  };
  report: {
    title(name: string): string;
    lead(day: string, times: number): string;
    field: string;
    otherField: string;
    present: string;
    was: string;
    says: string;
    saysNothing: string;
    answers: string;
    note: string;
    nothingProposed: string;
    reply: string;
    replyHint: string;
    accept: string;
    change: string;
    decline: string;
    emails: string;
    emailsHint: string;
    /** Shown if there is no form to change it in. */
    isDone: string;
    settled(outcome: string, day: string): string;
    outcomes: Readonly<Record<"accepted" | "changed" | "declined" | "passed on", string>>;
    cannotAccept: string;
    /** Shown if accepting leads to the form, because what the reader says has no source yet. */
    needsSource: string;
    why(reference: string): string;
  };
  yes: string;
  no: string;
}
