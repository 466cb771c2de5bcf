import { encode } from "uqr";

/** A QR code as a single path on a square of `size` units, including the quiet zone of four units on each side. */
export interface QrCode {
  size: number;
  /** The `d` attribute of an SVG path. */
  path: string;
}

const margin = 4;

/** Draws a text as a QR code, locally, so that it is disclosed to no other service. */
export function drawQrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: "M", border: margin });
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dots.join("") };
}
