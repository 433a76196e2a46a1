/* The search of the server (`src/dashboard/search/`) over the index that it wrote (`presenters/search/index.py`): the
 * same readings, the same order. Nothing here knows a thing by its name. */

/**
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
 *
 * @typedef {{words: string[], things: Map<string, number>, stems: [string, string[]][]}} Term
 * @typedef {{thing: string, score: number, whole: boolean}} Meant
 * @typedef {{thing: string, name: string, href: string, note: string, count: string, text: string}} Entry
 * @typedef {{key: string, heading: string, score: number, entries: Entry[]}} Group
 */

/** @param {string} text */
export function wordsOf(text) {
  const bare = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss");
  return bare
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** @param {string} thing */
const kindOf = (thing) => thing.slice(0, thing.indexOf(":"));
/** @param {string} thing */
const keyOf = (thing) => thing.slice(thing.indexOf(":") + 1);

/** @param {string} text */
const singular = (text) => text.replace(/s$/, "");

/**
 * Names of one fit and language, each with both.
 * @param {string} told
 */
const namesOf = (told) =>
  told
    .slice(2)
    .split(";")
    .map((name) => [told.slice(0, 2), name]);

/** @param {string} text */
const listed = (text) => text.split(" ").filter(Boolean);

/**
 * How far two words are apart (letters wrong, missing, too many or swapped), where it is not more than allowed.
 * @param {string} one
 * @param {string} other
 * @param {number} allowed
 */
function apart(one, other, allowed) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
    }
    if (Math.min(...row) > allowed) return allowed + 1;
    rows.push(row);
  }
  return rows[one.length][other.length];
}

/**
 * @param {Index} index
 * @returns {Row[]}
 */
export function rowsOf(index) {
  return index.things[0].map((_, at) => /** @type {Row} */ (index.things.map((column) => column[at])));
}

/**
 * The engine over an index.
 * @param {Index} index
 * @param {(word: string) => boolean} isCommon Whether everybody knows the word: it is no slip of another.
 */
