/* What a sentence speaks of beside its numbers, and which of its words belong to which of them. */
import { bare, plain, wordsIn } from "./words.js";

/**
 * @typedef {import("./knowledge.js").Knowledge} Knowledge
 * @typedef {import("./tokens.js").Token} Token
 * @typedef {ReturnType<typeof toldBy>} Told
 */

/**
 * @param {Knowledge} known
 * @param {string} sentence
 */
export function toldBy(known, sentence) {
  const text = plain(sentence);
  const axes = Array.from(bare(sentence).matchAll(/(\p{L}+)\s+(\d)(?!\d)/gu))
    .filter(([, word]) => known.spoken.axis.includes(word))
    .map(([, , number]) => `axis:${number}`);
  return {
    sentence,
    agencies: known.agencies
      .filter(({ at }) => at.test(text))
      .map(({ key, at }) => ({ key, at: text.search(at) })),
    places: [...known.places.filter(({ at }) => at.test(text)).map(({ key }) => key), ...axes],
    years: Array.from(sentence.matchAll(/\b(?:19|20)\d\d\b/g), (found) => Number(found[0])),
    words: new Set(known.beginnings(sentence)),
    all: new Set(wordsIn(sentence).map((word) => known.begun(word))),
  };
}

/**
 * The agency whose number it is: the last one named before it, else the first one after.
 * @param {Told} told
 * @param {Token} token
 */
export function whose({ agencies }, token) {
  const before = agencies.filter(({ at }) => at < token.start).sort((one, other) => other.at - one.at);
  const after = agencies.filter(({ at }) => at >= token.start).sort((one, other) => one.at - other.at);
  return (before[0] || after[0])?.key || "";
}

/**
 * How far the nearest word of a list is from a number, -1 for none.
 * @param {Knowledge} known
 * @param {Told} told
 * @param {Token} token
 * @param {string} list
 */
export const distance = ({ spoken }, told, token, list) => distanceTo(told, token, spoken[list]);

/**
 * How far the nearest of some words is from a number, -1 for none.
 * @param {Told} told
 * @param {Token} token
 * @param {string[]} words
 */
export function distanceTo({ sentence }, token, words) {
  let best = -1;
  for (const found of bare(sentence).matchAll(/[\p{L}%$]+/gu)) {
    if (!words.includes(found[0])) continue;
    const at = found.index;
    const away = at >= token.end ? at - token.end : token.start - at - found[0].length;
    if (away >= 0 && (best < 0 || away < best)) best = away;
  }
  return best;
}

/**
 * The list of which a word is nearest to a number, "" for none.
 * @param {Knowledge} known
 * @param {Told} told
 * @param {Token} token
 * @param {string[]} lists
 */
export function nearest(known, told, token, lists) {
  const away = lists.map((list) => distance(known, told, token, list));
  const best = Math.min(...away.filter((one) => one >= 0));
  return lists[away.indexOf(best)] || "";
}
