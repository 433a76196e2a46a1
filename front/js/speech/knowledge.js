/* What the page knows of the report: its numbers, its names, and the words that tell what a number is. */
import { bare, listed, plain, wordsIn } from "./words.js";

/**
 * @typedef {[number, string, string, string, string, string, string, string, string?, string?, string?, string?, string?,
 *   number?, string?, string?, string?]} Row
 * @typedef {object} Index
 * @property {Record<string, string>} said
 * @property {number} beginning
 * @property {number} shortest
 * @property {Record<string, string>} spoken
 * @property {Record<string, string[]>} agencies
 * @property {Record<string, string[]>} places
 * @property {Record<string, string>} within
 * @property {string[]} units
 * @property {string[]} inhabitants
 * @property {Row[]} facts
 *
 * @typedef {object} Fact
 * @property {number} value
 * @property {string} kind
 * @property {string} href
 * @property {string} name
 * @property {string} shown
 * @property {Set<string>} first
 * @property {Set<string>} heads
 * @property {Set<string>} own
 * @property {Set<string>} more
 * @property {string[]} agencies
 * @property {string[]} places
 * @property {string} measure
 * @property {string} sex
 * @property {number} year
 * @property {string} against
 * @property {string} doubt
 * @property {string} moved
 */

export const AMOUNTS = ["budget", "mobilised", "gap", "spent"];
export const WAYS = ["up", "down"];
export const SEXES = ["female", "male"];
const GROUPS = [...SEXES, "child"];

/**
 * @param {Row} row
 * @returns {Fact}
 */
function factOf([
  value,
  kind,
  href,
  name,
  shown,
  first,
  heads,
  own,
  more,
  agencies,
  places,
  measure,
  ...rest
]) {
  const [sex, year, against, doubt, moved] = rest;
  return {
    value,
    kind,
    href,
    name,
    shown,
    first: new Set(listed(first)),
    heads: new Set([...listed(first), ...listed(heads)]),
    own: new Set([...listed(first), ...listed(heads), ...listed(own)]),
    more: new Set(listed(more)),
    agencies: listed(agencies),
    places: listed(places),
    measure: measure || "",
    sex: sex || "",
    year: year || 0,
    against: against || "",
    doubt: doubt || "",
    moved: moved || "",
  };
}

/** @param {Record<string, string[]>} table */
function namesOf(table) {
  return Object.entries(table).flatMap(([key, all]) =>
    all.map((name) => {
      const escaped = plain(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return { key, at: new RegExp(`(?:^|[^\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u") };
    }),
  );
}

/** An index, ready to be asked. */
export class Knowledge {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.facts = index.facts.map(factOf);
    /** What numbers of the report count: a text that counts one of these counts no other. */
    this.heads = new Set([...index.units, ...this.facts.flatMap((fact) => Array.from(fact.first))]);
    /** Lists of words of both languages.
     * @type {Record<string, string[]>} */
    this.spoken = {};
    for (const [name, words] of Object.entries(index.spoken)) this.spoken[name] = listed(bare(words));
    this.agencies = namesOf(index.agencies);
    this.places = namesOf(index.places);
  }

  /**
   * The beginning by which words are compared, in either number.
   * @param {string} word
   */
  begun(word) {
    return word.replace(/s$/, "").slice(0, this.index.beginning);
  }

  /**
   * Those of the words that tell something.
   * @param {string} text
   */
  beginnings(text) {
    return wordsIn(text)
      .map((word) => word.replace(/s$/, ""))
      .filter((word) => word.length >= this.index.shortest && !this.spoken.small.includes(word))
      .map((word) => word.slice(0, this.index.beginning));
  }

  /**
   * Whether a word of a list begins this text, after its spaces.
   * @param {string} text
   * @param {string} list
   */
  leads(text, list) {
    const word = (/^[\s\u00a0\u202f]*(%|\$|\p{L}+)/u.exec(bare(text)) || [])[1] || "";
    return this.spoken[list].includes(word);
  }

  /**
   * A place and all that it lies in.
   * @param {string} place
   * @returns {string[]}
   */
  around(place) {
    const upper = this.index.within[place];
    return upper ? [place, ...this.around(upper)] : [place];
  }

  /**
   * Of women and girls, of men and boys, of children.
   * @param {Set<string>} words
   * @param {Set<string>} more
   */
  groupsOf(words, more) {
    return GROUPS.filter((group) =>
      this.spoken[group].some((word) => words.has(this.begun(word)) || more.has(this.begun(word))),
    );
  }

  /**
   * The group that a word names.
   * @param {string} word
   */
  groupOf(word) {
    return GROUPS.find((group) => this.spoken[group].includes(word));
  }
}
