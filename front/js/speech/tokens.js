/* The numbers of a sentence. */
import { bare } from "./words.js";

/**
 * @typedef {import("./knowledge.js").Knowledge} Knowledge
 * @typedef {object} Token
 * @property {number} start
 * @property {number} end
 * @property {number[]} values
 * @property {number} step
 * @property {string} kind
 * @property {boolean} about
 */

/* Without looking back, which older browsers cannot: `tokensOf` leaves out what begins inside a word. */
const NUMBER =
  /\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?:[.,]\d+)?(?!\p{N})|\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?/gu;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2035;
/* Digits of a thing that is numbered: `produit 12`, `résolution 1325`, but `a produit 800 000`. */
const LONGEST_NUMBERED = 4;
/** @type {[string, number][]} */
const SCALES = [
  ["million", 1e6],
  ["billion", 1e9],
  ["thousand", 1e3],
];

/**
 * The numbers of a sentence that count something: no year, age, code or part of a name.
 * @param {Knowledge} known
 * @param {string} sentence
 * @returns {Token[]}
 */
export function tokensOf(known, sentence) {
  const found = [];
  for (const match of sentence.matchAll(NUMBER)) {
    const [start, digits] = [match.index, match[0]];
    const before = sentence.slice(0, start);
    const behind = sentence.slice(start + digits.length);
    const previous = bare(before).match(/(\p{L}+)[\s\u00a0\u202f°º-]*$/u)?.[1] || "";
    if (isNoAmount(known, digits, before, previous, behind)) continue;
    if (isYear(known, digits, previous, behind)) continue;
    const { scale, length } = scaleOf(known, behind);
    const values = readings(digits);
    found.push({
      start,
      end: start + digits.length + length,
      values: values.map((one) => one * scale),
      step: step(values[0], digits) * scale,
      kind: kindOf(known, before, behind.slice(length)),
      about: known.spoken.about.includes(previous),
    });
  }
  return found;
}

/**
 * Whether digits are one end of a range, part of a word or code, numbered, or an age.
 * @param {Knowledge} known
 * @param {string} digits
 * @param {string} before
 * @param {string} previous The word before.
 * @param {string} behind
 */
function isNoAmount(known, digits, before, previous, behind) {
  const range = /\d\s?[-–]\s?$/.test(before) || /^\s?[-–]\s?\d/.test(behind);
  const part = /[\p{L}\p{N}]$/u.test(before) || /^\.\d/.test(behind);
  const numbered = known.spoken.numbered.includes(previous) && digits.length <= LONGEST_NUMBERED;
  return range || part || numbered || known.leads(behind, "age");
}

/**
 * Whether digits are a year, which what is counted may follow: `2019 cas`.
 * @param {Knowledge} known
 * @param {string} digits
 * @param {string} previous
 * @param {string} behind
 */
function isYear(known, digits, previous, behind) {
  if (!/^\d{4}$/.test(digits) || Number(digits) < FIRST_YEAR || Number(digits) > LAST_YEAR) return false;
  const thing = /^[\s\u00a0\u202f]+(\p{L}+)/u.exec(bare(behind))?.[1] || "";
  const counted = known.heads.has(known.begun(thing)) && !known.spoken.between.includes(previous);
  return !counted && !known.leads(behind, "percent");
}

/**
 * A word for thousands or more behind a number, and how far it reaches.
 * @param {Knowledge} known
 * @param {string} behind
 */
function scaleOf(known, behind) {
  const [list, scale] = SCALES.find(([name]) => known.leads(behind, name)) || ["", 1];
  return { scale, length: list ? /^[\s\u00a0\u202f]*\p{L}+/u.exec(behind)?.[0].length || 0 : 0 };
}

/**
 * `percent`, the code of a currency, or `count`.
 * @param {Knowledge} known
 * @param {string} before
 * @param {string} behind
 */
function kindOf(known, before, behind) {
  const after = bare(behind).replace(/^[\s\u00a0\u202f]*(de |d'|d’|of )?/u, "");
  if (known.leads(after, "percent")) return "percent";
  return (
    (/\$\s?$/.test(before) && "usd") || ["usd", "xof"].find((list) => known.leads(after, list)) || "count"
  );
}

/**
 * What digits may stand for: a comma parts thousands or decimals.
 * @param {string} digits
 */
function readings(digits) {
  const tight = digits.replace(/[ \u00a0\u202f]/g, "");
  const parted = /^\d{1,3}([.,]\d{3})+$/.test(tight);
  const decimal = Number(tight.replace(",", "."));
  const whole = Number(tight.replace(/[.,]/g, ""));
  if (parted) return Number.isNaN(decimal) ? [whole] : [whole, decimal];
  const mixed = /^(.*)[.,](\d+)$/.exec(tight);
  return [mixed ? Number(`${mixed[1].replace(/[.,]/g, "")}.${mixed[2]}`) : whole];
}

/**
 * The last place that is written: 1 of 216, 1000 of 350000, 0.1 of 68.3.
 * @param {number} value
 * @param {string} digits
 */
function step(value, digits) {
  const decimals = /[.,](\d+)$/.exec(digits);
  if (decimals && !Number.isInteger(value)) return 10 ** -decimals[1].length;
  const zeros = /0*$/.exec(String(value))?.[0].length || 0;
  return value ? 10 ** zeros : 1;
}
