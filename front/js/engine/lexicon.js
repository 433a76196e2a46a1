/* What the words of an index name. */
import { Stems } from "./stems.js";
import { kindOf, listed, singular, wordsOf } from "./words.js";

/**
 * Thing, names, results; then, where it has them, level, home, name, address, note, count, sentence.
 * @typedef {[string, string, string?, string?, string?, string?, string?, string?, string?, string?]} Row
 * @typedef {object} Index
 * @property {Record<string, any>} rules
 * @property {Record<string, any>} said
 * @property {Record<string, string>} small
 * @property {Record<string, string[]>} forms
 * @property {Record<string, string[]>} texts
 * @property {number[]} fits
 * @property {Record<string, string>} same
 * @property {Record<string, string>} inside
 * @property {string[][]} things Columns.
 */

/**
 * @param {Index} index
 * @returns {Row[]}
 */
export function rowsOf(index) {
  return index.things[0].map((_, at) => /** @type {Row} */ (index.things.map((column) => column[at])));
}

/**
 * Names of one fit and language, each with both.
 * @param {string} told
 */
const namesOf = (told) =>
  told
    .slice(2)
    .split(";")
    .map((name) => [told.slice(0, 2), name]);

/**
 * @param {Map<string, Map<string, number>>} map
 * @param {string} key
 */
function grown(map, key) {
  const found = map.get(key) || new Map();
  map.set(key, found);
  return found;
}

/** The names of all things, by language; "" is the language of names that have none. */
export class Lexicon {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.rules = index.rules;
    this.number = new RegExp(`.{${index.rules.digits}}`, "g");
    this.spoken = Object.keys(index.forms);
    this.languages = [...this.spoken, ""];
    this.order = index.things[0];
    /** @type {Map<string, Row>} */
    this.rows = new Map(rowsOf(index).map((row) => [row[0], row]));
    /** Words as they are written rightly, also those that are written apart.
     * @type {Map<string, string>} */
    this.known = new Map();
    /** @type {Map<string, Set<string>>} */
    this.exact = new Map();
    /** @type {Record<string, Set<string>>} */
    this.small = {};
    /** @type {Record<string, Stems>} */
    this.stems = {};
    /** Things and their fit, by all stems of a name.
     * @type {Record<string, Map<string, Map<string, number>>>} */
    this.phrases = {};
    /** Things and the length of their shortest name, by one stem of it.
     * @type {Record<string, Map<string, Map<string, number>>>} */
    this.parts = {};
    /** Results, by a stem of their sentences.
     * @type {Record<string, Map<string, Set<string>>>} */
    this.texts = {};
    for (const language of this.languages) this.learn(language);
    for (const row of this.rows.values()) this.enter(row);
  }

  /** @param {string} language */
  learn(language) {
    const { forms, small, texts } = this.index;
    const stems = new Stems(
      forms[language] || ["", "", "", ""],
      this.rules.feminine[language] || [],
      this.rules.before,
    );
    const [saying, sets] = (texts[language] || ["", ""]).map(listed);
    this.small[language] = new Set(listed(small[language] || ""));
    this.stems[language] = stems;
    this.phrases[language] = new Map();
    this.parts[language] = new Map();
    this.texts[language] = new Map(saying.map((stem, at) => [stem, new Set(this.numbered(sets[at]))]));
    for (const word of stems.native) this.known.set(word, word);
    for (const stem of saying) stems.said.add(stem);
  }

  /** @param {Row} row */
  enter([thing, names, , , , shown]) {
    const label = shown ? wordsOf(shown) : "";
    for (const [sort, written] of names.split("|").flatMap(namesOf)) {
      const fit = this.index.fits[Number(sort[0])];
      const language = ["", ...this.spoken][Number(sort[1])];
      const words = listed(written.split("=").join(label));
      const kept = this.keyed(words, language);
      const key = kept.length ? kept : words.map((word) => this.stem(word, language));
      if (!key.length) continue;
      if (key.length <= this.rules.longest && fit > this.rules.sentence)
        this.enterPhrase(thing, words, key, language, fit);
      this.enterParts(thing, words, key, language);
    }
  }

  /**
   * @param {string} thing
   * @param {string[]} words
   * @param {string[]} key
   * @param {string} language
   * @param {number} fit
   */
  enterPhrase(thing, words, key, language, fit) {
    const named = grown(this.phrases[language], key.join(" "));
    named.set(thing, Math.max(fit, named.get(thing) ?? fit));
    const written = singular(words.join(" "));
    this.exact.set(written, (this.exact.get(written) || new Set()).add(thing));
  }

  /**
   * @param {string} thing
   * @param {string[]} words
   * @param {string[]} key
   * @param {string} language
   */
  enterParts(thing, words, key, language) {
    for (const part of key) {
      const holders = grown(this.parts[language], part);
      holders.set(thing, Math.min(key.length, holders.get(thing) ?? key.length));
      this.stems[language].said.add(part);
    }
    for (const word of words) {
      this.known.set(word, word);
      if (!language) this.stems[""].stems.set(word, word);
    }
    const joined = words.join("");
    if (words.length > 1 && words.length <= this.rules.longest && !this.known.has(joined))
      this.known.set(joined, words.join(" "));
  }

  /**
   * @param {string} word
   * @param {string} language
   */
  stem(word, language) {
    return language ? this.stems[language].of(word) : word;
  }

  /**
   * Stems of the words that tell something.
   * @param {string[]} words
   * @param {string} language
   */
  keyed(words, language) {
    return words.filter((word) => !this.small[language].has(word)).map((word) => this.stem(word, language));
  }

  /** @param {string} word */
  isSmall(word) {
    return this.spoken.some((language) => this.small[language].has(word));
  }

  /** @param {string} word */
  isNamed(word) {
    return this.languages.some((language) => this.parts[language].has(this.stem(word, language)));
  }

  /** @param {string} word */
  isKnown(word) {
    return this.languages.some((language) => this.stems[language].said.has(this.stem(word, language)));
  }

  /** @param {string[]} words */
  languagesOf(words) {
    const knowing = this.spoken.filter((language) =>
      words.every((word) => this.stems[language].native.has(word)),
    );
    return knowing.length ? knowing : this.spoken;
  }

  /**
   * The things that words name, with their fit; those that are written just so before others.
   * @param {string[]} words
   */
  named(words) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const language of [...this.languagesOf(words), ""]) {
      const small = this.small[language];
      if (words.length > 1 && (small.has(words[0]) || small.has(words[words.length - 1]))) continue;
      for (const [thing, fit] of this.phrases[language].get(this.keyed(words, language).join(" ")) || []) {
        found.set(thing, Math.max(fit, found.get(thing) ?? fit));
      }
    }
    const said = this.exact.get(singular(words.join(" "))) || new Set();
    const right = Array.from(found).filter(([thing]) => said.has(thing));
    return right.length ? new Map(right) : found;
  }

  /** @param {string} thing */
  levelOf(thing) {
    return this.rows.get(thing)?.[3] || "";
  }

  /**
   * @param {string} thing
   * @returns {string[]}
   */
  resultsOf(thing) {
    const row = this.rows.get(thing);
    if (!row) return [];
    if (kindOf(thing) === "commune") return this.resultsOf(`place:${row[4]}`);
    return this.numbered(row[2] || "");
  }

  /**
   * The numbers of the results of a set.
   * @param {string} set
   * @returns {string[]}
   */
  numbered(set) {
    return set.match(this.number) || [];
  }
}
