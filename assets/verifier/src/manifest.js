// The list of the pages, as the kiosk encodes it. What is not understood is refused.

const MANIFEST_TEXTS = [
  "kiosk", "site", "submission_id", "guide_id", "guide_version", "guide_title", "body", "channel", "language",
  "clock_source", "site_phone",
];
const MANIFEST_LISTS = ["missing", "deadline_notes", "remedies"];
const MANIFEST_FIELDS = [...MANIFEST_TEXTS, ...MANIFEST_LISTS, "v", "issued_at", "level", "pages", "keep_until"];
const LONGEST_MANIFEST = 4_000_000;
const PAGE_TYPES = {
  number: isInteger, digest: isHash, salt: isHash, media_type: isText, length: isInteger, label: isText,
  doubts: isTexts, source_page: isInteger, source_pages: isInteger,
};
const ISO_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{6})?([+-])(\d\d):(\d\d)$/;

function isText(value) {
  return typeof value === "string";
}

function isTexts(value) {
  return Array.isArray(value) && value.every(isText);
}

function isInteger(value) {
  return Number.isInteger(value) || typeof value === "bigint";
}

function isHash(value) {
  return value instanceof Uint8Array && value.length === 32;
}

/** The manifest's fields, `issued` its time; or { error }, a French sentence. */
function decodeManifest(data) {
  if (data.length > LONGEST_MANIFEST) return { error: SAID.manifest_too_long };
  let values;
  try {
    values = decodeCbor(data);
  } catch (error) {
    if (error instanceof Malformed) return { error: SAID.manifest_unreadable };
    throw error;
  }
  if (!(values instanceof Map) || values.get("v") !== 1 || !hasExactly(values, MANIFEST_FIELDS)) {
    return { error: SAID.manifest_unknown };
  }
  const manifest = Object.fromEntries(values);
  manifest.issued = readTime(manifest.issued_at);
  const sound =
    MANIFEST_TEXTS.every((name) => isText(manifest[name])) &&
    MANIFEST_LISTS.every((name) => isTexts(manifest[name])) &&
    manifest.issued &&
    LEVELS.includes(manifest.level) &&
    Array.isArray(manifest.pages) &&
    manifest.pages.every(isPage) &&
    (manifest.keep_until === null || isDate(manifest.keep_until));
  if (!sound) return { error: SAID.manifest_unreadable };
  manifest.pages = manifest.pages.map((page) => Object.fromEntries(page));
  return manifest;
}

function hasExactly(values, names) {
  return values.size === names.length && names.every((name) => values.has(name));
}

function isPage(page) {
  const names = Object.keys(PAGE_TYPES);
  return page instanceof Map && hasExactly(page, names) && names.every((name) => PAGE_TYPES[name](page.get(name)));
}

function isDate(text) {
  if (!isText(text) || !/^\d{4}-\d\d-\d\d$/.test(text) || text < "0001") return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** { seconds, quarters } of a time as Python's isoformat writes it; null for any other text. */
function readTime(text) {
  const parts = isText(text) ? ISO_TIME.exec(text) : null;
  if (!parts || !isDate(parts[1])) return null;
  const [hour, minute, second, , , hours, minutes] = parts.slice(2).map(Number);
  const negative = parts[6] === "-";
  if (hour > 23 || minute > 59 || second > 59 || hours > 23 || minutes > 59) return null;
  if (parts[5] === ".000000" || (negative && hours + minutes === 0)) return null;
  const offset = (negative ? -1 : 1) * (hours * 60 + minutes);
  const seconds = Date.parse(`${text.slice(0, 19)}Z`) / 1000 - offset * 60;
  return { seconds, quarters: Math.floor(offset / 15) };
}

async function pageRoot(manifest) {
  const leaves = [];
  for (const page of manifest.pages) leaves.push(await leafOf(page.salt, page.digest));
  return rootOf(leaves);
}
