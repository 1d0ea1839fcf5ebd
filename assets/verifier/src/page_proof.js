// One page of a receipt proved without the others: the receipt's PROOF, the page's salt and its path.

const PAGE_PROOF_KIND = "temoin/page";
const LONGEST_PAGE_PROOF = 2048;

function looksLikePageProof(data) {
  return data.length <= LONGEST_PAGE_PROOF && LATIN.decode(data).includes(PAGE_PROOF_KIND);
}

/** { number, salt, path, proof }; null for anything else. */
function readPageProof(data) {
  let values = null;
  try {
    values = data.length <= LONGEST_PAGE_PROOF ? decodeCbor(data) : null;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
  }
  if (!(values instanceof Map) || !hasExactly(values, ["v", "kind", "number", "salt", "path", "proof"])) return null;
  const { v, kind, number, salt, path, proof } = Object.fromEntries(values);
  const known = v === 1 && kind === PAGE_PROOF_KIND && Number.isInteger(number) && proof instanceof Uint8Array;
  return known && isHash(salt) && Array.isArray(path) && path.every(isHash) ? { number, salt, path, proof } : null;
}

async function pageProofHolds(read, claims, digest) {
  const place = { index: read.number - 1, size: claims.pages, path: read.path };
  return included(place, await leafOf(read.salt, digest), claims.root);
}
