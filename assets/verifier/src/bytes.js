// Bytes: the few things every other part needs.

/** What is read is not in the one form a kiosk writes. */
class Malformed extends Error {}

const LATIN = new TextDecoder("windows-1252"); // one character a byte, so that places in text are places in bytes

function hex(data) {
  return Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(digits) {
  return Uint8Array.from(digits.match(/../g) || [], (pair) => parseInt(pair, 16));
}

function ascii(text) {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/** The bytes of what LATIN decoded, where each character still is one of them. */
function latinBytes(text) {
  const data = ascii(text);
  if (LATIN.decode(data) !== text) throw new Malformed("not bytes");
  return data;
}

function equal(one, other) {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    all.set(part, place);
    place += part.length;
  }
  return all;
}

function contains(data, wanted) {
  for (let start = 0; start + wanted.length <= data.length; start += 1) {
    if (equal(data.subarray(start, start + wanted.length), wanted)) return true;
  }
  return false;
}

/** Text of UTF-8 bytes; refuses anything else. */
function utf8(data) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    throw new Malformed("not UTF-8");
  }
}

async function sha256(data) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", data));
}

/** Hexadecimal by groups of four, as the paper prints it. */
function grouped(data) {
  return hex(data).replace(/(....)(?=.)/g, "$1 ");
}
