/* Whether the words around a number tell of a fact, and how well. */
import { AMOUNTS, SEXES, WAYS } from "./knowledge.js";
import { distance, distanceTo, nearest, whose } from "./told.js";
import { bare, wordsIn } from "./words.js";

/**
 * @typedef {import("./knowledge.js").Fact} Fact
 * @typedef {import("./knowledge.js").Knowledge} Knowledge
 * @typedef {import("./tokens.js").Token} Token
 * @typedef {import("./told.js").Told} Told
 */

/* Words beside a number of people that tell of it without naming who they are. */
const MANY = 3;
const BIG = 1000;
/* Letters from a number within which a word tells which way it went. */
const CLOSE_BY = 40;
/* What follows the first year of a span: `entre 2019 et 2021`, `from 2019 to 2021`. */
const SPAN = /^\s?(?:and|et|to|à|[-–])\s?(?:19|20)\d\d/;
const SPANS = /\b((?:19|20)\d\d)\s?(?:and|et|to|à|[-–])\s?((?:19|20)\d\d)/g;

/** @param {Fact} fact */
const isAmount = (fact) => Boolean(fact.measure) && !WAYS.includes(fact.measure);

/**
 * @param {Knowledge} known
 * @param {Fact} fact
 * @param {Token} token
 * @param {Told} told
 */
export function contradicts(known, fact, token, told) {
  return !(
    isOfKind(fact, token) &&
    isOfAgency(fact, token, told) &&
    isThere(known, fact, told) &&
    isOfGroup(known, fact, told) &&
    isMeasured(known, fact, token, told) &&
    isDated(fact, token, told)
  );
}

/**
 * @param {Fact} fact
 * @param {Token} token
 */
function isOfKind(fact, token) {
  const kind = fact.kind === "people" ? "count" : fact.kind;
  const money = fact.kind === "usd" || fact.kind === "xof";
  return kind === token.kind || (money && token.kind === "count");
}

/**
 * @param {Fact} fact
 * @param {Token} token
 * @param {Told} told
 */
function isOfAgency(fact, token, told) {
  if (isAmount(fact)) return (fact.agencies[0] || "") === whose(told, token);
  return !told.agencies.length || told.agencies.some(({ key }) => fact.agencies.includes(key));
}

/**
 * @param {Knowledge} known
 * @param {Fact} fact
 * @param {Told} told
 */
function isThere(known, fact, told) {
  if (!told.places.length) return !(isAmount(fact) && fact.places.length);
  const here = fact.places.flatMap((place) => known.around(place));
  return told.places.some(
    (place) => here.includes(place) || known.around(place).some((one) => fact.places.includes(one)),
  );
}

/**
 * @param {Knowledge} known
 * @param {Fact} fact
 * @param {Told} told
 */
function isOfGroup(known, fact, told) {
  const said = known.groupsOf(told.words, told.all);
  const meant = [...known.groupsOf(fact.own, fact.more), fact.sex];
  return !said.length || !meant.some(Boolean) || said.some((group) => meant.includes(group));
}

/**
 * Measure, direction and sex, where a fact has one.
 * @param {Knowledge} known
 * @param {Fact} fact
 * @param {Token} token
 * @param {Told} told
 */
function isMeasured(known, fact, token, told) {
  const sex = nearest(known, told, token, SEXES);
  if (fact.sex && sex && sex !== fact.sex) return false;
  if (!fact.measure) return hasMoved(known, fact, token, told);
  if (fact.measure === "execution_rate") {
    const has = (/** @type {string} */ list) => distance(known, told, token, list) >= 0;
    return has("execution_rate") || (has("mobilised") && has("spent"));
  }
  const said = nearest(known, told, token, isAmount(fact) ? AMOUNTS : WAYS);
  return !said || said === fact.measure;
}

/**
 * Whether a value went the way that is said of it, if the text says one close to it.
 * @param {Knowledge} known
 * @param {Fact} fact
 * @param {Token} token
 * @param {Told} told
 */
