/* What is shown of a thing that was found. */
import { common, keyOf, kindOf } from "./words.js";

/**
 * @typedef {import("./lexicon.js").Lexicon} Lexicon
 * @typedef {import("./lexicon.js").Row} Row
 * @typedef {import("./reading.js").Term} Term
 * @typedef {{thing: string, name: string, href: string, note: string, count: string, text: string}} Entry
 * @typedef {{key: string, heading: string, score: number, entries: Entry[]}} Group
 */

/**
 * @param {Lexicon} lexicon
 * @param {string} thing
 * @returns {Entry}
 */
export function entry(lexicon, thing) {
  const row = lexicon.rows.get(thing) || /** @type {Row} */ ([thing, ""]);
  const [, , , , home = "", name = "", href = "", note = "", count = "", text = ""] = row;
  if (kindOf(thing) !== "commune") return { thing, name, href, note, count, text };
  const inside = lexicon.index.inside[home].replace("{name}", name);
  return { ...entry(lexicon, `place:${home}`), thing, note: "", name: inside };
}

/**
 * The results that a text finds, or the page that tells which of its words find some.
 * @param {Lexicon} lexicon
 * @param {string} text
 * @param {number} count
 * @returns {Group}
 */
export function ofResults({ index: { said }, rules }, text, count) {
  const key = count ? "results" : "partly";
  const query = `?q=${encodeURIComponent(text)}`;
  const name = count
    ? said[count > 1 ? "many" : "one"].replace("{n}", String(count))
    : said.all.replace("{text}", text);
  const href = (count ? said.listed : said.page) + query;
  const only = { thing: "results", name, href, note: "", count: "", text: "" };
  return { key, heading: said[key], score: count ? rules.found : rules.partly, entries: [only] };
}

/**
 * The page that sets two or three things of one kind side by side, where they make up the whole text.
 * @param {Lexicon} lexicon
 * @param {Term[]} terms
 */
export function comparison(lexicon, terms) {
  for (const kind of Object.keys(lexicon.index.said.compared)) {
    const found = terms.map((one) => likeliest(lexicon, one, kind));
    const several =
      found.length > 1 && new Set(found).size === found.length && found.length <= lexicon.rules.most;
    if (several && found.every(Boolean)) return sideBySide(lexicon, found);
  }
  return null;
}

/**
 * @param {Lexicon} lexicon
 * @param {Term} term
 * @param {string} kind
 */
function likeliest(lexicon, term, kind) {
  const { order, rules } = lexicon;
  const able = (/** @type {string} */ thing) =>
    kind === "place"
      ? rules.alone.includes(lexicon.levelOf(thing))
      : lexicon.resultsOf(thing).length && thing !== rules.apart;
  const found = Array.from(term.things).filter(([thing]) => kindOf(thing) === kind && able(thing));
  found.sort(([a, fit], [b, other]) => other - fit || order.indexOf(a) - order.indexOf(b));
  return found[0]?.[0] || "";
}

/**
 * @param {Lexicon} lexicon
 * @param {string[]} things
 * @returns {Group}
 */
function sideBySide(lexicon, things) {
  const { said } = lexicon.index;
  const kind = kindOf(things[0]);
  const shared = common(things.map((thing) => new Set(lexicon.resultsOf(thing)))).length;
  const names = things.map((thing) => entry(lexicon, thing).name).join(", ");
  const only = {
    thing: `compare:${kind}`,
    name: said.beside.replace("{names}", names),
    href: said.compared[kind] + things.map(keyOf).join(","),
    note: "",
    count: said.common[Math.min(shared, 2)].replace("{n}", String(shared)),
    text: "",
  };
  return { key: "compare", heading: said.compare, score: Number.POSITIVE_INFINITY, entries: [only] };
}
