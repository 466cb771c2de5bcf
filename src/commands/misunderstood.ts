/** An error in the command line; the message says what is wrong, and the usage is printed below it. */
export class Misunderstood extends Error {}
