import { DefaultDeserializer, DefaultSerializer } from "node:v8";

/**
 * An index as bytes. Its long lists follow its structure in their in-memory format, each aligned to eight bytes, so that unpacking uses
 * them in place: nothing is copied, and lists that are never used are never touched.
 *
 *     length of the structure (8 bytes) · structure · list · list · …
 */

const kinds = [Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array] as const;

type List = InstanceType<(typeof kinds)[number]>;

const alignment = 8;

const align = (length: number) => Math.ceil(length / alignment) * alignment;

/** Replaces each list with its kind, offset and length. */
class Packer extends DefaultSerializer {
  readonly lists: List[] = [];
  #end = 0;

  _writeHostObject(list: List): void {
    this.writeUint32(kinds.findIndex((kind) => list instanceof kind));
    this.writeUint32(this.#end / alignment);
    this.writeUint32(list.length);
    this.lists.push(list);
    this.#end += align(list.byteLength);
  }
}

class Unpacker extends DefaultDeserializer {
  readonly #lists: Buffer;

  constructor(structure: Buffer, lists: Buffer) {
    super(structure);
    this.#lists = lists;
  }

  _readHostObject(): List {
    const kind = kinds[this.readUint32()]!;
    const from = this.readUint32() * alignment;
    return new kind(this.#lists.buffer as ArrayBuffer, this.#lists.byteOffset + from, this.readUint32());
  }
}

/** Packs plain data, maps and typed arrays; the parts, in order, make up one file. */
export function pack(value: unknown): Buffer[] {
  const packer = new Packer();
  packer.writeHeader();
  packer.writeValue(value);
  const structure = packer.releaseBuffer();
  const length = Buffer.alloc(alignment);
  length.writeUInt32LE(structure.length);
  return [length, ...[structure, ...packer.lists].flatMap(padded)];
}

function padded({ buffer, byteOffset, byteLength }: List): Buffer[] {
  return [Buffer.from(buffer, byteOffset, byteLength), Buffer.alloc(align(byteLength) - byteLength)];
}

/** Returns the packed value. Its lists are views of these bytes, which must be aligned to eight bytes. */
export function unpack(bytes: Buffer): unknown {
  const end = alignment + bytes.readUInt32LE();
  const unpacker = new Unpacker(bytes.subarray(alignment, end), bytes.subarray(align(end)));
  unpacker.readHeader();
  return unpacker.readValue();
}
