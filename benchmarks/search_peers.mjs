// Builds the index of a peer for benchmarks/search.py: node search_peers.mjs NAME CORPUS OUTPUT NPM
import { createReadStream } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [name, source, output, npm] = process.argv.slice(2);
const module = (path) => import(pathToFileURL(`${npm}/node_modules/${path}`));
const lines = createInterface({ input: createReadStream(source) });
const text = ({ title, summary, body }) => `${title}\n${summary}\n${body}`;

// Chinese by characters and pairs of them, other words as they are.
const TOKENS = `(text) => (text.toLowerCase().match(/[\\u3400-\\u9fff]+|[\\p{L}\\p{N}]+?(?=[\\u3400-\\u9fff]|[^\\p{L}\\p{N}]|$)/gu) ?? [])
  .flatMap((run) => (/[\\u3400-\\u9fff]/.test(run) ? [...run, ...Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))] : [run]))`;
const PAGE = (script) => `<!doctype html><title>Search</title><script type="module">${script}</script>`;

async function minisearch() {
  const { default: MiniSearch } = await module("minisearch/dist/es/index.js");
  const index = new MiniSearch({ fields: ["title", "text"], storeFields: ["title"], tokenize: eval(TOKENS) });
  for await (const line of lines) {
    const { slug, zh, en } = JSON.parse(line);
    index.add({ id: slug, title: `${zh.title}\n${en.title}`, text: `${text(zh)}\n${text(en)}` });
  }
  await writeFile(`${output}/index.json`, JSON.stringify(index));
  await copyFile(`${npm}/node_modules/minisearch/dist/es/index.js`, `${output}/minisearch.js`);
  await writeFile(`${output}/index.html`, PAGE(`
    import MiniSearch from "./minisearch.js";
    let index = null;
    window.ask = async (query) => {
      const start = performance.now();
      index ??= MiniSearch.loadJSON(await (await fetch("index.json")).text(),
        { fields: ["title", "text"], storeFields: ["title"], tokenize: ${TOKENS} });
      const found = index.search(query, { combineWith: "AND" });
      return [performance.now() - start, found.map((one) => one.id), found.length];
    };
    window.ready = true;`));
}

async function pagefind() {
  const { createIndex, close } = await module("pagefind/lib/index.js");
  const { index } = await createIndex({ forceLanguage: "zh" });
  for await (const line of lines) {
    const { slug, zh, en } = JSON.parse(line);
    await index.addCustomRecord({ url: `/${slug}/`, content: `${text(zh)}\n${text(en)}`, language: "zh", meta: { title: zh.title } });
  }
  await index.writeFiles({ outputPath: `${output}/pagefind` });
  await close();
  await writeFile(`${output}/index.html`, PAGE(`
    window.ask = async (query) => {
      const start = performance.now();
      window.finder ??= await import("/pagefind/pagefind.js");
      const { results } = await finder.search(query);
      await Promise.all(results.slice(0, 10).map((one) => one.data()));
      const took = performance.now() - start;
      const all = await Promise.all(results.slice(0, 400).map((one) => one.data()));
      return [took, all.map((one) => one.url.replaceAll("/", "")), results.length];
    };
    window.ready = true;`));
}

await { minisearch, pagefind }[name]();
process.exit(0);
