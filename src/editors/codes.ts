import { Secret, TOTP } from "otpauth";

/** Codes of an authenticator app (RFC 6238): six digits, a new one every 30 seconds, SHA-1, which every app supports. */
const period = 30;

/** Returns a new secret for an app, in base32. */
export function makeCodeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** Returns the URI that the app reads from the QR code. */
export function codeUri(secret: string, issuer: string, label: string): string {
  return totpOf(secret, issuer, label).toString();
}

/**
 * Returns the 30-second step that this code belongs to: the current one, or the one before or after, because clocks differ. Null if it is
 * none of these, or no later than `after`, because no code works twice. `now` is in epoch milliseconds.
 */
export function stepOfCode(secret: string, code: string, after: number, now: number): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / period) + delta;
  return step > after ? step : null;
}

function totpOf(secret: string, issuer = "", label = ""): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period });
}
