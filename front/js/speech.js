/* Reads the numbers of a text and sets each beside those that the report prints (`presenters/quotes.py`): the same number of
 * the same thing, one near it, or another measure. Nothing here knows a thing by its name. */
import { contradicts, fit, needed } from "./speech/fitting.js";
import { Knowledge } from "./speech/knowledge.js";
import { tokensOf } from "./speech/tokens.js";
import { toldBy } from "./speech/told.js";
import { isNear, isRounded, isSame } from "./speech/values.js";

/**
 * @typedef {import("./speech/knowledge.js").Index} Index
 * @typedef {import("./speech/knowledge.js").Fact} Fact
 * @typedef {import("./speech/tokens.js").Token} Token
 * @typedef {import("./speech/told.js").Told} Told
 * @typedef {"found" | "near" | "rounded" | "contested" | "other" | "absent"} Verdict
 * @typedef {{start: number, end: number, text: string, verdict: Verdict, fact: Fact | null}} Checked
 */

const SENTENCE = /[\s\S]*?(?:[.!?;](?=\s+[^\s\d%])|\n|$)/gu;
/* A number that a report is unlikely to hold by chance. */
const LARGE = 100;

/**
 * The checker of an index.
 * @param {Index} index
 */
export function checker(index) {
  const known = new Knowledge(index);
  /** @param {string} text */
  return (text) => {
    /** @type {Checked[]} */
    const found = [];
    let from = 0;
    for (const sentence of text.match(SENTENCE) || []) {
      const told = toldBy(known, sentence);
      for (const token of tokensOf(known, sentence)) {
        const [start, end] = [from + token.start, from + token.end];
        found.push({ start, end, text: text.slice(start, end), ...judged(known, token, told) });
      }
      from += sentence.length;
    }
    return found;
  };
}

/**
 * @param {Knowledge} known
 * @param {Token} token
 * @param {Told} told
 * @returns {{verdict: Verdict, fact: Fact | null}}
 */
function judged(known, token, told) {
  const same = best(known, token, told, isSame);
  if (same) return { verdict: same.against ? "contested" : "found", fact: same };
  const rounded = best(known, token, told, isRounded);
  if (rounded) return { verdict: "rounded", fact: rounded };
  const near = best(known, token, told, isNear);
  if (near) return { verdict: "near", fact: near };
  const other = otherThing(known, token, told);
  return { verdict: other ? "other" : "absent", fact: other };
}

/**
 * The fact that fits best, of those that a number may be.
 * @param {Knowledge} known
 * @param {Token} token
 * @param {Told} told
 * @param {(token: Token, fact: Fact) => boolean} may
 */
function best(known, token, told, may) {
  const fitting = known.facts
    .filter((fact) => may(token, fact) && !contradicts(known, fact, token, told))
    .map((fact) => ({ fact, score: fit(known, fact, token, told) }))
    .filter(({ fact, score }) => score >= needed(fact, token));
  fitting.sort((one, other) => other.score - one.score);
  return fitting[0]?.fact || null;
}

/**
 * The same number of another thing, that with most of the words.
 * @param {Knowledge} known
 * @param {Token} token
 * @param {Told} told
 */
function otherThing(known, token, told) {
  const others = known.facts
    .filter((fact) => isSame(token, fact))
    .map((fact) => ({
      fact,
      score: Array.from(told.words).filter((word) => fact.own.has(word) || fact.more.has(word)).length,
    }));
  others.sort((one, other) => other.score - one.score);
  return others.find(({ score }) => score || token.values[0] >= LARGE)?.fact || null;
}