function hasMoved(known, fact, token, told) {
  /* `Retard de croissance` names a thing and no way. */
  const away = WAYS.map((way) => {
    const words = known.spoken[way].filter((word) => !fact.own.has(known.begun(word)));
    return distanceTo(told, token, words);
  });
  const best = Math.min(...away.filter((one) => one >= 0 && one <= CLOSE_BY));
  return !fact.moved || best === Infinity || WAYS[away.indexOf(best)] === fact.moved;
}

/**
 * @param {Fact} fact
 * @param {Token} token
 * @param {Told} told
 */
function isDated(fact, token, { sentence, years }) {
  if (!fact.year || !years.length) return true;
  const own = /^[^\d]{0,22}\b((?:19|20)\d\d)(?!\d)/.exec(sentence.slice(token.end));
  const span = own && SPAN.test(sentence.slice(token.end + own[0].length));
  if (own && !span) return Number(own[1]) === fact.year;
  const ends = new Map(Array.from(sentence.matchAll(SPANS), ([, first, last]) => [Number(first), last]));
  const told = sentence.replace(SPANS, "$2");
  const free = years.filter((year) => !new RegExp(`\\d[^\\d]{1,22}\\b${ends.get(year) || year}`).test(told));
  return !free.length || free.includes(fact.year);
}

/**
 * How well the words around a number tell of a fact; 0 for another thing.
 * @param {Knowledge} known
 * @param {Fact} fact
 * @param {Token} token
 * @param {Told} told
 */
export function fit(known, fact, token, told) {
  if (isAmount(fact)) {
    const sure =
      fact.kind === "percent" || told.agencies.length || nearest(known, told, token, AMOUNTS) !== "";
    return sure ? 3 : 1;
  }
  const sex = Number(Boolean(fact.sex) && nearest(known, told, token, SEXES) === fact.sex);
  const own = Array.from(told.words).filter((word) => fact.own.has(word)).length;
  const more = Array.from(told.words).filter((word) => fact.more.has(word)).length;
  if (!own && !(fact.kind === "people" && more >= MANY)) return 0;
  if (token.kind !== "percent" && token.kind !== "usd" && !counts(known, fact, token, told)) return 0;
  return own + sex + more / 4;
}

/**
 * How well they must: a small number is many things, more words tell which.
 * @param {Fact} fact
 * @param {Token} token
 */
export function needed(fact, token) {
  if (fact.measure && fact.own.size === 0) return 1;
  return token.values[0] >= BIG || fact.kind === "percent" ? 1 : Math.min(1.5, fact.own.size);
}

/**
 * Whether what stands behind a number, or before its bracket, is what the fact counts.
 * @param {Knowledge} known
 * @param {Fact} fact
 * @param {Token} token
 * @param {Told} told
 */
function counts(known, fact, token, { sentence }) {
  const after = sentence.slice(token.end).split(/\d/)[0];
  const words = wordsIn(after).filter((word) => !known.spoken.of.includes(word));
  const next = /^[\s\u00a0\u202f]*\p{L}/u.test(after) ? words[0] : "";
  /* Nothing that is counted follows: `216 639 en janvier`, `procureurs (45)`. */
  if (!next || known.spoken.between.includes(next)) {
    return wordsIn(sentence).some((word) => fact.heads.has(known.begun(word)));
  }
  if (fact.heads.has(known.begun(next)) || isGroup(known, fact, next)) return true;
  /* A word before the thing, as in `45,000 poor households`. */
  const second = (/^[^\p{L}]*\p{L}+[\s\u00a0\u202f]+(\p{L}+)/u.exec(bare(after)) || [])[1] || "";
  const thing = fact.first.has(known.begun(second)) || isGroup(known, fact, second);
  return !known.heads.has(known.begun(next)) && thing;
}

/**
 * Whether a word is of the people that a fact counts: of their sex if no nearer word is printed, or any word
 * for people.
 * @param {Knowledge} known
 * @param {Fact} fact
 * @param {string} word
 */
function isGroup(known, fact, word) {
  const group = known.groupOf(word);
  if (group)
    return fact.sex === group && !known.spoken[group].some((one) => fact.heads.has(known.begun(one)));
  const some =
    known.spoken.people.includes(word) || known.index.inhabitants.some((name) => word.startsWith(name));
  return fact.kind === "people" && some;
}
