/** Why a password is rejected. */
export type PasswordFault = "short" | "long" | "guessable";

/** NIST SP 800-63B-4 requires 15 characters where a password may be the only factor. */
export const minPasswordLength = 15;
export const maxPasswordLength = 256;

/**
 * Characters that are judged, because the time grows with the square of the length: the password must be hard to guess by its beginning.
 */
const maxJudgedLength = 64;
/** Required guesses, as a power of ten. A common password, twice, with a year or the site's name, takes fewer; four words take more. */
const minGuesses = 10;

/**
 * Returns why a password is rejected; null if it is accepted. There are no composition rules. Rejected is what guessers try first: the
 * 49,000 commonest passwords, rows of keys, sequences, dates, repetitions, and the words in `context` (the site's name, the account's),
 * alone or joined.
 */
export async function faultInPassword(password: string, context: readonly string[]): Promise<PasswordFault | null> {
  if ([...password].length < minPasswordLength) return "short";
  if (password.length > maxPasswordLength) return "long";
  const guesses = await guessesFor(password.slice(0, maxJudgedLength), context.flatMap(wordsIn));
  return guesses < minGuesses ? "guessable" : null;
}

/**
 * Judges it as typed and without punctuation, and takes the easier. The word list is large, so it is loaded only when somebody chooses a
 * password.
 */
async function guessesFor(password: string, context: string[]): Promise<number> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const guesses = (text: string) => (text === "" ? 0 : judge.check(text, context).guessesLog10);
  return Math.min(guesses(password), guesses(password.replace(/[^\p{L}\p{M}\p{N}]/gu, "") || password));
}

/** Returns "Dana Whitehorse" in lower case, the same without the space, and each word. */
function wordsIn(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return [text.toLowerCase(), words.join(""), ...words];
}
