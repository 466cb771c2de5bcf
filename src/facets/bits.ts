/**
 * A set of document positions, one bit each. Sets that meet must be made for the same number of documents.
 * Signed words, because V8 keeps those as plain integers; unsigned ones become floating-point numbers half of the time.
 */
export type Bits = Int32Array;

export function noBits(size: number): Bits {
  return new Int32Array((size + 31) >>> 5);
}

export function allBits(size: number): Bits {
  const bits = noBits(size).fill(-1);
  if (size & 31) bits[bits.length - 1] = (1 << (size & 31)) - 1;
  return bits;
}

export function addBit(bits: Bits, position: number): void {
  bits[position >>> 5]! |= 1 << (position & 31);
}

export function hasBit(bits: Bits, position: number): boolean {
  return ((bits[position >>> 5]! >>> (position & 31)) & 1) === 1;
}

export function bothBits(a: Bits, b: Bits): Bits {
  const both = new Int32Array(a.length);
  for (let word = 0; word < a.length; word++) both[word] = a[word]! & b[word]!;
  return both;
}

/** The positions that are in all of these sets. One new set however many there are: making it costs more than filling it. */
export function inAll(sets: readonly Bits[]): Bits {
  const [first, ...others] = sets;
  const all = first!.slice();
  for (const other of others) for (let word = 0; word < all.length; word++) all[word]! &= other[word]!;
  return all;
}

export function eitherBits(a: Bits, b: Bits): Bits {
  const either = new Int32Array(a.length);
  for (let word = 0; word < a.length; word++) either[word] = a[word]! | b[word]!;
  return either;
}

export function countBits(bits: Bits): number {
  let total = 0;
  for (let word = 0; word < bits.length; word++) total += onesIn(bits[word]!);
  return total;
}

export function anyBit(bits: Bits): boolean {
  return bits.some((word) => word !== 0);
}

/** How many positions are in both sets, without making the set. Three words share the last steps: their sums still fit. */
export function countBoth(a: Bits, b: Bits): number {
  let total = 0;
  let word = 0;
  for (; word + 2 < a.length; word += 3) {
    const fours = inFours(a[word]! & b[word]!) + inFours(a[word + 1]! & b[word + 1]!) + inFours(a[word + 2]! & b[word + 2]!);
    total += sumOfFours(fours);
  }
  for (; word < a.length; word++) total += onesIn(a[word]! & b[word]!);
  return total;
}

/** Calls `visit` with each position in the set, lowest first, until it answers false. */
export function eachBit(bits: Bits, visit: (position: number) => boolean | void): void {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      if (visit((word << 5) + (31 - Math.clz32(rest & -rest))) === false) return;
    }
  }
}

/** The number of ones in a 32-bit word (Hacker's Delight, figures 5-2 and 5-8). */
function onesIn(word: number): number {
  return sumOfFours(inFours(word));
}

/** The ones of each four bits, in those four bits. */
function inFours(word: number): number {
  const twos = (word - ((word >>> 1) & 0x55555555)) | 0;
  return (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
}

/** The sum of eight numbers of four bits each. */
function sumOfFours(fours: number): number {
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}
