import { limitWork } from "./limit-work.ts";

/**
 * argon2id as OWASP and RFC 9106 recommend it for a server: 19 MiB (in KiB), two passes, one lane. From a package with built files for every platform,
 * because Node 22 has no argon2 and a WebAssembly one would stop all other requests for the seventh of a second that a hash takes.
 */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** It takes a thread of the pool that also compresses pages: two of the four at a time, whoever asks. */
const inTurn = limitWork({ max: 2, maxWaiting: 16 });

/** The hash of a password that nobody knows, so that a name that is not there takes as long as one that is. */
// cspell:disable-next-line
const decoy = "$argon2id$v=19$m=19456,t=2,p=1$UGXVVWmrTw6atz0U8/VTzQ$mmxnC1gazwfEzh/LUvb1kdkbmkWkiBsTd7Wuuh4tuHs";

/** What the database keeps of a password. Throws TooMany when too many wait. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(async () => (await argon2()).hash(password, cost));
}

/**
 * Whether this is the password whose hash `findHash` resolves to; for null it is not, after as much work. `findHash` is called when it is its turn, so who is
 * turned away has not tried. Throws TooMany when too many wait.
 */
export function isPassword(password: string, findHash: () => Promise<string | null>): Promise<boolean> {
  return inTurn(async () => {
    const hashed = await findHash();
    const isRight = await (await argon2()).verify(hashed ?? decoy, password);
    return isRight && hashed !== null;
  });
}

/** Loaded by the first who signs in: a server that is only read needs no native code for it. */
function argon2() {
  return import("@node-rs/argon2");
}
