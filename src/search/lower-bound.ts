/** Returns the first of `length` indexes at which `isBefore` is false, else `length`. It must be true at every index before that. */
export function lowerBound(length: number, isBefore: (place: number) => boolean): number {
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
