/** Why a password is not taken. */
export type PasswordFault = "short" | "long" | "guessable";

/** NIST SP 800-63B-4 asks for 15 characters where a password may be all there is. */
export const minPasswordLength = 15;
export const maxPasswordLength = 256;

/** More is not looked at, because looking takes longer with the square of the length: what it begins with must be hard to guess. */
const maxJudgedLength = 64;
/** The power of ten of the guesses that it must take. A common password, twice, with a year or the site's name, takes fewer; four words take more. */
const minGuesses = 10;

/**
 * Why a password is not taken; null where it is. No rule says what it must be made of. What is refused is what guessers try first: the 49,000
 * commonest passwords, rows of keys, sequences, dates, repetitions, and the words in `context` (the site's name, the account's), alone or joined.
 */
export async function faultInPassword(password: string, context: readonly string[]): Promise<PasswordFault | null> {
  if ([...password].length < minPasswordLength) return "short";
  if (password.length > maxPasswordLength) return "long";
  const guesses = await guessesFor(password.slice(0, maxJudgedLength), context.flatMap(wordsIn));
  return guesses < minGuesses ? "guessable" : null;
}

/** As typed and without the signs between the words, whichever is easier. The list is large, so only whoever chooses a password loads it. */
async function guessesFor(password: string, context: string[]): Promise<number> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const guesses = (text: string) => (text === "" ? 0 : judge.check(text, context).guessesLog10);
  return Math.min(guesses(password), guesses(password.replace(/[^\p{L}\p{M}\p{N}]/gu, "") || password));
}

/** "Dana Whitehorse" as it is, without its space, and each of its words. */
function wordsIn(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return [text.toLowerCase(), words.join(""), ...words];
}
