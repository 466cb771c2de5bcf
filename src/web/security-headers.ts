import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import helmet, { type HelmetOptions } from "helmet";

/**
 * Headers of every response. Helmet computes them once, here: running it for each request costs more than the page.
 * `upgrade-insecure-requests` is left out because it breaks a county's plain-HTTP machine on its own network.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  ...headersFrom({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        // For the names under the search box; and Lighthouse reads robots.txt from inside the page.
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "same-origin" },
    // Left to the TLS proxy: this server speaks plain HTTP (README, "How a county would adopt it").
    strictTransportSecurity: false,
    // For obsolete browsers, or for what a page without scripts cannot do: not worth their bytes on a slow connection.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    originAgentCluster: false,
  }),
  // Features that no page here uses. Helmet does not support this header.
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

function headersFrom(options: HelmetOptions): Record<string, string> {
  const req = new IncomingMessage(new Socket());
  const res = new ServerResponse(req);
  helmet(options)(req, res, () => undefined);
  return Object.fromEntries(Object.entries(res.getHeaders()).map(([name, value]) => [name, String(value)]));
}
