/**
 * What a noun throws when it cannot do what it was asked to: an error with the HTTP status that it answers with. 400 is for
 * what cannot be read; what can be read and does not hold is Invalid.
 */
abstract class DomainError extends Error {
  abstract readonly status: number;
}

/** A way on, to show. */
export interface WayOn {
  label: string;
  href: string;
}

/** There is no such thing; `meant` is what may have been meant. */
export class NotFound extends DomainError {
  readonly status = 404;
  readonly meant: readonly WayOn[];

  constructor(message: string, meant: readonly WayOn[] = []) {
    super(message);
    this.meant = meant;
  }
}

/** It was here and is so no more, on purpose. */
export class Gone extends DomainError {
  readonly status = 410;
}

/** It is at another address of this site: no error to anybody but the page that was asked. */
export class Moved extends Error {
  /** Path and query. */
  readonly to: string;

  constructor(to: string) {
    super(to);
    this.to = to;
  }
}

/** One value that is not acceptable: where it stands ("contacts.0.value"), and what to write instead. */
interface Issue {
  path: string;
  message: string;
}

/** What was sent is readable, but its values are not acceptable. 422 and not 400, so that a form can tell one from the other. */
export class Invalid extends DomainError {
  readonly status = 422;
  readonly issues: readonly Issue[];

  constructor(message: string, issues: readonly Issue[] = []) {
    super(message);
    this.issues = issues;
  }
}

/** What was sent contradicts what is there by now, such as a newer edit. */
export class Conflict extends DomainError {
  readonly status = 409;
}

/** Whoever asks may not do this. */
export class Forbidden extends DomainError {
  readonly status = 403;
}

/** This was asked for too often. */
export class TooMany extends DomainError {
  readonly status = 429;
  /** In how many seconds it may be asked for again. */
  readonly retryAfter: number;

  constructor(message: string, retryAfter = 60) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

/** What was sent cannot be read: it is broken. */
export class Unreadable extends DomainError {
  readonly status = 400;
}

/** More was sent than is taken. */
export class TooLarge extends DomainError {
  readonly status = 413;
}

/** What was sent is of a kind that is not taken. */
export class UnsupportedType extends DomainError {
  readonly status = 415;
}

/** The address exists and does not know this method. Thrown for the router by web/methods.ts. */
export class MethodNotAllowed extends DomainError {
  readonly status = 405;
}

/** The HTTP status that an error answers with: that of a domain error, a 4xx that Express or one of its parsers gave, else 500. */
export function statusOf(error: unknown): number {
  const status = error instanceof Error && "status" in error ? error.status : null;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
