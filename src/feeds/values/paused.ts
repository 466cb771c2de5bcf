// cspell:disable -- patterns are made of pieces of words

/** Words by which a group says that it does not meet, where its feed has no code for that. */

const stops = String.raw`(?:temporarily|temporalmente) (?:closed|suspended|cancell?ed|not meeting|inactive|cerrad[oa]|suspendid[oa])|(?:closed|suspended|cancell?ed|not meeting|no meetings?) (?:temporarily|indefinitely|until further notice)|(?:cerrad[oa]|suspendid[oa]|cancelad[oa]) (?:temporalmente|hasta nuevo aviso)|on hiatus|not (?:currently meeting|meeting (?:currently|at (?:this|the present) time))|inactive|no longer meet(?:s|ing)(?=\s*(?:[.!;,]|$))`;

/** In a name the bare word is enough: "Nooners (CANCELLED)". A "closed" one is only for its members. */
const inName = new RegExp(String.raw`(?<!\p{L})(?:${stops}|suspended|cancell?ed|suspendid[oa]|cancelad[oa])(?!\p{L})`, "iu");

/** In notes it must be a sentence about the meeting or its building, and not about the side door. */
const inNotes = new RegExp(
  // eslint-disable-next-line regexp/no-super-linear-move -- at most 2,000 characters, and plainText leaves no more than two line breaks in a row
  String.raw`(?:^|[.!;:*\n-]\s*)(?:(?:this|the|our|la|el) )?(?:(?:meeting|group|location|church|building|site|reunión|grupo|iglesia) )?(?:(?:is|has been|will be|está|queda) )?(?:currently )?(?:${stops})(?!\p{L})`,
  "iu",
);

/** The words that say that the group does not meet there for now; null where there are none. */
export function pausedWords(name: string | null, notes: string | null): string | null {
  return name?.match(inName)?.[0] ?? notes?.slice(0, 2000).match(inNotes)?.[0] ?? null;
}
