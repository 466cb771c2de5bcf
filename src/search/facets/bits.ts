/**
 * A set of document positions, one bit each. Sets used together must be made for the same number of documents. Signed words, because V8
 * stores them as plain integers; unsigned ones become floating-point numbers half of the time.
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

export function removeBit(bits: Bits, position: number): void {
  bits[position >>> 5]! &= ~(1 << (position & 31));
}

export function hasBit(bits: Bits, position: number): boolean {
  return ((bits[position >>> 5]! >>> (position & 31)) & 1) === 1;
}

export function bothBits(a: Bits, b: Bits): Bits {
  const both = new Int32Array(a.length);
  for (let word = 0; word < a.length; word++) both[word] = a[word]! & b[word]!;
  return both;
}

/** Returns the positions that are in all of these sets. Allocates only one set, because allocating one costs more than filling it. */
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

/** Returns the positions that are in the first set and not in the second. */
export function butNot(a: Bits, b: Bits): Bits {
  const left = new Int32Array(a.length);
  for (let word = 0; word < a.length; word++) left[word] = a[word]! & ~b[word]!;
  return left;
}

export function countBits(bits: Bits): number {
  let total = 0;
  for (let word = 0; word < bits.length; word++) total += onesIn(bits[word]!);
  return total;
}

export function anyBit(bits: Bits): boolean {
  return bits.some((word) => word !== 0);
}

/**
 * Counts the positions that are in both sets, without building the intersection. A carry-save adder sums the words into ones, twos, fours
 * and eights; only the eights are counted in each round (the Harley-Seal method, Hacker's Delight, 5-1).
 */
export function countBoth(a: Bits, b: Bits): number {
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let eights = 0;
  let word = 0;
  for (; word + 7 < a.length; word += 8) {
    const w0 = a[word]! & b[word]!;
    const w1 = a[word + 1]! & b[word + 1]!;
    const w2 = a[word + 2]! & b[word + 2]!;
    const w3 = a[word + 3]! & b[word + 3]!;
    const w4 = a[word + 4]! & b[word + 4]!;
    const w5 = a[word + 5]! & b[word + 5]!;
    const w6 = a[word + 6]! & b[word + 6]!;
    const w7 = a[word + 7]! & b[word + 7]!;
    const twosA = carry(ones, w0, w1);
    ones ^= w0 ^ w1;
    const twosB = carry(ones, w2, w3);
    ones ^= w2 ^ w3;
    const twosC = carry(ones, w4, w5);
    ones ^= w4 ^ w5;
    const twosD = carry(ones, w6, w7);
    ones ^= w6 ^ w7;
    const foursA = carry(twos, twosA, twosB);
    twos ^= twosA ^ twosB;
    const foursB = carry(twos, twosC, twosD);
    twos ^= twosC ^ twosD;
    eights += onesIn(carry(fours, foursA, foursB));
    fours ^= foursA ^ foursB;
  }
  let total = 8 * eights + 4 * onesIn(fours) + 2 * onesIn(twos) + onesIn(ones);
  for (; word < a.length; word++) total += onesIn(a[word]! & b[word]!);
  return total;
}

/** Returns the bits set in at least two of three words: the carry of adding them. */
function carry(a: number, b: number, c: number): number {
  return (a & b) | ((a ^ b) & c);
}

/** Calls `visit` with each position in the set, lowest first, until it returns false. Returns whether it reached the end. */
export function eachBit(bits: Bits, visit: (position: number) => boolean | void): boolean {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      if (visit((word << 5) + (31 - Math.clz32(rest & -rest))) === false) return false;
    }
  }
  return true;
}

/** Returns the positions in the set as a list, lowest first. */
export function listOf(bits: Bits): Uint32Array {
  const list = new Uint32Array(countBits(bits));
  let length = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) list[length++] = (word << 5) + (31 - Math.clz32(rest & -rest));
  }
  return list;
}

/** Counts the ones in a 32-bit word (Hacker's Delight, figure 5-2). */
function onesIn(word: number): number {
  const twos = (word - ((word >>> 1) & 0x55555555)) | 0;
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
