/**
 * Thrown by a noun when it cannot do what was requested: an error with the HTTP status of the response. 400 is for input that cannot be
 * parsed; Invalid is for input that can be but is not acceptable.
 */
abstract class DomainError extends Error {
  abstract readonly status: number;
}

/** A link to show as a way forward. */
export interface WayOn {
  label: string;
  href: string;
}

/** Not found; `meant` lists what may have been meant. */
export class NotFound extends DomainError {
  readonly status = 404;
  readonly meant: readonly WayOn[];

  constructor(message: string, meant: readonly WayOn[] = []) {
    super(message);
    this.meant = meant;
  }
}

/** Removed on purpose. */
export class Gone extends DomainError {
  readonly status = 410;
}

/** Moved to another address of this site; an error only for the page that was requested. */
export class Moved extends Error {
  /** Path and query. */
  readonly to: string;

  constructor(to: string) {
    super(to);
    this.to = to;
  }
}

/** A value that is not acceptable: its path ("contacts.0.value"), and what to write instead. */
interface Issue {
  path: string;
  message: string;
}

/** The input can be parsed, but its values are not acceptable. 422 rather than 400, so that a form can tell them apart. */
export class Invalid extends DomainError {
  readonly status = 422;
  readonly issues: readonly Issue[];

  constructor(message: string, issues: readonly Issue[] = []) {
    super(message);
    this.issues = issues;
  }
}

/** The input conflicts with the current state, such as a newer edit. */
export class Conflict extends DomainError {
  readonly status = 409;
}

/** Not permitted for the requester. */
export class Forbidden extends DomainError {
  readonly status = 403;
}

/** Requested too often. */
export class TooMany extends DomainError {
  readonly status = 429;
  /** Seconds until it may be requested again. */
  readonly retryAfter: number;

  constructor(message: string, retryAfter = 60) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

/** The input is malformed. */
export class Unreadable extends DomainError {
  readonly status = 400;
}

/** The input is too large. */
export class TooLarge extends DomainError {
  readonly status = 413;
}

/** The input has an unsupported type. */
export class UnsupportedType extends DomainError {
  readonly status = 415;
}

/** The address does not support this method. Thrown for the router by web/methods.ts. */
export class MethodNotAllowed extends DomainError {
  readonly status = 405;
}

/** Returns the HTTP status for an error: that of a domain error, a 4xx that Express or one of its parsers set, else 500. */
export function statusOf(error: unknown): number {
  const status = error instanceof Error && "status" in error ? error.status : null;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
