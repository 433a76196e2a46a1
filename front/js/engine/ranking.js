/* Which things a text means, the likeliest first. */
import { entry } from "./entries.js";
import { kindsOf } from "./reading.js";
import { telling } from "./results.js";
import { keyOf, kindOf } from "./words.js";

/**
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {import("./reading.js").Term} Term
 * @typedef {{thing: string, score: number, whole: boolean}} Meant
 */

/**
 * @param {Lexicon} lexicon
 * @param {Term[]} terms
 * @returns {Meant[]}
 */
export function ranked(lexicon, terms) {
  const { rules } = lexicon;
  const said = telling(lexicon, terms).reduce((sum, one) => sum + one.words.length, 0);
  const size = Math.max(said, 1);
  const whole = named(terms);
  const held = holding(lexicon, terms, size);
  const meant = Array.from(new Set([...whole.keys(), ...held.keys()]))
    .filter((thing) => rules.kinds.includes(kindOf(thing)))
    .map((thing) => {
      const [words, fit] = whole.get(thing) || [0, 0];
      const full = whole.has(thing) ? (rules.whole * words) / size + fit : 0;
      return { thing, score: Math.max(full, held.get(thing) || 0), whole: whole.has(thing) };
    });
  const order = (/** @type {Meant} */ one) => rules.kinds.indexOf(kindOf(one.thing));
  meant.sort((a, b) => b.score - a.score || order(a) - order(b) || (a.thing < b.thing ? -1 : 1));
  const best = meant.length ? meant[0].score : 0;
  return oneHomeEach(
    lexicon,
    meant.filter((one) => one.whole || one.score >= rules.weakest * best),
  );
}

/**
 * Things that a term names wholly: how many words do, and the best fit.
 * @param {Term[]} terms
 */
function named(terms) {
  /** @type {Map<string, [number, number]>} */
  const found = new Map();
  for (const one of terms) {
    for (const [thing, fit] of one.things) {
      const [words, best] = found.get(thing) || [0, fit];
      found.set(thing, [words + one.words.length, Math.max(best, fit)]);
    }
  }
  return found;
}

/**
 * Things whose names hold some of the words, and what that is worth.
 * @param {Lexicon} lexicon
 * @param {Term[]} terms
 * @param {number} size
 */
function holding(lexicon, terms, size) {
  const { rules } = lexicon;
  /** @type {Map<string, number>} */
  const worth = new Map();
  const tell = terms.filter((one) => {
    const kinds = Array.from(kindsOf(one));
    return !kinds.length || kinds.some((kind) => kind !== "silence");
  });
  for (const language of lexicon.languages) {
    /** @type {Map<string, [number, number]>} */
    const counts = new Map();
    for (const key of new Set(tell.flatMap((one) => lexicon.keyed(one.words, language)))) {
      for (const [thing, length] of lexicon.parts[language].get(key) || []) {
        const [count, shortest] = counts.get(thing) || [0, length];
        counts.set(thing, [count + 1, Math.min(shortest, length)]);
      }
    }
    for (const [thing, [count, length]] of counts) {
      const value = ((rules.part * count) / size) * Math.sqrt(count / Math.max(length, count));
      if (value >= rules.least) worth.set(thing, Math.max(value, worth.get(thing) || 0));
    }
  }
  return worth;
}

/**
 * Places without those that another stands for: a region that is one cercle, communes of a place that is told.
 * @param {Lexicon} lexicon
 * @param {Meant[]} found
 */
function oneHomeEach(lexicon, found) {
  const isPlace = (/** @type {Meant} */ { thing }) => lexicon.rules.groups.places.includes(kindOf(thing));
  const homeOf = (/** @type {string} */ thing) => lexicon.rows.get(thing)?.[4] || keyOf(thing);
  const atHome = new Map(found.filter(isPlace).map(({ thing }) => [keyOf(thing), homeOf(thing)]));
  const same = new Map(Object.entries(lexicon.index.same).map(([region, cercle]) => [cercle, region]));
  const homes = new Set();
  for (const [key, home] of atHome) if (key === home && !atHome.has(same.get(key) || "")) homes.add(key);
  for (const [cercle, region] of same) if (homes.has(region)) homes.add(cercle);
  const told = new Set();
  return found.filter((one) => {
    const key = keyOf(one.thing);
    const elsewhere = atHome.has(key) && isPlace(one) && !homes.has(key);
    if (elsewhere) {
      const { name } = entry(lexicon, one.thing);
      if (homes.has(atHome.get(key)) || told.has(name)) return false;
      told.add(name);
    }
    return !atHome.has(same.get(key) || "");
  });
}
