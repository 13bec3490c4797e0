// The files below search/: fetched when they are needed, and once.

import { learn } from "./folding.js";
import { said } from "./form.js";

const files = new Map();
let version = "";

export function file(name) {
  if (!files.has(name)) {
    const fresh = version ? {} : { cache: "no-cache" }; // index.json knows the version of the others
    const found = fetch(said.index + name + (version && `?v=${version}`), fresh)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status} ${name}`))));
    found.catch(() => files.delete(name));
    files.set(name, found);
  }
  return files.get(name);
}

let ready = null;

// What every search needs: how many records there are, where terms lie, and the other script.
export function index() {
  ready ??= Promise.all([file("index.json"), file("script.json")]).then(([head, script]) => {
    version = head.version;
    learn(script);
    return head;
  });
  ready.catch(() => (ready = null));
  return ready;
}

export const read = (record) => file(`records/${record}.json`);