export function engine(index, isCommon) {
  const rules = index.rules;
  const spoken = Object.keys(index.forms);
  const languages = [...spoken, ""];
  /** @type {Record<string, Set<string>>} */
  const small = { "": new Set() };
  /** @type {Record<string, Map<string, string>>} */
  const stems = { "": new Map() };
  /* How many more words lose an ending in their stem than keep it: a word that the index does not hold is bent
   * like most. */
  /** @type {Record<string, Map<string, number>>} */
  const endings = {};
  /** @type {Record<string, Set<string>>} */
  const native = {};
  /** @type {Record<string, Set<string>>} */
  const said = { "": new Set() };
  /** @type {Record<string, Map<string, Map<string, number>>>} */
  const phrases = {};
  /** @type {Record<string, Map<string, Map<string, number>>>} */
  const parts = {};
  /** @type {Record<string, Map<string, Set<string>>>} */
  const texts = {};
  /** @type {Map<string, string>} */
  const known = new Map();
  /** @type {Map<string, Set<string>>} */
  const exact = new Map();
  /** @type {Map<string, Row>} */
  const rows = new Map(rowsOf(index).map((row) => [row[0], row]));
  const order = index.things[0];

  for (const language of languages) {
    phrases[language] = new Map();
    parts[language] = new Map();
  }
  for (const language of spoken) {
    small[language] = new Set(listed(index.small[language]));
    stems[language] = new Map();
    endings[language] = new Map();
    const [own, strange, cuts, others] = index.forms[language];
    native[language] = new Set(listed(own));
    for (const word of native[language]) known.set(word, word);
    const bent = listed(others).values();
    [...native[language], ...listed(strange)].forEach((word, at) => {
      const kept = word.length - Number.parseInt(cuts[at], 36);
      stems[language].set(word, cuts[at] === "=" ? bent.next().value || word : word.slice(0, kept));
      const one = singular(word);
      for (const ending of [one.slice(-1), one.slice(-2)]) {
        const lost = ending === one.slice(kept) ? 1 : -1;
        endings[language].set(ending, (endings[language].get(ending) || 0) + lost);
      }
    });
    said[language] = new Set(stems[language].values());
    texts[language] = new Map();
    const [saying, sets] = index.texts[language].map((text) => text.split(" "));
    saying.forEach((part, at) => {
      texts[language].set(part, new Set(sets[at].match(/../g) || []));
      said[language].add(part);
    });
  }

  /**
   * @param {string} word
   * @param {string} language
   */
  function stem(word, language) {
    if (!language) return word;
    const found = stems[language].get(word);
    if (found !== undefined) return found;
    const short = word.length >= 4 && word.endsWith("s") ? word.slice(0, -1) : word;
    const near = stems[language].get(short) ?? stems[language].get(`${short}s`);
    if (near !== undefined) return near;
    for (const [ending, other] of rules.feminine[language] || []) {
      if (!short.endsWith(ending) || short.length - ending.length < rules.before) continue;
      const masculine = short.slice(0, -ending.length) + other;
      return stems[language].get(masculine) ?? stems[language].get(`${masculine}s`) ?? short;
    }
    for (let cut = 1; cut <= 2 && short.length - cut >= 4; cut += 1) {
      const usual = (endings[language].get(short.slice(-cut)) || 0) > 0;
      if (usual && said[language].has(short.slice(0, -cut))) return short.slice(0, -cut);
    }
    return short;
  }

  /**
   * @param {string[]} words
   * @param {string} language
   */
  function keyed(words, language) {
    return words.filter((word) => !small[language].has(word)).map((word) => stem(word, language));
  }

  for (const [thing, names, , , , shown] of rows.values()) {
    const label = shown ? wordsOf(shown) : "";
    for (const [sort, written] of names.split("|").flatMap(namesOf)) {
      const fit = index.fits[Number(sort[0])];
      const language = ["", ...spoken][Number(sort[1])];
      const words = listed(written.split("=").join(label));
      const kept = keyed(words, language);
      const key = kept.length ? kept : words.map((word) => stem(word, language));
      if (!key.length) continue;
      if (key.length <= rules.longest && fit > rules.sentence) {
        const named = grown(phrases[language], key.join(" "));
        named.set(thing, Math.max(fit, named.get(thing) ?? fit));
        const written = singular(words.join(" "));
        exact.set(written, (exact.get(written) || new Set()).add(thing));
      }
      for (const part of key) {
        const holders = grown(parts[language], part);
        holders.set(thing, Math.min(key.length, holders.get(thing) ?? key.length));
        said[language].add(part);
      }
      for (const word of words) {
        known.set(word, word);
        if (!language) stems[""].set(word, word);
      }
      const joined = words.join("");
      if (words.length > 1 && words.length <= rules.longest && !known.has(joined))
        known.set(joined, words.join(" "));
    }
  }

  /**
   * @param {Map<string, Map<string, number>>} map
   * @param {string} key
   */
  function grown(map, key) {
    const found = map.get(key) || new Map();
    map.set(key, found);
    return found;
  }

  /** @param {string} word */
  const isSmall = (word) => spoken.some((language) => small[language].has(word));
  /** @param {string} word */
  const isNamed = (word) => languages.some((language) => parts[language].has(stem(word, language)));
  /** @param {string} word */
  const isKnown = (word) => languages.some((language) => said[language].has(stem(word, language)));

  /** @param {string[]} words */
  function languagesOf(words) {
    const knowing = spoken.filter((language) => words.every((word) => native[language].has(word)));
    return knowing.length ? knowing : spoken;
  }

  /** @param {string[]} words */
  function named(words) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const language of [...languagesOf(words), ""]) {
      const edges = small[language].has(words[0]) || small[language].has(words[words.length - 1]);
      if (edges && words.length > 1) continue;
      for (const [thing, fit] of phrases[language].get(keyed(words, language).join(" ")) || []) {
        found.set(thing, Math.max(fit, found.get(thing) ?? fit));
      }
    }
    const said = exact.get(singular(words.join(" "))) || new Set();
    const right = Array.from(found).filter(([thing]) => said.has(thing));
    return right.length ? new Map(right) : found;
  }

  /**
   * @param {string} word
   * @param {Iterable<string>} others
   * @param {number} allowed
   */
  function nearest(word, others, allowed) {
    if (word.length < rules.shortest || /\d/.test(word)) return "";
    const one = singular(word);
    /** @type {[number, boolean, string]} */
    let best = [allowed + 1, true, ""];
    for (const other of others) {
      if (other.length < rules.right || Math.abs(other.length - word.length) > allowed + 1) continue;
      const bare = singular(other);
      if (other[0] !== word[0] && bare !== rules.silent + one) continue;
      const distance = apart(one, bare, allowed);
      const number = other.endsWith("s") !== word.endsWith("s");
      const better =
        distance < best[0] ||
        (distance === best[0] && (number < best[1] || (number === best[1] && other < best[2])));
      if (distance <= allowed && better) best = [distance, number, other];
    }
    return best[2];
  }

  /** @param {string} word */
  function beginningWith(word) {
    if (word.length < rules.beginning) return [];
    return Array.from(known.keys(), (other) => other)
      .filter((other) => other.startsWith(word))
      .sort()
      .slice(0, 40);
  }

  /** @param {string} word */
  function spelled(word) {
    if (isSmall(word) || known.has(word) || isNamed(word)) return known.get(word) ?? word;
    if (isCommon(word)) return word;
    if (isKnown(word)) return nearest(word, stems[""].keys(), 1) || word;
    if (known.has(singular(word)) || beginningWith(word).length) return word;
    return known.get(nearest(word, known.keys(), word.length >= rules.long ? 2 : 1)) ?? word;
  }

  /**
   * @param {string[]} words
   * @param {Map<string, number>} things
   * @returns {Term}
   */
  function term(words, things) {
    /** @type {[string, string[]][]} */
    const ways = languagesOf(words).map((language) => [language, keyed(words, language)]);
    for (const thing of things.keys()) {
      if (kindOf(thing) !== "words") continue;
      const [, language, meant] = /** @type {RegExpExecArray} */ (/^words:([^:]*):(.*)$/.exec(thing));
      ways.push([language, keyed(listed(wordsOf(meant)), language)]);
    }
    let all = things;
    if (!things.size && words.length === 1 && !isKnown(words[0])) {
      for (const whole of beginningWith(words[0])) {
        const begun = Array.from(named(listed(known.get(whole) || "")));
        all = new Map([...begun.filter(([thing]) => kindOf(thing) !== "silence"), ...all]);
        for (const language of languagesOf([whole])) ways.push([language, keyed([whole], language)]);
      }
    }
    return { words, things: all, stems: ways.filter(([, key]) => key.length) };
  }

  /** @param {Term} one */
  const kindsOf = (one) => new Set(Array.from(one.things.keys(), kindOf));
  /** @param {string} thing */
  const levelOf = (thing) => rows.get(thing)?.[3] || "";
  /** @param {Term} one */
  const isPlace = (one) => Array.from(one.things.keys()).some(levelOf);

  /**
   * @param {Term} place
   * @param {Term} level
   * @returns {Term}
   */
  function ofLevel(place, level) {
    const levels = Array.from(level.things.keys())
      .filter((thing) => kindOf(thing) === "level")
      .map(keyOf);
    const things = new Map(Array.from(place.things).filter(([thing]) => levels.includes(levelOf(thing))));
    return { ...place, words: [...level.words, ...place.words], things: things.size ? things : place.things };
  }

  /** @param {Term[]} terms */
  function atTheirLevels(terms) {
    /** @type {Term[]} */
    const kept = [];
    for (const one of terms) {
      const before = kept[kept.length - 1];
      if (before && kindsOf(before).has("level") && isPlace(one))
        kept[kept.length - 1] = ofLevel(one, before);
      else if (before && kindsOf(one).has("level") && isPlace(before))
        kept[kept.length - 1] = ofLevel(before, one);
      else kept.push(one);
    }
    return kept;
  }

  /**
   * Words typed apart that are one where it is known.
   * @param {string[]} typed
   */
  function whole(typed) {
    /** @type {string[]} */
    const found = [];
    for (const word of typed) {
      const parted = [...found.slice(-1), word];
      const strange = parted.some((part) => !known.has(part) && !isSmall(part));
      const one = parted.join("");
      const joins = known.get(one) === one && !/\d/.test(one) && (strange || !parted.some(isSmall));
      if (joins) found.splice(-1, 1, one);
      else found.push(word);
    }
    return found;
  }

  /** @param {string} text */
  function read(text) {
    const typed = whole(listed(wordsOf(text)).slice(0, rules.words));
    const right = new Map(typed.map((word) => [word, spelled(word)]));
    const words = typed.flatMap((word) => listed(right.get(word) || word));
    const alone = words.every(isSmall);
    /** @type {Term[]} */
    const terms = [];
    for (let start = 0; start < words.length; ) {
      let size = Math.min(rules.longest, words.length - start);
      let things = named(words.slice(start, start + size));
      while (!things.size && size > 1) {
        size -= 1;
        things = named(words.slice(start, start + size));
      }
      const own = words.slice(start, start + size);
      if (size > 1 || alone || !isSmall(own[0])) terms.push(term(own, things));
      start += size;
    }
    const corrected = Array.from(right).filter(([word, other]) => word !== other);
    return { terms: atTheirLevels(terms), corrected };
  }

  /** @param {Term[]} terms */
  function telling(terms) {
    const filters = terms.filter((one) => {
      const kinds = Array.from(kindsOf(one));
      return !kinds.length || kinds.some((kind) => !rules.unfiltering.includes(kind));
    });
    return filters.length ? filters : terms;
  }

  /**
   * @param {string} thing
   * @returns {string[]}
   */
  function resultsOf(thing) {
    const row = rows.get(thing);
    if (!row) return [];
    if (kindOf(thing) === "commune") return resultsOf(`place:${row[4]}`);
    return row[2]?.match(/../g) || [];
  }

  /** @param {Term} one */
  function saying(one) {
    /** @type {string[]} */
    const found = [];
    for (const [language, key] of one.stems) {
      const sets = key.map((part) => texts[language]?.get(part) || new Set());
      found.push(...Array.from(sets[0] || []).filter((result) => sets.every((set) => set.has(result))));
    }
    return found;
  }

  /** @param {Term} one */
  function resultsOfTerm(one) {
    const things = Array.from(one.things.keys());
    const meant = things.flatMap(resultsOf);
    const only = things.some((thing) => rules.named.includes(kindOf(thing)) && levelOf(thing) !== "zone");
    return new Set(only ? meant : [...meant, ...saying(one)]);
  }

  /** @param {Set<string>[]} sets */
  function common(sets) {
    return Array.from(sets[0] || []).filter((result) => sets.every((set) => set.has(result)));
  }

  /** @param {Term[]} terms */
  function results(terms) {
    const found = common(terms.map(resultsOfTerm));
    if (found.length || terms.some((one) => kindsOf(one).has("silence"))) return found;
    /** @type {Set<string>} */
    const so = new Set();
    for (const language of languages) {
      const keys = terms.flatMap((one) => keyed(one.words, language));
      const holders = keys.map((key) => new Set(parts[language].get(key)?.keys() || []));
      if (holders.length > 1)
        for (const thing of common(holders)) for (const one of resultsOf(thing)) so.add(one);
    }
    return Array.from(so);
  }

  /**
   * @param {Term[]} terms
   * @param {number} size
   */
  function holding(terms, size) {
    /** @type {Map<string, number>} */
    const worth = new Map();
    const tell = terms.filter((one) => {
      const kinds = Array.from(kindsOf(one));
      return !kinds.length || kinds.some((kind) => kind !== "silence");
    });
    for (const language of languages) {
      const keys = new Set(tell.flatMap((one) => keyed(one.words, language)));
      /** @type {Map<string, [number, number]>} */
      const counts = new Map();
      for (const key of keys) {
        for (const [thing, length] of parts[language].get(key) || []) {
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
   * @param {Term[]} terms
   * @returns {Meant[]}
   */
  function ranked(terms) {
    const size = Math.max(
      telling(terms).reduce((sum, one) => sum + one.words.length, 0),
      1,
    );
    /** @type {Map<string, [number, number]>} */
    const whole = new Map();
    for (const one of terms) {
      for (const [thing, fit] of one.things) {
        const [words, best] = whole.get(thing) || [0, fit];
        whole.set(thing, [words + one.words.length, Math.max(best, fit)]);
      }
    }
    const held = holding(terms, size);
    const meant = Array.from(new Set([...whole.keys(), ...held.keys()]))
      .filter((thing) => rules.kinds.includes(kindOf(thing)))
      .map((thing) => {
        const [words, fit] = whole.get(thing) || [0, 0];
        const score = Math.max(
          whole.has(thing) ? (rules.whole * words) / size + fit : 0,
          held.get(thing) || 0,
        );
        return { thing, score, whole: whole.has(thing) };
      });
    const order = (/** @type {Meant} */ one) => rules.kinds.indexOf(kindOf(one.thing));
    meant.sort((a, b) => b.score - a.score || order(a) - order(b) || (a.thing < b.thing ? -1 : 1));
    const best = meant.length ? meant[0].score : 0;
    return oneHomeEach(meant.filter((one) => one.whole || one.score >= rules.weakest * best));
  }

  /** @param {string} thing */
  const homeOf = (thing) => rows.get(thing)?.[4] || keyOf(thing);

  /** @param {Meant[]} found */
  function oneHomeEach(found) {
    const places = found.filter((one) => rules.groups.places.includes(kindOf(one.thing)));
    const atHome = new Map(places.map((one) => [keyOf(one.thing), homeOf(one.thing)]));
    const same = new Map(Object.entries(index.same).map(([region, cercle]) => [cercle, region]));
    const homes = new Set();
    for (const [key, home] of atHome) if (key === home && !atHome.has(same.get(key) || "")) homes.add(key);
    for (const [cercle, region] of same) if (homes.has(region)) homes.add(cercle);
    const told = new Set();
    return found.filter((one) => {
      const key = keyOf(one.thing);
      const elsewhere = atHome.has(key) && rules.groups.places.includes(kindOf(one.thing)) && !homes.has(key);
      if (!elsewhere) return !atHome.has(same.get(key) || "");
      const { name } = entry(one.thing);
      if (homes.has(atHome.get(key)) || told.has(name)) return false;
      told.add(name);
      return !atHome.has(same.get(key) || "");
    });
  }

  /**
   * @param {string} thing
   * @returns {Entry}
   */
  function entry(thing) {
    const row = rows.get(thing) || /** @type {Row} */ ([thing, ""]);
    const [, , , , home = "", name = "", href = "", note = "", count = "", text = ""] = row;
    if (kindOf(thing) !== "commune") return { thing, name, href, note, count, text };
    return { ...entry(`place:${home}`), thing, note: "", name: index.inside[home].replace("{name}", name) };
  }

  /**
   * What a text finds, the likeliest sort first.
   * @param {string} text
   * @param {number} most Entries of a group.
   */
  return function answers(text, most) {
    const { terms, corrected } = read(text);
    if (!terms.length) return { said: [], groups: [] };
    const meant = ranked(terms);
    const zones = meant.filter((one) => levelOf(one.thing) === "zone" && !resultsOf(one.thing).length);
    const silent = meant.filter((one) => kindOf(one.thing) === "silence" && one.whole);
    const told = [
      ...silent.map((one) => entry(one.thing)),
      ...zones.map(({ thing }) => ({ ...entry(thing), name: entry(thing).note })),
    ];
    /** @type {Group[]} */
    const groups = [];
    Object.entries(rules.groups).forEach(([key, kinds], place) => {
      const own = meant.filter((one) => kinds.includes(kindOf(one.thing)) && !zones.includes(one));
      if (!own.length) return;
      const entries = own.slice(0, most).map((one) => entry(one.thing));
      groups.push({ key, heading: index.said[key], score: own[0].score - place / 100, entries });
    });
    const beside = together(terms);
    if (beside) groups.push(sideBySide(beside));
    const found = results(telling(terms));
    const part = !found.length && terms.length > 1 && terms.some((one) => resultsOfTerm(one).size);
    if (found.length || part) groups.push(ofResults(text, found.length));
    groups.sort((a, b) => b.score - a.score);
    return { said: told, groups, corrected };
  };

  /**
   * Two or three things of one kind that make up the whole query.
   * @param {Term[]} terms
   */
  function together(terms) {
    for (const kind of Object.keys(index.said.compared)) {
      const found = terms.map((one) => likeliest(one, kind));
      const several = found.length > 1 && new Set(found).size === found.length && found.length <= rules.most;
      if (several && found.every(Boolean)) return found;
    }
    return null;
  }

  /**
   * @param {Term} one
   * @param {string} kind
   */
  function likeliest(one, kind) {
    const able = (/** @type {string} */ thing) =>
      kind === "place"
        ? rules.alone.includes(levelOf(thing))
        : resultsOf(thing).length && thing !== rules.apart;
    const found = Array.from(one.things).filter(([thing]) => kindOf(thing) === kind && able(thing));
    found.sort(([a, fit], [b, other]) => other - fit || order.indexOf(a) - order.indexOf(b));
    return found[0]?.[0] || "";
  }

  /**
   * @param {string[]} things
   * @returns {Group}
   */
  function sideBySide(things) {
    const kind = kindOf(things[0]);
    const shared = common(things.map((thing) => new Set(resultsOf(thing)))).length;
    const names = things.map((thing) => entry(thing).name).join(", ");
    const only = {
      thing: `compare:${kind}`,
      name: index.said.beside.replace("{names}", names),
      href: index.said.compared[kind] + things.map(keyOf).join(","),
      note: "",
      count: index.said.common[Math.min(shared, 2)].replace("{n}", String(shared)),
      text: "",
    };
    return { key: "compare", heading: index.said.compare, score: Number.POSITIVE_INFINITY, entries: [only] };
  }

  /**
   * @param {string} text
   * @param {number} count
   * @returns {Group}
   */
  function ofResults(text, count) {
    const key = count ? "results" : "partly";
    const query = `?q=${encodeURIComponent(text)}`;
    const name = count
      ? index.said[count > 1 ? "many" : "one"].replace("{n}", String(count))
      : index.said.all.replace("{text}", text);
    const href = (count ? index.said.listed : index.said.page) + query;
    const only = { thing: "results", name, href, note: "", count: "", text: "" };
    return { key, heading: index.said[key], score: count ? rules.found : rules.partly, entries: [only] };
  }
}
