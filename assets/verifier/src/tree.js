// The hash tree of RFC 6962 over salted leaves.

async function leafOf(salt, digest) {
  return sha256(joined([0], salt, digest));
}

async function node(left, right) {
  return sha256(joined([1], left, right));
}

async function rootOf(leaves) {
  if (!leaves.length) return sha256(new Uint8Array());
  if (leaves.length === 1) return leaves[0];
  const middle = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return node(await rootOf(leaves.slice(0, middle)), await rootOf(leaves.slice(middle)));
}

/** Whether the leaf is at `index` of `size` under `root` (RFC 9162, section 2.1.3.2). */
async function included({ index, size, path }, leaf, root) {
  if (index < 0 || index >= size) return false;
  let [position, last, current] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0 || sibling.length !== 32) return false;
    if (position & 1 || position === last) {
      current = await node(sibling, current);
      while (!(position & 1) && position) [position, last] = [position >> 1, last >> 1];
    } else {
      current = await node(current, sibling);
    }
    [position, last] = [position >> 1, last >> 1];
  }
  return last === 0 && equal(current, root);
}
