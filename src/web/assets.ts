import { readdirSync, readFileSync } from "node:fs";
import type { RequestHandler } from "express";
import { root } from "../root.ts";
import { securityHeaders } from "./security.ts";

/** The built files of public/: their addresses, and the handler that serves them. Made by `npm run build`. */
export interface Assets {
  /** A hash over everything that pages are made of. */
  build: string;
  /** The address of a file by its plain name: `site.css` → `/assets/site.1f3a….css`. */
  url(name: string): string;
  serve: RequestHandler;
}

const folder = new URL("dist/public/", root);

/** Loads the built files into memory; there are few and they are small. Throws a sentence when they were never built. */
export function loadAssets(): Assets {
  const manifest = readManifest();
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder))]));
  return {
    build: manifest.build,
    url(name) {
      const address = manifest.files[name];
      if (!address) throw new Error(`public/ has no file named ${name}`);
      return address;
    },
    serve(req, res, next) {
      const name = req.path.slice(req.path.lastIndexOf("/") + 1);
      const plain = manifest.addresses.includes(req.path) ? files.get(name) : undefined;
      if (!plain) return next();
      const brotli = /\bbr\b/.test(req.headers["accept-encoding"] ?? "") ? files.get(`${name}.br`) : undefined;
      res.set(securityHeaders);
      res.set("Cache-Control", req.path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=86400");
      res.set("Vary", "Accept-Encoding");
      res.type(name);
      if (brotli) res.set("Content-Encoding", "br");
      res.end(req.method === "HEAD" ? undefined : (brotli ?? plain));
    },
  };
}

function readManifest(): { build: string; files: Record<string, string>; addresses: string[] } {
  try {
    return JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8"));
  } catch {
    throw new Error("The style sheet and icons are not built yet. Run: npm run build");
  }
}
