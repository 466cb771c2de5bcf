/** Chooses listings by what they look like, so that a test need not render all of them. */

/** Those listings that have a trait which none before them has: together they show all there is. */
export function oneOfEachShape<Listing>(listings: readonly Listing[], traitsOf: (listing: Listing) => readonly string[]): Listing[] {
  const seen = new Set<string>();
  return listings.filter((listing) => {
    const fresh = traitsOf(listing).filter((trait) => !seen.has(trait));
    for (const trait of fresh) seen.add(trait);
    return fresh.length > 0;
  });
}

/** For each field of a listing, whether it says nothing, one thing or several. */
export function filledFields(listing: object): string[] {
  return Object.entries(listing).map(([field, value]) => `${field}: ${amountOf(value)}`);
}

function amountOf(value: unknown): string {
  if (!Array.isArray(value)) return value === null ? "none" : "one";
  return value.length > 1 ? "several" : ["none", "one"][value.length]!;
}
