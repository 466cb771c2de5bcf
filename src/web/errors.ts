/** There is no such thing at this address: 404. */
export class NotFound extends Error {}

/** The HTTP status that an error answers with. Express and its parsers put their own on `status`. */
export function statusOf(error: unknown): 400 | 404 | 500 {
  if (error instanceof NotFound) return 404;
  if (error instanceof URIError) return 400;
  const { status } = error as { status?: unknown };
  return typeof status === "number" && status >= 400 && status < 500 ? 400 : 500;
}
