/* The results that terms find. */
import { kindsOf } from "./reading.js";
import { common, kindOf } from "./words.js";

/**
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {import("./reading.js").Term} Term
 */

/**
 * The terms that choose results, all where none does.
 * @param {Lexicon} lexicon
 * @param {Term[]} terms
 */
export function telling(lexicon, terms) {
  const filters = terms.filter((one) => {
    const kinds = Array.from(kindsOf(one));
    return !kinds.length || kinds.some((kind) => !lexicon.rules.unfiltering.includes(kind));
  });
  return filters.length ? filters : terms;
}

/**
 * Results whose sentences say the words of a term.
 * @param {Lexicon} lexicon
 * @param {Term} term
 */
function saying({ texts }, term) {
  return term.stems.flatMap(([language, key]) =>
    common(key.map((stem) => texts[language].get(stem) || new Set())),
  );
}

/**
 * @param {Lexicon} lexicon
 * @param {Term} term
 */
export function resultsOfTerm(lexicon, term) {
  const things = Array.from(term.things.keys());
  const meant = things.flatMap((thing) => lexicon.resultsOf(thing));
  const only = things.some(
    (thing) => lexicon.rules.named.includes(kindOf(thing)) && lexicon.levelOf(thing) !== "zone",
  );
  return new Set(only ? meant : [...meant, ...saying(lexicon, term)]);
}

/**
 * Results of all terms; where there are none, those of what holds all their words.
 * @param {Lexicon} lexicon
 * @param {Term[]} terms
 */
export function resultsOfTerms(lexicon, terms) {
  const found = common(terms.map((one) => resultsOfTerm(lexicon, one)));
  if (found.length || terms.some((one) => kindsOf(one).has("silence"))) return found;
  /** @type {Set<string>} */
  const held = new Set();
  for (const language of lexicon.languages) {
    const keys = terms.flatMap((one) => lexicon.keyed(one.words, language));
    const holders = keys.map((key) => new Set(lexicon.parts[language].get(key)?.keys() || []));
    if (holders.length < 2) continue;
    for (const thing of common(holders)) for (const result of lexicon.resultsOf(thing)) held.add(result);
  }
  return Array.from(held);
}
