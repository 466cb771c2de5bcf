import { TooMany } from "../web/errors.ts";

/** As many messages wait as are taken: a flood fills neither the disk nor the desk. Throws with the seconds until it is worth another try. */
export class Full extends TooMany {
  constructor() {
    super("as many messages wait as are taken", 86_400);
  }
}
