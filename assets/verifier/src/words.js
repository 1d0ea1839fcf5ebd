// What verification says. The sentences themselves (SAID) come from the kiosk's own when this file is built.

const MONTHS = [
  "janvier", "février", "mars", "avril", "mai", "juin",
  "juillet", "août", "septembre", "octobre", "novembre", "décembre",
];

function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

function receiptNumber(kiosk, sequence) {
  return `${kiosk}-${String(sequence).padStart(6, "0")}`;
}

function twoDigits(number) {
  return String(number).padStart(2, "0");
}

/** The date and hour that the kiosk's wall showed. */
function localTime({ seconds, quarters }) {
  const wall = new Date((seconds + quarters * 900) * 1000);
  const day = wall.getUTCDate();
  const minutes = Math.abs(quarters) * 15;
  const offset = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return {
    date: `${day === 1 ? "1er" : day} ${MONTHS[wall.getUTCMonth()]} ${wall.getUTCFullYear()}`,
    hour: `${wall.getUTCHours()}\u00a0h\u00a0${twoDigits(wall.getUTCMinutes())}`,
    offset: `UTC${quarters < 0 ? "-" : "+"}${offset}`,
  };
}

function pagesInWords(count) {
  return filled(count < 2 ? SAID.one_page : SAID.many_pages, { count });
}

function genuineReceipt(manifest, claims, files, known) {
  const values = {
    ...localTime(manifest.issued),
    number: receiptNumber(manifest.kiosk, claims.sequence),
    pages: pagesInWords(manifest.pages.length),
    body: manifest.body,
    level: manifest.level,
  };
  const also = [files ? SAID.genuine_pages : "", between(claims.issued, known)];
  return [filled(SAID.genuine, values), ...also].filter(Boolean).join(" ");
}

function genuineCode(claims) {
  const number = receiptNumber(claims.kiosk, claims.sequence);
  const { guide, level } = claims;
  return filled(SAID.genuine_code, { ...localTime(claims.issued), number, pages: pagesInWords(claims.pages), guide, level });
}

function genuinePage(claims, place) {
  const number = receiptNumber(claims.kiosk, claims.sequence);
  return filled(SAID.genuine_page, { ...localTime(claims.issued), number, place, count: claims.pages, level: claims.level });
}

function doesNotProve(level, body) {
  return filled(SAID.does_not_prove[level], { body: body || SAID.the_body });
}

function genuineEvent(claims) {
  const values = { ...claims, ...localTime(claims.issued), event: claims.event.title };
  const parts = [filled(claims.event.genuine, { ...values, number: receiptNumber(claims.kiosk, claims.receipt) })];
  if (claims.counted >= 0) parts.push(filled(SAID.event_counted, values));
  if (claims.reference) parts.push(filled(SAID.event_reference, values));
  return parts.join(" ");
}
