// Deterministic CBOR (RFC 8949, section 4.2.1): a value has one encoding, and only that one is read.

const DEEPEST = 16;

class Tagged {
  constructor(tag, value) {
    this.tag = tag;
    this.value = value;
  }
}

/** The value of `data`. Arrays, Maps, Uint8Arrays, strings, numbers (BigInt beyond 2^53), true, false, null. */
function decodeCbor(data) {
  const reader = { data, place: 0 };
  const value = readCbor(reader, 0);
  if (reader.place !== data.length) throw new Malformed("more than one value");
  return value;
}

function readCbor(reader, depth) {
  if (depth > DEEPEST) throw new Malformed("too deep");
  const [major, length] = readHead(reader);
  switch (major) {
    case 0:
      return length;
    case 1:
      return typeof length === "bigint" ? -1n - length : -1 - length;
    case 2:
      return take(reader, length);
    case 3:
      return utf8(take(reader, length));
    case 4:
      return readArray(reader, length, depth);
    case 5:
      return readMap(reader, length, depth);
    case 6:
      return new Tagged(length, readCbor(reader, depth + 1));
    default:
      return readSimple(length);
  }
}

function readArray(reader, length, depth) {
  const values = [];
  for (let count = 0; count < length; count += 1) values.push(readCbor(reader, depth + 1));
  return values;
}

function readMap(reader, length, depth) {
  const values = new Map();
  let before = null;
  for (let count = 0; count < length; count += 1) {
    const start = reader.place;
    const key = readCbor(reader, depth + 1);
    const encoded = reader.data.subarray(start, reader.place);
    if (before && !follows(before, encoded)) throw new Malformed("keys out of order");
    before = encoded;
    values.set(key, readCbor(reader, depth + 1));
  }
  return values;
}

/** Whether the encoded key `after` comes after `before`: shorter first, then byte by byte. Never equal. */
function follows(before, after) {
  if (before.length !== after.length) return before.length < after.length;
  const place = before.findIndex((byte, index) => byte !== after[index]);
  return place >= 0 && before[place] < after[place];
}

function readSimple(code) {
  if (code === 20) return false;
  if (code === 21) return true;
  if (code === 22) return null;
  throw new Malformed("no such value here");
}

/** [major type, argument], the argument in its shortest form. */
function readHead(reader) {
  const first = take(reader, 1)[0];
  const [major, info] = [first >> 5, first & 31];
  if (info < 24) return [major, info];
  if (info > 27 || major === 7) throw new Malformed("no such head here");
  const size = 1 << (info - 24);
  let value = 0n;
  for (const byte of take(reader, size)) value = (value << 8n) | BigInt(byte);
  const smallest = size === 1 ? 24n : 1n << BigInt(4 * size);
  if (value < smallest) throw new Malformed("longer than needed");
  return [major, value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value];
}

function take(reader, length) {
  const end = reader.place + Number(length);
  if (end > reader.data.length) throw new Malformed("cut");
  const part = reader.data.slice(reader.place, end);
  reader.place = end;
  return part;
}

/** The head of a byte string of `length` bytes, as the code's signature is computed over it. */
function byteString(data) {
  const { length } = data;
  if (length < 24) return joined([0x40 | length], data);
  if (length < 256) return joined([0x58, length], data);
  return joined([0x59, length >> 8, length & 255], data);
}
