// The code of what became of a submission. Signed like PROOF, for a purpose of its own.

const EVENT_PREFIX = "E1:";
const LONGEST_EVENT_TEXT = 520;
const EVENT_PURPOSE = ascii("temoin/event/v1");

/** What the QR text says: claims, or { rejected }. */
async function readEvent(text, trusted) {
  if (text.length > LONGEST_EVENT_TEXT) return { rejected: "damaged" };
  try {
    return await readEventBytes(decodeBase45(text.slice(EVENT_PREFIX.length)), trusted);
  } catch (error) {
    if (error instanceof Malformed) return { rejected: "damaged" };
    throw error;
  }
}

async function readEventBytes(code, trusted) {
  return readSigned(code, trusted, EVENT_PURPOSE, eventClaims);
}

function eventClaims(values) {
  const kinds = [isInteger, isText, ...Array(7).fill(isInteger), isText, isBytes, isBytes];
  if (values.length !== kinds.length || !kinds.every((fits, place) => fits(values[place]))) return { rejected: "damaged" };
  const [, kiosk, sequence, seconds, quarters, event, receipt, pages, counted, reference, artefact, head] = values;
  const fits =
    event >= 1 && event <= SAID.events.length && seconds >= 0 && seconds < 2 ** 33 && quarters > -96 && quarters < 96 &&
    counted >= -1 && [0, 16].includes(artefact.length) && head.length === 32;
  if (!fits) return { rejected: "damaged" };
  const issued = { seconds, quarters };
  return { kiosk, sequence, issued, event: SAID.events[event - 1], receipt, pages, counted, reference };
}

function isBytes(value) {
  return value instanceof Uint8Array;
}
