import { createServer, get } from "node:http";

/**
 * What everything is measured against: node:http answering the same each time. A few letters; or, where an address is given, the very
 * bytes and headers that are answered there, because to send a page takes longer than to send a few letters.
 */

interface Answer {
  headers: string[];
  body: Buffer;
}

const letters = Buffer.from("Hello, neighbor");
const few: Answer = { headers: ["Content-Type", "text/plain; charset=utf-8", "Content-Length", String(letters.length)], body: letters };

/** Those that Node adds by itself. */
const ownHeaders = ["date", "connection", "keep-alive"];

function answerAt(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "Accept-Encoding": "br" } }, async (res) => {
      const pairs = res.rawHeaders.map((name, at) => [name, res.rawHeaders[at + 1]!] as const).filter((_, at) => at % 2 === 0);
      const headers = pairs.filter(([name]) => !ownHeaders.includes(name.toLowerCase())).flat();
      resolve({ headers, body: Buffer.concat(await res.toArray()) });
    }).once("error", reject);
  });
}

const [url] = process.argv.slice(2);
const { headers, body } = url === undefined ? few : await answerAt(url);
const server = createServer((_req, res) => {
  res.writeHead(200, headers);
  res.end(body);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`));
