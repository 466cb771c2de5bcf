/** A command that was not understood; the message says why. The usage is printed below it. */
export class Misunderstood extends Error {}
