/** Bot challenges ("are you human?"), by words that are on no other page: the scripts of these services are on many ordinary ones. */
const guards: [string, RegExp][] = [
  ["Cloudflare", /just a moment\.\.\.|_cf_chl_opt|cf-browser-verification|attention required! \| cloudflare/i],
  ["Sucuri", /sucuri_cloudproxy|sucuri website firewall/i],
  ["Imperva", /incapsula incident id/i],
  ["SiteGround", /sgcaptcha/i],
  ["unnamed", /checking your browser|verify(ing)? (that )?you are (a )?human|are you a robot/i],
];

/** Returns whose bot challenge was sent in place of the page; null if it is none. */
export function challengeIn(page: string): string | null {
  return guards.find(([, marks]) => marks.test(page))?.[0] ?? null;
}
