/* Builds what the browser gets: scripts bundled, styles joined, both minified, into assets/.
 *
 *   npm ci && npm run build    after a change here; built.json says what was built from what
 *   npm run check              lint, types, and whether assets/ holds the build of these sources
 */
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";

const HERE = new URL("./", import.meta.url);
const ASSETS = new URL("../assets/", HERE);
const SOURCES = ["build.mjs", "package-lock.json", "js", "css"];
const ENTRIES = [
  "js/first.js",
  "js/app.js",
  "js/choices.js",
  "js/brief.js",
  "js/dash-islands.js",
  "js/finder.js",
  "js/meeting.js",
  "js/quote.js",
  "js/sw.js",
  "css/app.css",
  "css/light.css",
  ...(await readdir(new URL("css/pages/", HERE))).sort().map((name) => `css/pages/${name}`),
];
const HEADING = "/* Built from front/, MIT licence. */\n";
/* Scripts in the language of 2018; styles without nesting, for what knows :is(). */
const TARGETS = { js: "es2018", css: ["chrome88", "firefox78", "safari14"] };

const hashed = (parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");

/* One hash of all sources: their paths and contents in the order of the paths. */
async function sourcesHash() {
  const listed = await readdir(HERE, { recursive: true, withFileTypes: true });
  const files = listed
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(HERE.pathname.length).replace(/^\//, ""))
    .filter((path) => SOURCES.includes(path.split("/")[0]))
    .sort();
  const parts = await Promise.all(files.map(async (path) => [path, await readFile(new URL(path, HERE))]));
  return hashed(parts.flat());
}

/* What browsers that know no variables of styles make of pictures and lines of links: the light values, said first. */
const TOKENS = new Map(
  [
    ...(await readFile(new URL("css/tokens.css", HERE), "utf8"))
      .split("}")[0]
      .matchAll(/(--[\w-]+):\s*([^;]+);/g),
  ].map(([, name, value]) => [name, value]),
);
const DRAWN = /(?<=[{;])(fill|stroke|gap):([^;}]*var\([^;}]*)/g;

/* Of what an element says itself: areas light, their edges and the words on them dark. */
const OF_ELEMENTS = { fill: "#bfc7cd", stroke: "#5a6872", "--on": "#1b2730" };

function withFallbacks(css) {
  return css.replace(DRAWN, (said, property, value) => {
    const plain = value.replace(
      /var\((--[\w-]+)\)/g,
      (variable, name) => TOKENS.get(name) ?? OF_ELEMENTS[name] ?? OF_ELEMENTS[property] ?? variable,
    );
    return plain.includes("var(") ? said : `${property}:${plain};${said}`;
  });
}

async function built(entry) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: HERE.pathname,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: TARGETS[entry.split(".").pop()],
    charset: "utf8",
    legalComments: "inline",
  });
  return entry.endsWith(".css") ? Buffer.from(withFallbacks(outputFiles[0].text)) : outputFiles[0].contents;
}

const files = {};
for (const entry of ENTRIES) {
  files[entry.split("/").pop()] = Buffer.concat([Buffer.from(HEADING), await built(entry)]);
}
const record = {
  sources: await sourcesHash(),
  files: Object.fromEntries(Object.entries(files).map(([name, content]) => [name, hashed([content])])),
};

if (process.argv.includes("--check")) {
  const stale = [];
  for (const [name, content] of Object.entries(files)) {
    const there = await readFile(new URL(name, ASSETS)).catch(() => null);
    if (!there?.equals(content)) stale.push(name);
  }
  if (stale.length) throw new Error(`assets/ is not the build of these sources (${stale}): npm run build`);
} else {
  for (const [name, content] of Object.entries(files)) await writeFile(new URL(name, ASSETS), content);
  await writeFile(new URL("built.json", HERE), `${JSON.stringify(record, null, 2)}\n`);
}
