/* Reads the numbers of a text and sets each beside those that the report prints (`presenters/quotes.py`): the same number of
 * the same thing, one near it, or another measure. Nothing here knows a thing by its name. */

/**
 * @typedef {[number, string, string, string, string, string, string, string, string?, string?, string?, string?, string?,
 *   number?, string?, string?]} Row
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
 *
 * @typedef {object} Token
 * @property {number} start
 * @property {number} end
 * @property {number[]} values
 * @property {number} step
 * @property {string} kind
 * @property {boolean} about
 *
 * @typedef {"found" | "near" | "rounded" | "contested" | "other" | "absent"} Verdict
 * @typedef {{start: number, end: number, text: string, verdict: Verdict, fact: Fact | null}} Checked
 */

const MILLION = 1e6;
/* Without looking back, which older browsers cannot: `tokens` leaves out what begins inside a word. */
const NUMBER =
  /\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?:[.,]\d+)?(?!\p{N})|\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?/gu;
const SENTENCE = /[\s\S]*?(?:[.!?;](?=\s+[^\s\d%])|\n|$)/gu;
const CLOSE = 0.05;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2035;

/** @param {string} text */
export function bare(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");
}

/**
 * The engine over an index.
 * @param {Index} index
 */
export function checker(index) {
  /** @type {Fact[]} */
  const facts = index.facts.map(
    ([value, kind, href, name, shown, first, heads, own, more, agencies, places, measure, ...rest]) => ({
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
      sex: rest[0] || "",
      year: rest[1] || 0,
      against: rest[2] || "",
      doubt: rest[3] || "",
    }),
  );
  /* What numbers of the report count: a text that counts one of these counts no other. */
  const heads = new Set([...index.units, ...facts.flatMap((fact) => Array.from(fact.first))]);
  /** @type {Record<string, string[]>} */
  const spoken = {};
  for (const [name, words] of Object.entries(index.spoken)) spoken[name] = listed(bare(words));
  const agencies = names(index.agencies);
  const places = names(index.places);

  /** @param {string} [text] */
  function listed(text) {
    return (text || "").split(" ").filter(Boolean);
  }

  /** @param {Record<string, string[]>} table */
  function names(table) {
    return Object.entries(table).flatMap(([key, all]) =>
      all.map((name) => ({
        key,
        at: new RegExp(`(?:^|[^\\p{L}\\p{N}])${escaped(plain(name))}(?![\\p{L}\\p{N}])`, "u"),
      })),
    );
  }

  /** @param {string} text */
  function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  }

  /* With its capitals: WHO is no pronoun, Gao no word. */
  /** @param {string} text */
  function plain(text) {
    return text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/[’-]/g, " ");
  }

  /** @param {string} text */
  function beginnings(text) {
    const words = bare(text).match(/\p{L}+/gu) || [];
    return words
      .map((word) => word.replace(/s$/, ""))
      .filter((word) => word.length >= index.shortest && !spoken.small.includes(word))
      .map((word) => word.slice(0, index.beginning));
  }

  /**
   * Whether a word of a list begins this text, after its spaces.
   * @param {string} text
   * @param {string} list
   */
  function leads(text, list) {
    const word = (/^[\s\u00a0\u202f]*(%|\$|\p{L}+)/u.exec(bare(text)) || [])[1] || "";
    return spoken[list].includes(word);
  }

  /**
   * How far the nearest word of a list is from a number, -1 for none.
   * @param {string} sentence
   * @param {Token} token
   * @param {string} list
   */
  function distance(sentence, token, list) {
    let best = -1;
    for (const found of bare(sentence).matchAll(/[\p{L}%$]+/gu)) {
      if (!spoken[list].includes(found[0])) continue;
      const at = found.index;
      const away = at >= token.end ? at - token.end : token.start - at - found[0].length;
      if (away >= 0 && (best < 0 || away < best)) best = away;
    }
    return best;
  }

  /**
   * @param {string} sentence
   * @param {Token} token
   * @param {string[]} lists
   */
  function nearest(sentence, token, lists) {
    const away = lists.map((list) => distance(sentence, token, list));
    const best = Math.min(...away.filter((one) => one >= 0));
    return lists[away.indexOf(best)] || "";
  }

  /**
   * What digits may stand for: a comma parts thousands or decimals.
   * @param {string} digits
   */
  function readings(digits) {
    const tight = digits.replace(/[ \u00a0\u202f]/g, "");
    const parted = /^\d{1,3}([.,]\d{3})+$/.test(tight);
    const decimal = Number(tight.replace(",", "."));
    const whole = Number(tight.replace(/[.,]/g, ""));
    if (parted) return Number.isNaN(decimal) ? [whole] : [whole, decimal];
    const mixed = /^(.*)[.,](\d+)$/.exec(tight);
    return [mixed ? Number(`${mixed[1].replace(/[.,]/g, "")}.${mixed[2]}`) : whole];
  }

  /**
   * @param {number} value
   * @param {string} digits
   */
  function step(value, digits) {
    const decimals = /[.,](\d+)$/.exec(digits);
    if (decimals && !Number.isInteger(value)) return 10 ** -decimals[1].length;
    const zeros = /0*$/.exec(String(value))?.[0].length || 0;
    return value ? 10 ** zeros : 1;
  }

  /**
   * The numbers of a sentence that count something: no year, age, code or part of a name.
   * @param {string} sentence
   */
  function tokens(sentence) {
    /** @type {Token[]} */
    const found = [];
    for (const match of sentence.matchAll(NUMBER)) {
      const [start, digits] = [match.index, match[0]];
      const before = sentence.slice(0, start);
      let end = start + digits.length;
      const previous = bare(before).match(/(\p{L}+)[\s\u00a0\u202f°º-]*$/u)?.[1] || "";
      const range = /\d\s?[-–]\s?$/.test(before) || /^\s?[-–]\s?\d/.test(sentence.slice(end));
      if (
        range ||
        /[\p{L}\p{N}]$/u.test(before) ||
        /^\.\d/.test(sentence.slice(end)) ||
        spoken.numbered.includes(previous)
      )
        continue;
      if (leads(sentence.slice(end), "age")) continue;
      const year = /^\d{4}$/.test(digits) && Number(digits) >= FIRST_YEAR && Number(digits) <= LAST_YEAR;
      const thing = /^[\s\u00a0\u202f]+(\p{L}+)/u.exec(bare(sentence.slice(end)))?.[1] || "";
      const counted = heads.has(begun(thing)) && !spoken.between.includes(previous);
      if (year && !counted && !leads(sentence.slice(end), "percent")) continue;
      let scale = 1;
      for (const [list, size] of /** @type {[string, number][]} */ ([
        ["million", MILLION],
        ["billion", 1e9],
        ["thousand", 1e3],
      ])) {
        if (!leads(sentence.slice(end), list)) continue;
        scale = size;
        end += /^[\s\u00a0\u202f]*\p{L}+/u.exec(sentence.slice(end))?.[0].length || 0;
      }
      const after = bare(sentence.slice(end)).replace(/^[\s\u00a0\u202f]*(de |d'|d’|of )?/u, "");
      const money = /\$\s?$/.test(before) ? "usd" : ["usd", "xof"].find((list) => leads(after, list));
      const kind = leads(after, "percent") ? "percent" : money || "count";
      const about = spoken.about.includes(previous);
      const values = readings(digits);
      found.push({
        start,
        end,
        values: values.map((one) => one * scale),
        step: step(values[0], digits) * scale,
        kind,
        about,
      });
    }
    return found;
  }

  /**
   * What a sentence speaks of beside its numbers.
   * @param {string} sentence
   */
  function about(sentence) {
    const text = plain(sentence);
    const axes = Array.from(bare(sentence).matchAll(/(\p{L}+)\s+(\d)(?!\d)/gu))
      .filter(([, word]) => spoken.axis.includes(word))
      .map(([, , number]) => `axis:${number}`);
    return {
      agencies: agencies
        .filter(({ at }) => at.test(text))
        .map(({ key, at }) => ({ key, at: text.search(at) })),
      places: [...places.filter(({ at }) => at.test(text)).map(({ key }) => key), ...axes],
      years: Array.from(sentence.matchAll(/\b(?:19|20)\d\d\b/g), (found) => Number(found[0])),
      words: new Set(beginnings(sentence)),
      all: new Set(
        (bare(sentence).match(/\p{L}+/gu) || []).map((word) =>
          word.replace(/s$/, "").slice(0, index.beginning),
        ),
      ),
    };
  }

  /**
   * The agency whose number it is: the last one named before it, else the first one after.
   * @param {{key: string, at: number}[]} named
   * @param {Token} token
   */
  function whose(named, token) {
    const before = named.filter(({ at }) => at < token.start).sort((one, other) => other.at - one.at);
    const after = named.filter(({ at }) => at >= token.start).sort((one, other) => one.at - other.at);
    return (before[0] || after[0])?.key || "";
  }

  /**
   * A place and all that it lies in.
   * @param {string} place
   * @returns {string[]}
   */
  function around(place) {
    const upper = index.within[place];
    return upper ? [place, ...around(upper)] : [place];
  }

  /**
   * @param {Fact} fact
   * @param {Token} token
   * @param {string} sentence
   * @param {ReturnType<typeof about>} told
   */
  function contradicts(fact, token, sentence, told) {
    const kinds = fact.kind === "people" ? "count" : fact.kind;
    const money = fact.kind === "usd" || fact.kind === "xof";
    if (kinds !== token.kind && !(money && token.kind === "count")) return true;
    const named = told.agencies.map(({ key }) => key);
    const isMoney = Boolean(fact.measure) && !["up", "down"].includes(fact.measure);
    if (isMoney && (fact.agencies[0] || "") !== whose(told.agencies, token)) return true;
    if (!isMoney && named.length && !named.some((key) => fact.agencies.includes(key))) return true;
    const here = fact.places.flatMap(around);
    const there = told.places.some(
      (place) => here.includes(place) || around(place).some((one) => fact.places.includes(one)),
    );
    if (told.places.length ? !there : isMoney && fact.places.length) return true;
    const groups = groupsOf(told.words, told.all);
    const meant = [...groupsOf(fact.own, fact.more), fact.sex];
    if (groups.length && meant.some(Boolean) && !groups.some((group) => meant.includes(group))) return true;
    if (!isFor(fact, token, sentence)) return true;
    return !dated(fact, token, sentence, told.years);
  }

  /**
   * Of women and girls, of men and boys, of children.
   * @param {Set<string>} words
   * @param {Set<string>} more
   */
  function groupsOf(words, more) {
    return ["female", "male", "child"].filter((group) =>
      spoken[group].some((word) => words.has(begun(word)) || more.has(begun(word))),
    );
  }

  /**
   * Measure, direction and sex, where a fact has one.
   * @param {Fact} fact
   * @param {Token} token
   * @param {string} sentence
   */
  function isFor(fact, token, sentence) {
    const sex = nearest(sentence, token, ["female", "male"]);
    if (fact.sex && sex && sex !== fact.sex) return false;
    if (["up", "down"].includes(fact.measure)) {
      const way = nearest(sentence, token, ["up", "down"]);
      return !way || way === fact.measure;
    }
    if (!fact.measure) return true;
    const amounts = ["budget", "mobilised", "gap", "spent"];
    if (fact.measure === "execution_rate") {
      const has = (/** @type {string} */ list) => distance(sentence, token, list) >= 0;
      return has("execution_rate") || (has("mobilised") && has("spent"));
    }
    const said = nearest(sentence, token, amounts);
    return !said || said === fact.measure;
  }

  /**
   * @param {Fact} fact
   * @param {Token} token
   * @param {string} sentence
   * @param {number[]} years
   */
  function dated(fact, token, sentence, years) {
    if (!fact.year || !years.length) return true;
    const own = /^[^\d]{0,22}\b((?:19|20)\d\d)(?!\d)/.exec(sentence.slice(token.end));
    if (own) return Number(own[1]) === fact.year;
    const free = years.filter((year) => !new RegExp(`\\d[^\\d]{1,22}\\b${year}`).test(sentence));
    return !free.length || free.includes(fact.year);
  }

  /**
   * How well the words around a number tell of a fact; 0 for another thing.
   * @param {Fact} fact
   * @param {Token} token
   * @param {string} sentence
   * @param {ReturnType<typeof about>} told
   */
  function fit(fact, token, sentence, told) {
    if (fact.measure && !["up", "down"].includes(fact.measure)) {
      return fact.kind === "percent" ||
        told.agencies.length ||
        nearest(sentence, token, ["budget", "mobilised", "gap", "spent"])
        ? 3
        : 1;
    }
    const sex = Number(Boolean(fact.sex) && nearest(sentence, token, ["female", "male"]) === fact.sex);
    const own = Array.from(told.words).filter((word) => fact.own.has(word)).length + sex;
    const more = Array.from(told.words).filter((word) => fact.more.has(word)).length;
    if (!own && !(fact.kind === "people" && more >= 3)) return 0;
    if (token.kind !== "percent" && token.kind !== "usd" && !counts(fact, token, sentence)) return 0;
    return own + more / 4;
  }

  /** @param {string} word */
  function begun(word) {
    return word.replace(/s$/, "").slice(0, index.beginning);
  }

  /**
   * Whether what stands behind a number, or before its bracket, is what the fact counts.
   * @param {Fact} fact
   * @param {Token} token
   * @param {string} sentence
   */
  function counts(fact, token, sentence) {
    const after = sentence.slice(token.end).split(/\d/)[0];
    const words = (bare(after).match(/\p{L}+/gu) || []).filter((word) => !spoken.of.includes(word));
    const next = /^[\s\u00a0\u202f]*\p{L}/u.test(after) ? words[0] : "";
    /* Nothing that is counted follows: `216 639 en janvier`, `procureurs (45)`. */
    if (!next || spoken.between.includes(next)) {
      return (bare(sentence).match(/\p{L}+/gu) || []).some((word) => fact.heads.has(begun(word)));
    }
    if (fact.heads.has(begun(next)) || isGroup(fact, next)) return true;
    /* A word before the thing, as in `45,000 poor households`. */
    const second = (/^[^\p{L}]*\p{L}+[\s\u00a0\u202f]+(\p{L}+)/u.exec(bare(after)) || [])[1] || "";
    return !heads.has(begun(next)) && (fact.first.has(begun(second)) || isGroup(fact, second));
  }

  /**
   * Whether a word is of the people that a fact counts: of their sex if no nearer word is printed, or any word
   * for people.
   * @param {Fact} fact
   * @param {string} word
   */
  function isGroup(fact, word) {
    const group = ["female", "male", "child"].find((one) => spoken[one].includes(word));
    if (group) return fact.sex === group && !spoken[group].some((one) => fact.heads.has(begun(one)));
    const some = spoken.people.includes(word) || index.inhabitants.some((name) => word.startsWith(name));
    return fact.kind === "people" && some;
  }

  /**
   * @param {Token} token
   * @param {Fact} fact
   */
  function isSame(token, fact) {
    return token.values.some((value) => Math.abs(value - Math.abs(fact.value)) < 1e-6);
  }

  /**
   * @param {Token} token
   * @param {Fact} fact
   */
  function isRounded(token, fact) {
    const value = Math.abs(fact.value);
    const most = token.step * (token.about ? 1 : 0.5);
    return Math.abs(token.values[0] - value) <= most && Math.abs(token.values[0] - value) <= value * 0.15;
  }

  /**
   * One digit is another, or it is not five in a hundred away.
   * @param {Token} token
   * @param {Fact} fact
   */
  function isNear(token, fact) {
    const [one, other] = [String(token.values[0]), String(Math.abs(fact.value))];
    const wrong = Array.from(one).filter((digit, at) => digit !== other[at]).length;
    const slip = one.length === other.length && one.length > 2 && wrong === 1;
    return slip || Math.abs(token.values[0] - Math.abs(fact.value)) <= Math.abs(fact.value) * CLOSE;
  }

  /**
   * The fact that fits best, of those that a number may be.
   * @param {Token} token
   * @param {string} sentence
   * @param {ReturnType<typeof about>} told
   * @param {(token: Token, fact: Fact) => boolean} may
   */
  function best(token, sentence, told, may) {
    const fitting = facts
      .filter((fact) => may(token, fact) && !contradicts(fact, token, sentence, told))
      .map((fact) => ({ fact, score: fit(fact, token, sentence, told) }))
      .filter(({ fact, score }) => score >= needed(fact, token));
    fitting.sort((one, other) => other.score - one.score);
    return fitting[0]?.fact || null;
  }

  /* A small number is many things: more words must tell which. */
  /**
   * @param {Fact} fact
   * @param {Token} token
   */
  function needed(fact, token) {
    if (fact.measure && fact.own.size === 0) return 1;
    return token.values[0] >= 1000 || fact.kind === "percent" ? 1 : Math.min(1.5, fact.own.size);
  }

  /**
   * @param {string} sentence
   * @param {Token} token
   * @returns {{verdict: Verdict, fact: Fact | null}}
   */
  function judged(sentence, token) {
    const told = about(sentence);
    const same = best(token, sentence, told, isSame);
    if (same) return { verdict: same.against ? "contested" : "found", fact: same };
    const rounded = best(token, sentence, told, isRounded);
    if (rounded) return { verdict: "rounded", fact: rounded };
    const near = best(token, sentence, told, isNear);
    if (near) return { verdict: "near", fact: near };
    const others = facts
      .filter((fact) => isSame(token, fact))
      .map((fact) => ({
        fact,
        score: Array.from(told.words).filter((word) => fact.own.has(word) || fact.more.has(word)).length,
      }));
    others.sort((one, other) => other.score - one.score);
    const other = others.find(({ score }) => score || token.values[0] >= 100)?.fact || null;
    return { verdict: other ? "other" : "absent", fact: other };
  }

  /** @param {string} text */
  return (text) => {
    /** @type {Checked[]} */
    const found = [];
    let from = 0;
    for (const sentence of text.match(SENTENCE) || []) {
      for (const token of tokens(sentence)) {
        const [start, end] = [from + token.start, from + token.end];
        found.push({ start, end, text: text.slice(start, end), ...judged(sentence, token) });
      }
      from += sentence.length;
    }
    return found;
  };
}
