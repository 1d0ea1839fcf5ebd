// A small strict reader of PDF objects: classic cross-reference tables, no encryption, no object streams.
// Only used once the signature over the whole file holds.

const MOST_REVISIONS = 16;
const WHITE = "\0\t\n\f\r ";

class Ref {
  constructor(number, generation) {
    this.number = number;
    this.generation = generation;
  }
}

class Name {
  constructor(text) {
    this.text = text;
  }
}

/** A stream: its dictionary and its bytes as stored. */
class Stream {
  constructor(entries, data) {
    this.entries = entries;
    this.data = data;
  }
}

class PdfFile {
  constructor(data) {
    this.data = data;
    this.text = LATIN.decode(data);
    this.places = new Map();
    this.trailer = null;
    this.readTables();
  }

  readTables() {
    const last = /startxref\r?\n(\d{1,9})\r?\n%%EOF\r?\n?$/.exec(this.text.slice(-64));
    if (!last) throw new Malformed("no startxref");
    let place = Number(last[1]);
    for (let count = 0; place !== undefined; count += 1) {
      if (count === MOST_REVISIONS) throw new Malformed("too many revisions");
      const trailer = this.readTable(place);
      this.trailer = this.trailer || trailer;
      place = trailer.get("Prev");
      if (place !== undefined && !Number.isInteger(place)) throw new Malformed("bad Prev");
    }
  }

  readTable(place) {
    const section = /xref\s+|(\d+) (\d+)\s*\n|trailer\s*/y;
    section.lastIndex = place;
    if (!(section.exec(this.text) || [""])[0].startsWith("xref")) throw new Malformed("no table");
    for (;;) {
      const found = section.exec(this.text);
      if (!found) throw new Malformed("bad table");
      if (found[1] === undefined) break;
      this.readEntries(section, Number(found[1]), Number(found[2]));
    }
    return this.dictionary(new Cursor(this.text, section.lastIndex).value());
  }

  readEntries(section, first, count) {
    const entry = /(\d{10}) (\d{5}) ([nf])[ \r]?[\r\n]/y;
    entry.lastIndex = section.lastIndex;
    for (let number = first; number < first + count; number += 1) {
      const found = entry.exec(this.text);
      if (!found) throw new Malformed("bad table entry");
      if (!this.places.has(number)) this.places.set(number, found[3] === "n" ? Number(found[1]) : null);
    }
    section.lastIndex = entry.lastIndex;
  }

  /** What `value` stands for: an indirect reference is followed once. */
  resolve(value) {
    if (!(value instanceof Ref)) return value;
    const place = this.places.get(value.number);
    if (place === undefined || place === null) throw new Malformed("no such object");
    const head = new RegExp(`${value.number} ${value.generation} obj\\s*`, "y");
    head.lastIndex = place;
    if (!head.exec(this.text)) throw new Malformed("no object there");
    const cursor = new Cursor(this.text, head.lastIndex);
    const found = cursor.value();
    return found instanceof Map ? this.withData(found, cursor.place) : found;
  }

  withData(entries, place) {
    const start = /\s*stream\r?\n/y;
    start.lastIndex = place;
    if (!start.exec(this.text)) return entries;
    const length = entries.get("Length");
    const end = start.lastIndex + length;
    if (!Number.isInteger(length) || !/^\r?\n?endstream/.test(this.text.slice(end, end + 11))) {
      throw new Malformed("bad stream");
    }
    return new Stream(entries, this.data.slice(start.lastIndex, end));
  }

  dictionary(value) {
    const found = this.resolve(value);
    if (!(found instanceof Map)) throw new Malformed("not a dictionary");
    return found;
  }
}

/** Reads one value after the other from a place in the text. */
class Cursor {
  constructor(text, place) {
    this.text = text;
    this.place = place;
  }

  value(depth = 0) {
    if (depth > 32) throw new Malformed("too deep");
    this.skip();
    const { text, place } = this;
    if (text.startsWith("<<", place)) return this.dictionary(depth);
    if (text[place] === "<") return this.hexadecimal();
    if (text[place] === "[") return this.array(depth);
    if (text[place] === "(") return this.string();
    if (text[place] === "/") return this.name();
    return this.atom();
  }

  skip() {
    while (this.place < this.text.length && WHITE.includes(this.text[this.place])) this.place += 1;
  }

  dictionary(depth) {
    const entries = new Map();
    this.place += 2;
    for (;;) {
      this.skip();
      if (this.text.startsWith(">>", this.place)) break;
      if (this.text[this.place] !== "/") throw new Malformed("not a key");
      const key = this.name().text;
      if (entries.has(key)) throw new Malformed("a key twice");
      entries.set(key, this.value(depth + 1));
    }
    this.place += 2;
    return entries;
  }

  array(depth) {
    const values = [];
    this.place += 1;
    for (;;) {
      this.skip();
      if (this.text[this.place] === "]") break;
      values.push(this.value(depth + 1));
    }
    this.place += 1;
    return values;
  }

  hexadecimal() {
    const found = this.match(/<([0-9A-Fa-f\s]*)>/y)[1].replace(/\s/g, "");
    return LATIN.decode(fromHex(found.length % 2 ? `${found}0` : found));
  }

  /** A literal string with its escapes, without nested parentheses. */
  string() {
    const inside = this.match(/\(((?:[^()\\]|\\[^])*)\)/y)[1];
    return inside.replace(/\\([0-7]{1,3}|[^])/g, (_, escaped) => {
      if (/[0-7]/.test(escaped)) return String.fromCharCode(parseInt(escaped, 8) & 255);
      return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "" }[escaped] ?? escaped;
    });
  }

  name() {
    const found = this.match(/\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y)[1];
    return new Name(found.replace(/#([0-9A-Fa-f]{2})/g, (_, pair) => String.fromCharCode(parseInt(pair, 16))));
  }

  atom() {
    const reference = /(\d{1,9}) (\d{1,5}) R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
    reference.lastIndex = this.place;
    const found = reference.exec(this.text);
    if (found) {
      this.place = reference.lastIndex;
      return new Ref(Number(found[1]), Number(found[2]));
    }
    const word = this.match(/[^\0\t\n\f\r ()<>[\]{}/%]+/y)[0];
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    if (!/^[+-]?(\d{1,20}\.?\d{0,20}|\.\d{1,20})$/.test(word)) throw new Malformed("no such word");
    return Number(word);
  }

  match(pattern) {
    pattern.lastIndex = this.place;
    const found = pattern.exec(this.text);
    if (!found) throw new Malformed("not this");
    this.place = pattern.lastIndex;
    return found;
  }
}
