/* Texts as they are compared. */

/**
 * Without accents and capitals.
 * @param {string} text
 */
export function bare(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");
}

/**
 * With its capitals: WHO is no pronoun, Gao no word.
 * @param {string} text
 */
export function plain(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’-]/g, " ");
}

/**
 * The bare words of a text.
 * @param {string} text
 * @returns {string[]}
 */
export const wordsIn = (text) => bare(text).match(/\p{L}+/gu) || [];

/** @param {string} [text] */
export const listed = (text) => (text || "").split(" ").filter(Boolean);
