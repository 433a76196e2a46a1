/* Words that are a slip, or the beginning, of a known one. */
import { singular } from "./words.js";

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */

const BEGUN = 40;

/**
 * How far two words are apart (letters wrong, missing, too many or swapped), where it is not more than allowed.
 * @param {string} one
 * @param {string} other
 * @param {number} allowed
 */
function apart(one, other, allowed) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
    }
    if (Math.min(...row) > allowed) return allowed + 1;
    rows.push(row);
  }
  return rows[one.length][other.length];
}

/**
 * The known word nearest to one, "" for none: in the same number before the other, then by the alphabet.
 * @param {Record<string, any>} rules
 * @param {string} word
 * @param {Iterable<string>} others
 * @param {number} allowed
 */
function nearest(rules, word, others, allowed) {
  if (word.length < rules.shortest || /\d/.test(word)) return "";
  const one = singular(word);
  /** @type {[number, boolean, string]} */
  let best = [allowed + 1, true, ""];
  for (const other of others) {
    if (other.length < rules.right || Math.abs(other.length - word.length) > allowed + 1) continue;
    const bare = singular(other);
    if (other[0] !== word[0] && bare !== rules.silent + one) continue;
    const distance = apart(one, bare, allowed);
    const number = other.endsWith("s") !== word.endsWith("s");
    const better =
      distance < best[0] ||
      (distance === best[0] && (number < best[1] || (number === best[1] && other < best[2])));
    if (distance <= allowed && better) best = [distance, number, other];
  }
  return best[2];
}

/**
 * Known words that begin with these letters.
 * @param {Lexicon} lexicon
 * @param {string} word
 */
export function beginningWith({ known, rules }, word) {
  if (word.length < rules.beginning) return [];
  return Array.from(known.keys())
    .filter((other) => other.startsWith(word))
    .sort()
    .slice(0, BEGUN);
}

/**
 * A word as it was meant.
 * @param {Lexicon} lexicon
 * @param {string} word
 * @param {(word: string) => boolean} isCommon Whether everybody knows the word: it is no slip of another.
 */
export function spelled(lexicon, word, isCommon) {
  const { known, rules } = lexicon;
  if (lexicon.isSmall(word) || known.has(word) || lexicon.isNamed(word)) return known.get(word) ?? word;
  if (isCommon(word)) return word;
  if (lexicon.isKnown(word)) return nearest(rules, word, lexicon.stems[""].stems.keys(), 1) || word;
  if (known.has(singular(word)) || beginningWith(lexicon, word).length) return word;
  return known.get(nearest(rules, word, known.keys(), word.length >= rules.long ? 2 : 1)) ?? word;
}
