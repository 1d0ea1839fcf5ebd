// Base45 (RFC 9285): one text for each value.

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

function decodeBase45(text) {
  if (text.length % 3 === 1) throw new Malformed("cut Base45 text");
  const data = [];
  for (let start = 0; start < text.length; start += 3) {
    const group = text.slice(start, start + 3);
    let value = 0;
    for (let place = group.length - 1; place >= 0; place -= 1) {
      const digit = ALPHABET.indexOf(group[place]);
      if (digit < 0) throw new Malformed("not Base45");
      value = value * 45 + digit;
    }
    if (value >= 256 ** (group.length - 1)) throw new Malformed("not Base45");
    if (group.length === 3) data.push(value >> 8);
    data.push(value & 255);
  }
  return Uint8Array.from(data);
}
