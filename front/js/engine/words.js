/* Words of a text and names of things, as the server writes them. */

/**
 * Plain words: without accents, capitals and signs.
 * @param {string} text
 */
export function wordsOf(text) {
  const bare = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss");
  return bare
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** @param {string} text */
export const listed = (text) => text.split(" ").filter(Boolean);

/** @param {string} text */
export const singular = (text) => text.replace(/s$/, "");

/**
 * The sort of a thing: `place` of `place:ML05`.
 * @param {string} thing
 */
export const kindOf = (thing) => thing.slice(0, thing.indexOf(":"));

/**
 * Its key: `ML05` of `place:ML05`.
 * @param {string} thing
 */
export const keyOf = (thing) => thing.slice(thing.indexOf(":") + 1);

/**
 * What is in every one of the sets, in the order of the first.
 * @param {Set<string>[]} sets
 */
export function common(sets) {
  return Array.from(sets[0] || []).filter((one) => sets.every((set) => set.has(one)));
}
