import { encode } from "uqr";

/** A QR code as one path on a square of `size` units, its quiet margin of four included. */
export interface QrCode {
  size: number;
  /** The `d` of an SVG path. */
  path: string;
}

const margin = 4;

/** Draws a text as a QR code, here, so that nobody else learns it. */
export function drawQrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: "M", border: margin });
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dots.join("") };
}
