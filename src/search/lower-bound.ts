/** The first of `length` places at which `isBefore` is false; `length` where it never is. Everything before that place must be before. */
export function lowerBound(length: number, isBefore: (place: number) => boolean): number {
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
