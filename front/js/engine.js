/* The search of the server (`src/dashboard/search/`) over the index that it wrote (`presenters/search/index.py`): the
 * same readings, the same order. Nothing here knows a thing by its name. */
import { comparison, entry, ofResults } from "./engine/entries.js";
import { Lexicon } from "./engine/lexicon.js";
import { ranked } from "./engine/ranking.js";
import { read } from "./engine/reading.js";
import { resultsOfTerm, resultsOfTerms, telling } from "./engine/results.js";
import { kindOf } from "./engine/words.js";

/**
 * @typedef {import("./engine/lexicon.js").Index} Index
 * @typedef {import("./engine/ranking.js").Meant} Meant
 * @typedef {import("./engine/entries.js").Entry} Entry
 * @typedef {import("./engine/entries.js").Group} Group
 */

/**
 * The engine over an index.
 * @param {Index} index
 * @param {(word: string) => boolean} isCommon Whether everybody knows the word: it is no slip of another.
 */
export function engine(index, isCommon) {
  const lexicon = new Lexicon(index);

  /**
   * What a text finds, the likeliest sort first.
   * @param {string} text
   * @param {number} most Entries of a group.
   */
  return (text, most) => {
    const { terms, corrected } = read(lexicon, text, isCommon);
    if (!terms.length) return { said: [], groups: [] };
    const meant = ranked(lexicon, terms);
    const zones = meant.filter(
      ({ thing }) => lexicon.levelOf(thing) === "zone" && !lexicon.resultsOf(thing).length,
    );
    const silent = meant.filter(({ thing, whole }) => kindOf(thing) === "silence" && whole);
    const said = [
      ...silent.map(({ thing }) => entry(lexicon, thing)),
      ...zones.map(({ thing }) => entry(lexicon, thing)).map((one) => ({ ...one, name: one.note })),
    ];
    const others = meant.filter((one) => !zones.includes(one));
    const beside = comparison(lexicon, terms);
    const groups = [...byKind(lexicon, others, most), ...(beside ? [beside] : [])];
    const count = resultsOfTerms(lexicon, telling(lexicon, terms)).length;
    const partly = terms.length > 1 && terms.some((one) => resultsOfTerm(lexicon, one).size);
    if (count || partly) groups.push(ofResults(lexicon, text, count));
    groups.sort((a, b) => b.score - a.score);
    return { said, groups, corrected };
  };
}

/**
 * @param {Lexicon} lexicon
 * @param {Meant[]} meant
 * @param {number} most
 * @returns {Group[]}
 */
function byKind(lexicon, meant, most) {
  /** @type {[string, string[]][]} */
  const kinds = Object.entries(lexicon.rules.groups);
  return kinds.flatMap(([key, ofKey], place) => {
    const own = meant.filter(({ thing }) => ofKey.includes(kindOf(thing)));
    if (!own.length) return [];
    const entries = own.slice(0, most).map(({ thing }) => entry(lexicon, thing));
    return [{ key, heading: lexicon.index.said[key], score: own[0].score - place / 100, entries }];
  });
}
