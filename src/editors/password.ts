import { limitWork } from "./limit-work.ts";

/**
 * argon2id as OWASP and RFC 9106 recommend for a server: 19 MiB (in KiB), two passes, one lane. From a package with prebuilt binaries for
 * every platform, because Node 22 has no argon2, and a WebAssembly one would block all other requests for the seventh of a second that a
 * hash takes.
 */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** A hash takes a thread of the pool that also compresses pages: at most two of the four at a time, for all callers. */
const inTurn = limitWork({ max: 2, maxWaiting: 16 });

/** The hash of a password that nobody knows, so that an unknown name takes as long to check as a known one. */
// cspell:disable-next-line
const decoy = "$argon2id$v=19$m=19456,t=2,p=1$UGXVVWmrTw6atz0U8/VTzQ$mmxnC1gazwfEzh/LUvb1kdkbmkWkiBsTd7Wuuh4tuHs";

/** Returns the hash of a password for the database. Throws TooMany when too many are waiting. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(async () => (await argon2()).hash(password, cost));
}

/**
 * Whether this is the password whose hash `findHash` resolves to; false for null, after as much work. `findHash` is called only when its
 * turn comes, so a rejected request does not count as an attempt. Throws TooMany when too many are waiting.
 */
export function isPassword(password: string, findHash: () => Promise<string | null>): Promise<boolean> {
  return inTurn(async () => {
    const hashed = await findHash();
    const isRight = await (await argon2()).verify(hashed ?? decoy, password);
    return isRight && hashed !== null;
  });
}

/** Loaded at the first sign-in: a server that is only read needs no native code for it. */
function argon2() {
  return import("@node-rs/argon2");
}
