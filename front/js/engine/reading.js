/* A typed text as terms, each with what it names. */
import { beginningWith, spelled } from "./spelling.js";
import { keyOf, kindOf, listed, wordsOf } from "./words.js";

/**
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {{words: string[], things: Map<string, number>, stems: [string, string[]][]}} Term
 */

/** @param {Term} term */
export const kindsOf = (term) => new Set(Array.from(term.things.keys(), kindOf));

/**
 * The terms of a text, and each word that was taken for another.
 * @param {Lexicon} lexicon
 * @param {string} text
 * @param {(word: string) => boolean} isCommon
 */
export function read(lexicon, text, isCommon) {
  const typed = whole(lexicon, listed(wordsOf(text)).slice(0, lexicon.rules.words));
  const right = new Map(typed.map((word) => [word, spelled(lexicon, word, isCommon)]));
  const words = typed.flatMap((word) => listed(right.get(word) || word));
  const corrected = Array.from(right).filter(([word, other]) => word !== other);
  return { terms: atTheirLevels(lexicon, termsOf(lexicon, words)), corrected };
}

/**
 * Words typed apart that are one where it is known.
 * @param {Lexicon} lexicon
 * @param {string[]} typed
 */
function whole(lexicon, typed) {
  const { known } = lexicon;
  /** @type {string[]} */
  const found = [];
  for (const word of typed) {
    const parted = [...found.slice(-1), word];
    const isSmall = (/** @type {string} */ part) => lexicon.isSmall(part);
    const strange = parted.some((part) => !known.has(part) && !isSmall(part));
    const one = parted.join("");
    const joins = known.get(one) === one && !/\d/.test(one) && (strange || !parted.some(isSmall));
    if (joins) found.splice(-1, 1, one);
    else found.push(word);
  }
  return found;
}

/**
 * The longest names first; small words tell something only where there are no others.
 * @param {Lexicon} lexicon
 * @param {string[]} words
 */
function termsOf(lexicon, words) {
  const alone = words.every((word) => lexicon.isSmall(word));
  /** @type {Term[]} */
  const terms = [];
  for (let start = 0; start < words.length; ) {
    let size = Math.min(lexicon.rules.longest, words.length - start);
    let things = lexicon.named(words.slice(start, start + size));
    while (!things.size && size > 1) {
      size -= 1;
      things = lexicon.named(words.slice(start, start + size));
    }
    const own = words.slice(start, start + size);
    if (size > 1 || alone || !lexicon.isSmall(own[0])) terms.push(term(lexicon, own, things));
    start += size;
  }
  return terms;
}

/**
 * @param {Lexicon} lexicon
 * @param {string[]} words
 * @param {Map<string, number>} named
 * @returns {Term}
 */
function term(lexicon, words, named) {
  /** @type {[string, string[]][]} */
  const ways = lexicon.languagesOf(words).map((language) => [language, lexicon.keyed(words, language)]);
  for (const thing of named.keys()) {
    if (kindOf(thing) !== "words") continue;
    const [, language, meant] = /** @type {RegExpExecArray} */ (/^words:([^:]*):(.*)$/.exec(thing));
    ways.push([language, lexicon.keyed(listed(wordsOf(meant)), language)]);
  }
  let things = named;
  if (!named.size && words.length === 1 && !lexicon.isKnown(words[0])) {
    for (const begun of beginningWith(lexicon, words[0])) {
      const meant = Array.from(lexicon.named(listed(lexicon.known.get(begun) || "")));
      things = new Map([...meant.filter(([thing]) => kindOf(thing) !== "silence"), ...things]);
      for (const language of lexicon.languagesOf([begun]))
        ways.push([language, lexicon.keyed([begun], language)]);
    }
  }
  return { words, things, stems: ways.filter(([, key]) => key.length) };
}

/**
 * A place and the level that is said beside it as one term.
 * @param {Lexicon} lexicon
 * @param {Term[]} terms
 */
function atTheirLevels(lexicon, terms) {
  const isPlace = (/** @type {Term} */ one) =>
    Array.from(one.things.keys()).some((thing) => lexicon.levelOf(thing));
  /** @type {Term[]} */
  const kept = [];
  for (const one of terms) {
    const last = kept.length - 1;
    const before = kept[last];
    if (before && kindsOf(before).has("level") && isPlace(one)) kept[last] = ofLevel(lexicon, one, before);
    else if (before && kindsOf(one).has("level") && isPlace(before))
      kept[last] = ofLevel(lexicon, before, one);
    else kept.push(one);
  }
  return kept;
}

/**
 * @param {Lexicon} lexicon
 * @param {Term} place
 * @param {Term} level
 * @returns {Term}
 */
function ofLevel(lexicon, place, level) {
  const levels = Array.from(level.things.keys())
    .filter((thing) => kindOf(thing) === "level")
    .map(keyOf);
  const things = new Map(
    Array.from(place.things).filter(([thing]) => levels.includes(lexicon.levelOf(thing))),
  );
  return { ...place, words: [...level.words, ...place.words], things: things.size ? things : place.things };
}
