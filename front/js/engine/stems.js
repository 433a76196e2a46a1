/* Words bent to their stems. The server bends those of its index by the rules of their language and sends both; a word
 * that the index does not hold is bent like most that end alike. */
import { listed, singular } from "./words.js";

const LEAST = 4;
const ENDING = 2;

/** The stems of one language. */
export class Stems {
  /**
   * @param {string[]} forms Words of the language, other words, how much each loses ("=": its stem is told), told stems.
   * @param {[string, string][]} feminine Endings and those of the masculine.
   * @param {number} before Letters that stand before such an ending at least.
   */
  constructor([own, strange, cuts, others], feminine, before) {
    this.feminine = feminine;
    this.before = before;
    /** Words that belong to this language. */
    this.native = new Set(listed(own));
    /** @type {Map<string, string>} */
    this.stems = new Map();
    /* How many more words lose an ending in their stem than keep it.
     * @type {Map<string, number>} */
    this.endings = new Map();
    const told = listed(others).values();
    [...this.native, ...listed(strange)].forEach((word, at) => {
      const kept = word.length - Number.parseInt(cuts[at], 36);
      this.stems.set(word, cuts[at] === "=" ? told.next().value || word : word.slice(0, kept));
      this.learn(singular(word), kept);
    });
    /** Stems that the index holds. */
    this.said = new Set(this.stems.values());
  }

  /**
   * @param {string} word
   * @param {number} kept Letters in its stem.
   */
  learn(word, kept) {
    for (const ending of [word.slice(-1), word.slice(-ENDING)]) {
      const lost = ending === word.slice(kept) ? 1 : -1;
      this.endings.set(ending, (this.endings.get(ending) || 0) + lost);
    }
  }

  /** @param {string} word */
  of(word) {
    const short = word.length >= LEAST && word.endsWith("s") ? word.slice(0, -1) : word;
    return this.stems.get(word) ?? this.inEitherNumber(short) ?? this.unheard(short);
  }

  /** @param {string} word */
  inEitherNumber(word) {
    return this.stems.get(word) ?? this.stems.get(`${word}s`);
  }

  /**
   * The stem of a word that the index does not hold.
   * @param {string} word
   */
  unheard(word) {
    const found = this.feminine.find(
      ([ending]) => word.endsWith(ending) && word.length - ending.length >= this.before,
    );
    if (found) return this.inEitherNumber(word.slice(0, -found[0].length) + found[1]) ?? word;
    for (let cut = 1; cut <= ENDING && word.length - cut >= LEAST; cut += 1) {
      const usual = (this.endings.get(word.slice(-cut)) || 0) > 0;
      if (usual && this.said.has(word.slice(0, -cut))) return word.slice(0, -cut);
    }
    return word;
  }
}
