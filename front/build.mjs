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
  "js/dash-islands.js",
  "js/finder.js",
  "js/meeting.js",
  "js/quote.js",
  "js/sw.js",
  "css/app.css",
  "css/light.css",
  "css/meeting.css",
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
  return outputFiles[0].contents;
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
