/** The lengths of all texts that some work hands to `normalize`, whose time grows with the square of the marks in them. */
export function recordNormalized(work: () => unknown): number[] {
  const { normalize } = String.prototype;
  const lengths: number[] = [];
  String.prototype.normalize = function (form) {
    lengths.push(this.length);
    return normalize.call(this, form);
  };
  try {
    work();
  } finally {
    String.prototype.normalize = normalize;
  }
  return lengths;
}
