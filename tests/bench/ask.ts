import { get, type IncomingHttpHeaders } from "node:http";

/** An answer as it came over the wire: nothing unpacked. */
export interface Answer {
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks for one address. Rejects unless the answer is 200. */
export function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { ...headers }, agent: false }, async (res) => {
      const body = Buffer.concat(await res.toArray());
      if (res.statusCode === 200) resolve({ headers: res.headers, body });
      else reject(new Error(`${res.statusCode} at ${url}`));
    }).once("error", reject);
  });
}
