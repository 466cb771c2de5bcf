import express, { type Request, type Response } from "express";
import { type ServerLimits, serve, serverLimits, type WebServer } from "../../src/web/server.ts";
import { type Listening, listen } from "./listen.ts";

export interface SmallServer extends Listening {
  server: WebServer;
  /** What the app was asked for, in turn. */
  asked: string[];
}

/** The web server over an app that answers every address by `answer`, and over a cache that holds `/kept`. */
export async function openSmallServer(
  limits: Partial<ServerLimits> = {},
  answer: (req: Request, res: Response) => void = (req, res) => void res.end(req.url),
): Promise<SmallServer> {
  const asked: string[] = [];
  const app = express();
  app.use((req, res) => {
    asked.push(req.url);
    answer(req, res);
  });
  const cache = {
    answer(req: { url?: string | undefined }, res: { end(body: string): void }) {
      if (req.url !== "/kept") return false;
      res.end("kept");
      return true;
    },
  };
  const server = serve(app, cache, { ...serverLimits, ...limits });
  return { ...(await listen(server)), server, asked };
}
