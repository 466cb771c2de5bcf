import { readFileSync } from "node:fs";
import type { RequestHandler } from "express";
import { root } from "../root.ts";
import { chooseEncoding, compressSync, type Encoding } from "./compress.ts";
import { NotFound } from "./errors.ts";
import { entityTag, matchesTag } from "./etag.ts";

/**
 * The built files of public/: few and small, held in memory. sirv would do most of this and was tried: it sends brotli to clients that
 * refuse it (`br;q=0`), does not handle a list of tags or `*`, derives tags from modification times, so that two machines disagree about
 * the same file, and opens the file for each response, which takes six times the processor time (210 µs against 35).
 */
export interface Assets {
  /** A hash of everything that pages are made of. */
  build: string;
  /** Addresses that `serve` handles. */
  addresses: string[];
  /** Returns the address of a file by its plain name: `site.css` → `/assets/site.1f3a….css`. */
  url(name: string): string;
  serve: RequestHandler;
}

interface Manifest {
  build: string;
  files: Record<string, string>;
  addresses: string[];
}

/** A file in each encoding, with its tag. */
type Asset = Record<Encoding, { body: Buffer; tag: string }>;

const folder = new URL("dist/public/", root);

/** Loads the built files. Throws an error with instructions if they were never built. */
export function loadAssets(): Assets {
  const { build, files, addresses } = readManifest();
  const byName = new Map(Object.entries(files));
  const assets = new Map(addresses.map((address) => [address, loadAsset(nameIn(address))]));
  return {
    build,
    addresses,
    url(name) {
      const address = byName.get(name);
      if (address === undefined) throw new Error(`public/ has no file named ${name}`);
      return address;
    },
    serve(req, res) {
      const asset = assets.get(req.path);
      // Express ignores case and a trailing slash.
      if (!asset) throw new NotFound(req.path);
      const encoding = chooseEncoding(req.headers["accept-encoding"]);
      const { body, tag } = asset[encoding];
      res.set({ "Cache-Control": lifetimeOf(req.path), Vary: "Accept-Encoding", ETag: tag });
      if (matchesTag(req.headers["if-none-match"], tag)) return void res.status(304).end();
      res.type(nameIn(req.path)).set("Content-Length", String(body.length));
      if (encoding !== "identity") res.set("Content-Encoding", encoding);
      res.end(req.method === "HEAD" ? undefined : body);
    },
  };
}

/** Returns the caching policy of an address: a hashed name always means the same file; the others may change with the next build. */
function lifetimeOf(address: string): string {
  return address.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=86400";
}

/** Loads a file. The build compressed it with brotli harder than there is time for here; gzip, for a few old proxies, is made on demand. */
function loadAsset(name: string): Asset {
  const plain = readFileSync(new URL(name, folder));
  const tagged = (body: Buffer) => ({ body, tag: entityTag(body) });
  let gzip: Asset["gzip"] | null = null;
  return {
    br: tagged(readFileSync(new URL(`${name}.br`, folder))),
    get gzip() {
      gzip ??= tagged(compressSync(plain, "gzip"));
      return gzip;
    },
    identity: tagged(plain),
  };
}

function nameIn(address: string): string {
  return address.slice(address.lastIndexOf("/") + 1);
}

function readManifest(): Manifest {
  try {
    return JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8"));
  } catch {
    throw new Error("The style sheet and icons are not built yet. Run: npm run build");
  }
}
