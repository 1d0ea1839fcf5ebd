// DER: what certificates and signatures are written in.

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BITS = 0x03;
const OCTETS = 0x04;
const OID = 0x06;
const CONTEXT_0 = 0xa0;
const DIRECTORY_NAME = 0xa4;

/** The element at `place`: its tag, its whole bytes, its content. */
function elementAt(data, place) {
  const [tag, first] = [data[place], data[place + 1]];
  if (first === undefined || (tag & 31) === 31) throw new Malformed("not DER");
  let [start, length] = [place + 2, first];
  if (first >= 0x80) {
    const size = first & 0x7f;
    if (size < 1 || size > 3) throw new Malformed("not DER");
    length = 0;
    for (const byte of data.subarray(start, start + size)) length = length * 256 + byte;
    start += size;
  }
  if (start + length > data.length) throw new Malformed("cut DER");
  const whole = data.slice(place, start + length);
  const content = data.slice(start, start + length);
  if (!equal(whole, tlv(tag, content))) throw new Malformed("not canonical DER");
  return { tag, whole, content };
}

/** The elements that `content` is made of. */
function elements(content) {
  const found = [];
  for (let place = 0; place < content.length; ) {
    const one = elementAt(content, place);
    found.push(one);
    place += one.whole.length;
  }
  return found;
}

/** The one element that `data` is. */
function onlyElement(data, tag) {
  const element = elementAt(data, 0);
  if (element.whole.length !== data.length || element.tag !== tag) throw new Malformed("not this element");
  return element;
}

function tlv(tag, ...contents) {
  const content = joined(...contents);
  const { length } = content;
  if (length < 0x80) return joined([tag, length], content);
  const size = [length >> 16, (length >> 8) & 255, length & 255].filter((_, place) => length >= 256 ** (2 - place));
  return joined([tag, 0x80 | size.length, ...size], content);
}

/** The values of `element`, which must have exactly these tags. */
function inside(element, ...tags) {
  const found = elements(element.content);
  if (found.length !== tags.length || found.some((one, place) => one.tag !== tags[place])) {
    throw new Malformed("other values inside");
  }
  return found;
}
