import { TooMany } from "../web/errors.ts";

/**
 * Thrown when as many messages are waiting as are accepted, so that a flood fills neither the disk nor the desk. Carries the seconds until
 * a retry.
 */
export class Full extends TooMany {
  constructor() {
    super("as many messages wait as are taken", 86_400);
  }
}
